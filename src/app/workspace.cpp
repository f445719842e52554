#include "app/workspace.h"

#include <algorithm>

#include "base/listed.h"
#include "base/suggest.h"
#include "map/workspace_files.h"

namespace parcours {
namespace {

const Diagnostic* first_error(const std::vector<Diagnostic>& diagnostics) {
  for (const auto& diagnostic : diagnostics)
    if (diagnostic.severity == Severity::error) return &diagnostic;
  return nullptr;
}

}  // namespace

Workspace::Workspace(std::string folder, Doors doors, SettingsFile settings, Zone zone)
    : folder_(std::move(folder)), doors_(doors), settings_(std::move(settings)), zone_(std::move(zone)) {}

Result<Workspace> Workspace::open(const std::string& folder, Doors doors) {
  const auto root = find_workspace(doors.files, folder);
  if (!root) return misuse(msg("app.no_workspace", {{"folder", folder}}), msg("app.no_workspace.hint"));
  const std::string path = join_path(*root, kSettingsFile);
  PARCOURS_TRY(auto text, doors.files.read(path, kMaxMapBytes));
  SettingsFile settings = parse_settings(path, std::move(text));
  if (const auto* error = first_error(settings.diagnostics)) return Failure{FailureKind::misuse, *error};
  const auto zone = Zone::find(settings.value.zone);
  if (!zone) return misuse(msg("app.unknown_zone", {{"zone", settings.value.zone}, {"file", path}}));
  return Workspace(*root, doors, std::move(settings), *zone);
}

std::vector<std::string> Workspace::map_names() const {
  std::vector<std::string> names;
  for (const auto& name : doors_.files.list(join_path(folder_, "maps")))
    if (is_yaml(name) && (names.empty() || names.back() != stem_of(name))) names.push_back(stem_of(name));
  return names;
}

Result<MapFile> Workspace::map(const std::string& name) const {
  const bool is_path = is_yaml(file_name(name)) && doors_.files.exists(name);
  const bool is_of_here = parent_of(name) == "." || file_name(parent_of(name)) == "maps";  // "shop", "shop.yaml", "maps/shop.yaml"
  const auto path = is_path ? std::optional(name) : is_of_here ? yaml_file(doors_.files, join_path(folder_, "maps"), stem_of(name)) : std::nullopt;
  if (!path) {
    const auto meant = nearest(name, map_names());
    return misuse(msg("app.no_map", {{"name", name}}),
                  meant && *meant != name ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("app.no_map.hint", {{"maps", listed(map_names())}}));
  }
  PARCOURS_TRY(auto text, doors_.files.read(*path, kMaxMapBytes + 1));
  MapFile map = parse_map(*path, std::move(text));
  map.value.views = merged_views(map, views_of(map)).views;
  return map;
}

std::optional<PersonaFile> Workspace::persona_file(const std::string& id) const {
  const auto path = yaml_file(doors_.files, join_path(folder_, "personas"), id);
  if (!path) return std::nullopt;
  auto text = doors_.files.read(*path, kMaxMapBytes);
  if (text.ok()) return parse_persona(*path, std::move(*text));
  PersonaFile unread;
  unread.value.id = id;
  unread.diagnostics = {cannot_read(*path, text.failure())};
  return unread;
}

std::vector<ViewsFile> Workspace::views_of(const MapFile& map) const {
  std::vector<ViewsFile> all;
  const std::string folder = views_folder(map.source.file());
  if (folder.empty()) return all;
  for (const auto& name : doors_.files.list(folder)) {
    if (!is_yaml(name)) continue;
    const std::string path = join_path(folder, name);
    auto text = doors_.files.read(path, kMaxMapBytes);
    if (text.ok()) all.push_back(parse_views(path, std::move(*text)));
    else all.push_back({{}, SourceText(path, "", nullptr), {cannot_read(path, text.failure())}});
  }
  return all;
}

std::vector<Diagnostic> Workspace::stray_views() const {
  std::vector<Diagnostic> found;
  for (const auto& name : doors_.files.list(join_path(folder_, "views"))) {
    const std::string folder = join_path(join_path(folder_, "views"), name);
    const auto files = doors_.files.is_folder(folder) ? doors_.files.list(folder) : std::vector<std::string>();
    if (std::none_of(files.begin(), files.end(), is_yaml) || yaml_file(doors_.files, join_path(folder_, "maps"), name)) continue;
    const auto meant = nearest(name, map_names());
    found.push_back({Severity::warning,
                     "views-without-map",
                     msg("app.views.no_map", {{"folder", folder}, {"map", name}}),
                     meant ? msg("app.views.no_map_meant", {{"map", *meant}}) : msg("app.views.no_map_hint", {{"maps", listed(map_names())}}),
                     {}});
  }
  return found;
}

Workspace::Surroundings Workspace::around(const MapFile& map) const {
  Surroundings found;
  WorkspaceFiles files;
  files.root = folder_;
  files.settings = settings_;
  for (const auto& id : map.value.personas) {
    auto persona = persona_file(id);
    if (!persona) continue;
    found.diagnostics.insert(found.diagnostics.end(), persona->diagnostics.begin(), persona->diagnostics.end());
    found.personas.push_back(persona->value);
    files.personas.push_back(std::move(*persona));
  }
  const auto take = [&](const std::vector<Diagnostic>& more) { found.diagnostics.insert(found.diagnostics.end(), more.begin(), more.end()); };
  take(check_against_workspace(map, files));
  const auto views = views_of(map);
  for (const auto& file : views) take(file.diagnostics);
  if (!views.empty()) take(merged_views(parse_map(map.source.file(), map.source.text()), views).diagnostics);
  return found;
}

Result<Store*> Workspace::store() {
  if (store_) return store_.get();
  const WorkspaceSettings& s = settings();
  PARCOURS_TRY(store_, open_store({folder_, s.zone, s.join_limit, s.blocked_values}, doors_.files, doors_.clock));
  return store_.get();
}

Result<Engine*> Workspace::engine() {
  if (engine_) return engine_.get();
  PARCOURS_TRY(Store* const store, this->store());
  engine_ = native_engine(*store, zone_);
  return engine_.get();
}

Result<Engine*> Workspace::reference() {
  if (reference_) return reference_.get();
  PARCOURS_TRY(Store* const store, this->store());
  reference_ = reference_engine(*store, zone_);
  return reference_.get();
}

Result<bool> Workspace::has_events() {
  const auto is_there = [&](const char* name) { return doors_.files.exists(join_path(folder_, name)); };
  if (!store_ && !is_there("catalogue.sqlite") && doors_.files.list(join_path(folder_, "events")).empty()) return false;
  PARCOURS_TRY(Store* const store, this->store());
  PARCOURS_TRY(const auto imports, store->imports());
  return !imports.empty();
}

Result<MeasuredAnswer> measure(Workspace& workspace, const MapFile& map, const MeasureRequest& request) {
  MeasureQuestion question = measure_question(map.value, workspace.settings(), request.scope);
  question.by = request.by;
  question.list = request.list;
  std::optional<MeasureAnswer> figures;
  PARCOURS_TRY(const bool has_events, workspace.has_events());
  if (has_events) {
    PARCOURS_TRY(Engine* const engine, workspace.engine());
    PARCOURS_TRY(auto answer, engine->ask(question));
    figures = std::get<MeasureAnswer>(std::move(answer));
  }
  MeasuredMap measured = measured_map(map.value, workspace.around(map).personas, workspace.settings(), std::move(figures), request.scope, request.by);
  measured.list = request.list;
  return MeasuredAnswer{std::move(question), std::move(measured)};
}

MeasuredMap unmeasured(const Workspace& workspace, const MapFile& map) {
  return measured_map(map.value, workspace.around(map).personas, workspace.settings(), std::nullopt);
}

Result<MeasuredMap> measured_or_not(Workspace& workspace, const MapFile& map, bool no_events, const Scope& scope) {
  if (no_events) return unmeasured(workspace, map);
  PARCOURS_TRY(auto answer, measure(workspace, map, {scope, {}, {}}));
  return std::move(answer.measured);
}

}  // namespace parcours
