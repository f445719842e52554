#include "app/team_views.h"

#include <algorithm>

#include "app/team_form.h"
#include "forms/csv/team_form.h"
#include "forms/xlsx/team_form.h"
#include "map/disagreement.h"

namespace parcours {
namespace {

Result<std::string> folder_for_views(const MapFile& map) {
  const std::string folder = views_folder(map.source.file());
  if (folder.empty()) return misuse(msg("app.views.no_folder", {{"file", map.source.file()}}));
  return folder;
}

constexpr std::size_t kFormRowsMax = 10'000;

Result<CellTable> cells_of_form(const Workspace& workspace, const std::string& path) {
  Inputs& inputs = workspace.doors().inputs;
  return extension_of(path) == "csv" ? read_csv_cells(inputs, path, kFormRowsMax) : read_cells(inputs, path, kFormRowsMax);
}

bool is_spreadsheet(const std::string& path) { return extension_of(path) == "xlsx" || extension_of(path) == "csv"; }

// A file as it comes: YAML as it is, a spreadsheet as the file it becomes. What is wrong with it goes to `out`.
Result<ViewsFile> read_views(const Workspace& workspace, const MapFile& map, const std::string& folder, const std::string& path, Lang lang,
                             std::vector<Diagnostic>& out) {
  if (!is_spreadsheet(path)) {
    PARCOURS_TRY(auto text, workspace.doors().files.read(path, kMaxMapBytes));
    ViewsFile file = parse_views(path, std::move(text));
    out.insert(out.end(), file.diagnostics.begin(), file.diagnostics.end());
    return file;
  }
  PARCOURS_TRY(const CellTable table, cells_of_form(workspace, path));
  FilledForm form = read_team_form(table, path, map.value, lang);
  const bool usable = form.diagnostics.empty();
  out.insert(out.end(), form.diagnostics.begin(), form.diagnostics.end());
  return parse_views(join_path(folder, views_file_name(form.team)), usable ? std::move(form.yaml) : "views: {}\n");
}

struct Incoming {
  std::string path, content;  // of the file to be
};

// A team that says two things elsewhere is told of it, no more.
bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error && d.code != "views-differ"; });
}

// What is to be written; nothing for a file that lies there already.
Result<std::vector<Incoming>> incoming(const Workspace& workspace, const std::string& folder, AddedViews& out) {
  const Files& files = workspace.doors().files;
  std::vector<Incoming> all;
  for (const ViewsFile& file : out.files) {
    const std::string path = join_path(folder, stem_of(file.source.file()) + ".yaml");
    const auto there = files.exists(path) ? files.read(path, kMaxMapBytes) : Result<std::string>(std::string());
    const bool taken = std::any_of(all.begin(), all.end(), [&](const Incoming& other) { return other.path == path; });
    if (files.exists(path) && there.ok() && *there == file.source.text()) out.already_there.push_back(path);
    else if (files.exists(path) || taken) return misuse(msg("app.views.taken", {{"path", path}}), msg("app.views.taken_hint"));
    else all.push_back({path, file.source.text()});
  }
  return all;
}

Json touchpoint_json(const JourneyMap& map, const Disagreement& at, Lang lang) {
  Json json = {{"id", at.touchpoint}, {"name", map.touchpoint(at.touchpoint)->name.in(lang)}, {"teams", at.teams()}};
  json["spread"] = at.compares() ? Json(at.spread) : Json();
  json["deviation"] = at.compares() ? Json(at.deviation) : Json();
  json["views"] = Json::array();
  for (const TeamView& view : map.views)
    if (view.touchpoint == at.touchpoint)
      json["views"].push_back({{"team", view.team.in(lang)},
                               {"emotion", view.emotion ? Json(*view.emotion) : Json()},
                               {"note", view.note.empty() ? Json() : Json(view.note.in(lang))}});
  return json;
}

}  // namespace

Result<std::string> write_views_form(const Workspace& workspace, const MapFile& map, const std::string& team, Lang lang) {
  PARCOURS_TRY(const auto folder, folder_for_views(map));
  const std::string path = join_path(folder, views_file_name(team));
  if (workspace.doors().files.exists(path)) return misuse(msg("app.views.taken", {{"path", path}}), msg("app.views.form_hint"));
  PARCOURS_CHECK(workspace.doors().files.write(path, views_form(map.value, team, lang)));
  return path;
}

Outcome write_views_form_to(const Workspace& workspace, const MapFile& map, const std::string& team, Lang lang, const std::string& path) {
  Files& files = workspace.doors().files;
  const std::string form = extension_of(path);
  if (form != "yaml" && !is_spreadsheet(path)) return misuse(msg("app.views.form_of", {{"path", path}}), msg("app.views.form_of_hint"));
  if (files.exists(path)) return misuse(msg("app.views.taken", {{"path", path}}), msg("app.views.form_hint"));
  if (form == "yaml") return files.write(path, views_form(map.value, team, lang));
  if (form == "csv") return files.write(path, team_form_csv(map.value, team, lang));
  PARCOURS_TRY(const auto book, team_form(map.value, workspace.settings(), team, lang));
  return files.write(path, book);
}

Result<AddedViews> add_views(const Workspace& workspace, const MapFile& map, const std::vector<std::string>& paths, Lang lang) {
  PARCOURS_TRY(const auto folder, folder_for_views(map));
  AddedViews out;
  for (const auto& path : paths) {
    PARCOURS_TRY(auto file, read_views(workspace, map, folder, path, lang, out.diagnostics));
    out.files.push_back(std::move(file));
  }
  out.refused = has_errors(out.diagnostics);
  if (out.refused) return out;
  PARCOURS_TRY(const auto all, incoming(workspace, folder, out));
  std::vector<ViewsFile> together = workspace.views_of(map);
  for (const ViewsFile& file : out.files)
    if (std::any_of(all.begin(), all.end(), [&](const Incoming& one) { return stem_of(one.path) == stem_of(file.source.file()); }))
      together.push_back(file);
  for (auto& diagnostic : merged_views(parse_map(map.source.file(), map.source.text()), together).diagnostics) {
    const bool is_new =
        std::any_of(out.files.begin(), out.files.end(), [&](const ViewsFile& file) { return file.source.file() == diagnostic.place.file; });
    if (is_new) out.diagnostics.push_back(std::move(diagnostic));
  }
  out.refused = has_errors(out.diagnostics);
  if (out.refused) return out;
  for (const Incoming& one : all) {
    PARCOURS_CHECK(workspace.doors().files.write(one.path, one.content));
    out.written.push_back(one.path);
  }
  return out;
}

Json views_json(const JourneyMap& map, Lang lang) {
  const auto all = disagreements(map);
  Json json = {{"version", 1}, {"map", map.id}, {"sentence", render(disagreement_sentence(map, all), lang)}, {"teams", Json::array()}};
  for (const LocalText& team : teams_of(map)) json["teams"].push_back(team.in(lang));
  json["touchpoints"] = Json::array();
  for (const Disagreement& at : all) json["touchpoints"].push_back(touchpoint_json(map, at, lang));
  return json;
}

}  // namespace parcours
