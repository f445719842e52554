#include <ostream>

#include "cli/commands/commands.h"
#include "cli/man_page.h"

namespace parcours {
namespace {

class ManCommand final : public Command {
 public:
  void declare(Options&) override {}

  Result<int> run(Session& session) override {
    session.out << man_page(session.lang);
    return kExitFine;
  }
};

}  // namespace

const CommandInfo kMan{"man", make_command<ManCommand>};

}  // namespace parcours
