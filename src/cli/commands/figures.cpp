#include <ostream>

#include "app/import_figures.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "events/read_rows.h"

namespace parcours {
namespace {

constexpr std::size_t kFiguresMax = 10'000;

// Figures that came from elsewhere, written into the map.
class FiguresCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("import FILE", "figures.import", words_, false);
    options.value("--map", "MAP", "figures.map", map_);
    options.value("--sheet", "NAME", "import.sheet", sheet_);
    options.flag("--dry-run", "figures.dry_run", dry_run_);
  }

  Result<int> run(Session& session) override {
    if (words_.size() != 2 || words_[0] != "import")
      return misuse(
          words_.empty() || words_[0] == "import" ? msg("cli.missing_argument", {{"name", "FILE"}}) : msg("cli.too_many", {{"word", words_[0]}}),
          msg("figures.hint"));
    PARCOURS_TRY(const auto workspace, session.workspace());
    PARCOURS_TRY(const std::string name, map_or_only(workspace, map_));
    PARCOURS_TRY(const MapFile map, usable_map(session, workspace, name));
    PARCOURS_TRY(const auto rows, read_rows(session.doors.inputs, words_[1], sheet_.value_or(""), kFiguresMax));
    PARCOURS_TRY(const ImportedFigures figures, import_figures(map, rows));
    if (!figures.complaints.empty()) return refuse(session, map, figures);
    if (!dry_run_ && figures.text != map.source.text()) PARCOURS_CHECK(session.doors.files.write(map.source.file(), figures.text));
    show(session, map, figures);
    return kExitFine;
  }

 private:
  std::string sentence(const FigureComplaint& complaint, Lang lang) const {
    return words_[1] + ":" + std::to_string(complaint.line) + ": " + (complaint.column.empty() ? "" : complaint.column + ": ") +
           render(complaint.reason, lang);
  }

  Result<int> refuse(Session& session, const MapFile& map, const ImportedFigures& figures) {
    Json json = {{"version", 1}, {"map", map.source.file()}, {"written", false}, {"complaints", Json::array()}};
    for (const auto& complaint : figures.complaints) {
      json["complaints"].push_back({{"line", complaint.line}, {"column", complaint.column}, {"reason", render(complaint.reason, session.lang)}});
      if (!session.json) session.err << sentence(complaint, session.lang) << "\n";
    }
    if (session.json) session.print(json);
    else session.note(msg("figures.refused", {{"n", static_cast<std::int64_t>(figures.complaints.size())}, {"path", map.source.file()}}));
    return kExitFailure;
  }

  void show(Session& session, const MapFile& map, const ImportedFigures& figures) {
    if (session.json) {
      Json json = {{"version", 1},
                   {"map", map.source.file()},
                   {"written", !dry_run_ && figures.text != map.source.text()},
                   {"added", figures.added},
                   {"changed", figures.changed},
                   {"same", figures.same},
                   {"changes", Json::array()}};
      for (const auto& change : figures.changes)
        json["changes"].push_back({{"path", change.path}, {"sentence", render(change.message, session.lang)}});
      return session.print(json);
    }
    for (const auto& change : figures.changes) session.say(change.message);
    session.say(msg(dry_run_ ? "figures.would" : "figures.done",
                    {{"path", map.source.file()}, {"added", figures.added}, {"changed", figures.changed}, {"same", figures.same}}));
  }

  std::vector<std::string> words_;
  std::optional<std::string> map_, sheet_;
  bool dry_run_ = false;
};

}  // namespace

const CommandInfo kFigures{"figures", make_command<FiguresCommand>};

}  // namespace parcours
