#include "app/erasure.h"
#include "base/listed.h"
#include "cli/commands/commands.h"
#include "cli/import_report.h"

namespace parcours {
namespace {

constexpr std::size_t kNamesShown = 12;

class ForgetCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.argument("ID", "forget.id", id_);
    options.flag("-y,--yes", "import.yes", yes_);
  }

  Result<int> run(Session& session) override {
    if (id_.empty()) return misuse(msg("forget.nobody"), msg("store.unknown_identity.hint"));
    PARCOURS_TRY(auto workspace, session.workspace());
    if (!yes_) {
      PARCOURS_TRY(const WhatGoes goes, what_goes(workspace, id_));
      const Message about = in_words(goes);
      if (!session.out_is_terminal) return misuse(msg("forget.needs_yes", {{"what", nested(about)}}), msg("forget.needs_yes.hint"));
      session.say(msg("forget.confirm", {{"what", nested(about)}}));
      const auto answer = read_line();
      if (answer != "yes" && answer != "oui") return kExitFine;
    }
    PARCOURS_TRY(const auto erased, erase_person(workspace, id_));
    if (session.json) session.print({{"version", 1}, {"identities", erased.identities}, {"events", erased.events}, {"mentions", erased.mentions}});
    else
      session.say(
          msg("forget.done", {{"identities", static_cast<std::int64_t>(erased.identities)}, {"events", static_cast<std::int64_t>(erased.events)}}));
    if (!session.json) session.say(msg("forget.elsewhere"));
    for (const auto& place : session.json ? std::vector<std::string>() : erased.mentions) session.say(msg("forget.mention", {{"place", place}}));
    return erased.mentions.empty() ? kExitFine : kExitFindings;
  }

 private:
  // "3 identities, 17 events: …"
  static Message in_words(const WhatGoes& goes) {
    return msg("forget.what", {{"identities", static_cast<std::int64_t>(goes.identities.size())},
                               {"events", goes.events},
                               {"names", listed(goes.identities, kNamesShown)}});
  }

  std::string id_;
  bool yes_ = false;
};

}  // namespace

const CommandInfo kForget{"forget", make_command<ForgetCommand>};

}  // namespace parcours
