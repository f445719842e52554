#include "map/format.h"

#include "cli/commands/commands.h"

namespace parcours {
namespace {

class FmtCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("MAP", "fmt.map", maps_, false);
    options.flag("--check", "fmt.check", check_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(const auto workspace, session.workspace());
    if (maps_.empty()) maps_ = workspace.map_names();
    bool changed = false;
    for (const auto& name : maps_) {
      PARCOURS_TRY(const auto map, workspace.map(name));
      PARCOURS_TRY(const auto laid_out, format_yaml(map.source.file(), map.source.text()));
      if (laid_out == map.source.text()) continue;
      changed = true;
      session.say(msg(check_ ? "fmt.would_change" : "fmt.changed", {{"path", map.source.file()}}));
      if (!check_) PARCOURS_CHECK(session.doors.files.write(map.source.file(), laid_out));
    }
    if (!changed) session.say(msg("fmt.fine"));
    return check_ && changed ? kExitFindings : kExitFine;
  }

 private:
  std::vector<std::string> maps_;
  bool check_ = false;
};

}  // namespace

const CommandInfo kFmt{"fmt", make_command<FmtCommand>};

}  // namespace parcours
