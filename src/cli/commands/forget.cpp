#include "cli/commands/commands.h"
#include "cli/import_report.h"

namespace parcours {
namespace {

class ForgetCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.argument("ID", "forget.id", id_);
    options.flag("-y,--yes", "import.yes", yes_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto identities, store->identities_of(id_));
    if (session.out_is_terminal && !yes_ && !session.json) {
      session.say(msg("forget.confirm", {{"n", static_cast<std::int64_t>(identities.size())}}));
      const auto answer = read_line();
      if (answer != "yes" && answer != "oui") return kExitFine;
    }
    PARCOURS_TRY(const auto erased, store->forget(id_));
    if (session.json) session.print({{"version", 1}, {"identities", erased.identities}, {"events", erased.events}});
    else session.say(msg("forget.done", {{"identities", static_cast<std::int64_t>(erased.identities)}, {"events", static_cast<std::int64_t>(erased.events)}}));
    return kExitFine;
  }

 private:
  std::string id_;
  bool yes_ = false;
};

}  // namespace

const CommandInfo kForget{"forget", make_command<ForgetCommand>};

}  // namespace parcours
