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
    PARCOURS_TRY(const auto older, read(session, older_));
    PARCOURS_TRY(const auto newer, read(session, newer_));
    const auto changes = diff(older, newer);
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
  // A file anywhere, or a map of the workspace.
  static Result<JourneyMap> read(Session& session, const std::string& name) {
    if (session.doors.files.exists(name) && !session.doors.files.is_folder(name)) {
      PARCOURS_TRY(auto text, session.doors.files.read(name, kMaxMapBytes));
      MapFile map = parse_map(name, std::move(text));
      for (const auto& diagnostic : map.diagnostics) session.complain(diagnostic, map.source.text());
      return std::move(map.value);
    }
    PARCOURS_TRY(const auto workspace, session.workspace());
    PARCOURS_TRY(auto map, usable_map(session, workspace, name));
    return std::move(map.value);
  }

  std::string older_, newer_;
};

}  // namespace

const CommandInfo kDiff{"diff", make_command<DiffCommand>};

}  // namespace parcours
