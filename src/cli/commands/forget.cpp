#include "app/known_identity.h"
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
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const std::string identity, known_identity(workspace, id_));
    PARCOURS_TRY(const auto identities, store->identities_of(identity));
    if (!yes_) {
      PARCOURS_TRY(const Message about, what_goes(*store, identity, identities));
      if (!session.out_is_terminal) return misuse(msg("forget.needs_yes", {{"what", nested(about)}}), msg("forget.needs_yes.hint"));
      session.say(msg("forget.confirm", {{"what", nested(about)}}));
      const auto answer = read_line();
      if (answer != "yes" && answer != "oui") return kExitFine;
    }
    PARCOURS_TRY(const auto erased, store->forget(identity));
    if (session.json) session.print({{"version", 1}, {"identities", erased.identities}, {"events", erased.events}, {"mentions", erased.mentions}});
    else
      session.say(
          msg("forget.done", {{"identities", static_cast<std::int64_t>(erased.identities)}, {"events", static_cast<std::int64_t>(erased.events)}}));
    if (!session.json) session.say(msg("forget.elsewhere"));
    for (const auto& place : session.json ? std::vector<std::string>() : erased.mentions) session.say(msg("forget.mention", {{"place", place}}));
    return erased.mentions.empty() ? kExitFine : kExitFindings;
  }

 private:
  // "3 identities, 17 events: …". Misuse when nobody has that name.
  static Result<Message> what_goes(Store& store, const std::string& identity, const std::vector<std::string>& identities) {
    ScanRequest request;
    request.customer = identities.front();
    PARCOURS_TRY(const Scan scan, store.scan(request));
    if (scan.events.rows() == 0 && identities.size() < 2)
      return misuse(msg("store.unknown_identity", {{"identity", identity}}), msg("store.unknown_identity.hint"));
    return msg("forget.what", {{"identities", static_cast<std::int64_t>(identities.size())},
                               {"events", static_cast<std::int64_t>(scan.events.rows())},
                               {"names", listed(identities, kNamesShown)}});
  }

  std::string id_;
  bool yes_ = false;
};

}  // namespace

const CommandInfo kForget{"forget", make_command<ForgetCommand>};

}  // namespace parcours
