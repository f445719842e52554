#include "map/workspace_files.h"

#include <algorithm>

#include "base/suggest.h"
#include "map/yaml_tree.h"

namespace parcours {
namespace {

template <class T>
std::vector<Parsed<T>> read_folder(const Files& files, const std::string& root, const std::string& folder,
                                   Parsed<T> (*parse)(std::string, std::string), std::vector<Diagnostic>& out) {
  std::vector<Parsed<T>> all;
  for (const auto& name : files.list(join_path(root, folder))) {
    if (!is_yaml(name)) continue;
    const std::string path = folder + "/" + name;
    auto text = files.read(join_path(root, path), kMaxMapBytes + 1);
    if (!text.ok()) out.push_back(cannot_read(path, text.failure()));
    else all.push_back(parse(path, std::move(text).value()));
  }
  return all;
}

// Two files ring.yaml and ring.yml would be the same map.
template <class T>
void check_twins(const std::vector<Parsed<T>>& all, std::vector<Diagnostic>& out) {
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].value.id != all[i - 1].value.id) continue;
    Place whole;
    whole.file = all[i].source.file();
    out.push_back({Severity::error, "duplicate-file", msg("map.workspace.twin", {{"file", all[i - 1].source.file()}}), {}, whole});
  }
}

void check_channels(const MapFile& map, const WorkspaceFiles& workspace, std::vector<Diagnostic>& out) {
  const WorkspaceSettings& settings = workspace.settings.value;
  std::vector<std::string> known = usual_channels();
  for (const auto& channel : settings.channels) known.push_back(channel.id);
  for (const auto& stage : map.value.stages) {
    for (const auto& touchpoint : stage.touchpoints) {
      if (touchpoint.channel.empty() || is_known_channel(settings, touchpoint.channel)) continue;
      const auto near = nearest(touchpoint.channel, known);
      out.push_back({Severity::warning, "unknown-channel", msg("map.workspace.unknown_channel", {{"id", touchpoint.channel}}),
                     near ? msg("map.did_you_mean", {{"word", *near}}) : msg("map.workspace.declare_channel"),
                     map.source.place("stages/" + stage.id + "/touchpoints/" + touchpoint.id + "/channel")});
    }
  }
}

}  // namespace

const MapFile* WorkspaceFiles::map(std::string_view id) const {
  for (const auto& m : maps)
    if (m.value.id == id) return &m;
  return nullptr;
}

const PersonaFile* WorkspaceFiles::persona(std::string_view id) const {
  for (const auto& p : personas)
    if (p.value.id == id) return &p;
  return nullptr;
}

Lang WorkspaceFiles::language_of(const JourneyMap& map) const { return map.language.value_or(settings.value.language); }

bool is_yaml(std::string_view name) {
  const std::string extension = extension_of(name);
  return (extension == "yaml" || extension == "yml") && !name.starts_with(".");
}

std::optional<std::string> yaml_file(const Files& files, const std::string& folder, const std::string& stem) {
  for (const char* extension : {".yaml", ".yml"})
    if (std::string path = join_path(folder, stem + extension); files.exists(path)) return path;
  return std::nullopt;
}

Diagnostic cannot_read(const std::string& file, const Failure& failure) {
  Place whole;
  whole.file = file;
  return {Severity::error, "cannot-read", failure.what.message, {}, whole};
}

std::optional<std::string> find_workspace(const Files& files, const std::string& folder) {
  std::string here = folder.empty() ? "." : folder;
  constexpr int kMostSteps = 100;
  for (int step = 0; step < kMostSteps && files.is_folder(here); ++step) {
    if (files.exists(join_path(here, kSettingsFile))) return here;
    if (here == "/") return std::nullopt;
    const bool at_the_start = here == "." || here == ".." || here.ends_with("/..");
    here = here == "." ? ".." : at_the_start ? here + "/.." : parent_of(here);
  }
  return std::nullopt;
}

std::vector<Diagnostic> check_against_workspace(const MapFile& map, const WorkspaceFiles& workspace) {
  std::vector<Diagnostic> out;
  std::vector<std::string> known;
  for (const auto& persona : workspace.personas) known.push_back(persona.value.id);
  for (std::size_t i = 0; i < map.value.personas.size(); ++i) {
    const std::string& id = map.value.personas[i];
    if (workspace.persona(id)) continue;
    const auto near = nearest(id, known);
    out.push_back({Severity::error, "unknown-persona", msg("map.workspace.no_persona", {{"id", id}}),
                   near ? msg("map.did_you_mean", {{"word", *near}}) : msg("map.workspace.write_persona", {{"id", id}}),
                   map.source.place("personas/" + std::to_string(i))});
  }
  check_channels(map, workspace, out);
  return out;
}

Result<WorkspaceFiles> load_workspace(const Files& files, const std::string& root) {
  if (!files.is_folder(root)) return misuse(msg("map.workspace.no_folder", {{"path", root}}));
  WorkspaceFiles out;
  out.root = root;
  const std::string settings_path = join_path(root, kSettingsFile);
  if (files.exists(settings_path)) {
    auto text = files.read(settings_path, kMaxMapBytes + 1);
    if (!text.ok()) out.diagnostics.push_back(cannot_read(std::string(kSettingsFile), text.failure()));
    else out.settings = parse_settings(std::string(kSettingsFile), std::move(text).value());
  }
  out.personas = read_folder(files, root, "personas", parse_persona, out.diagnostics);
  out.maps = read_folder(files, root, "maps", parse_map, out.diagnostics);
  const auto take = [&](const std::vector<Diagnostic>& found) { out.diagnostics.insert(out.diagnostics.end(), found.begin(), found.end()); };
  take(out.settings.diagnostics);
  for (const auto& persona : out.personas) take(persona.diagnostics);
  for (const auto& map : out.maps) take(map.diagnostics), take(check_against_workspace(map, out));
  check_twins(out.maps, out.diagnostics);
  check_twins(out.personas, out.diagnostics);
  return out;
}

}  // namespace parcours
