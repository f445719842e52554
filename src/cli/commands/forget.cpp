#include "app/known_identity.h"
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
    PARCOURS_TRY(const std::string identity, known_identity(workspace, id_));
    PARCOURS_TRY(const auto identities, store->identities_of(identity));
    if (!yes_ && !session.out_is_terminal) return misuse(msg("forget.needs_yes"), msg("forget.needs_yes.hint"));
    if (!yes_) {
      session.say(msg("forget.confirm", {{"n", static_cast<std::int64_t>(identities.size())}}));
      const auto answer = read_line();
      if (answer != "yes" && answer != "oui") return kExitFine;
    }
    PARCOURS_TRY(const auto erased, store->forget(identity));
    if (session.json) session.print({{"version", 1}, {"identities", erased.identities}, {"events", erased.events}, {"mentions", erased.mentions}});
    else
      session.say(
          msg("forget.done", {{"identities", static_cast<std::int64_t>(erased.identities)}, {"events", static_cast<std::int64_t>(erased.events)}}));
    for (const auto& place : session.json ? std::vector<std::string>() : erased.mentions) session.say(msg("forget.mention", {{"place", place}}));
    return erased.mentions.empty() ? kExitFine : kExitFindings;
  }

 private:
  std::string id_;
  bool yes_ = false;
};

}  // namespace

const CommandInfo kForget{"forget", make_command<ForgetCommand>};

}  // namespace parcours
