#include "cli/commands/commands.h"
#include "cli/scope_options.h"

namespace parcours {
namespace {

class ChannelsCommand final : public Command {
 public:
  void declare(Options& options) override {
    scope_.declare(options);
    scope_.declare_per(options);
    show_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    ChannelsQuestion question;
    PARCOURS_TRY(question.scope, scope_.scope(workspace));
    return ask_and_show(session, workspace, question, show_);
  }

 private:
  ScopeOptions scope_;
  ShowOptions show_;
};

}  // namespace

const CommandInfo kChannels{"channels", make_command<ChannelsCommand>};

}  // namespace parcours
