#include "map/diff.h"

#include "cli/commands/commands.h"
#include "cli/commands/measured.h"

namespace parcours {
namespace {

class DiffCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.argument("A", "diff.a", older_);
    options.argument("B", "diff.b", newer_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(const auto older, map_or_file(session, older_));
    PARCOURS_TRY(const auto newer, map_or_file(session, newer_));
    const auto changes = diff(older.value, newer.value);
    if (session.json) {
      Json json = {{"version", 1}, {"changes", Json::array()}};
      for (const auto& change : changes)
        json["changes"].push_back({{"kind", code_of(change.kind)}, {"path", change.path}, {"sentence", render(change.message, session.lang)}});
      session.print(json);
    } else {
      for (const auto& change : changes) session.say(change.message);
      if (changes.empty()) session.say(msg("diff.same"));
    }
    return changes.empty() ? kExitFine : kExitFindings;
  }

 private:
  std::string older_, newer_;
};

}  // namespace

const CommandInfo kDiff{"diff", make_command<DiffCommand>};

}  // namespace parcours
