#include "base/files.h"
#include "map/keys.h"
#include "map/map_file.h"

namespace parcours {
namespace {

// Reads the file as YAML, then as a T. After a syntax error what stands before it is read, but only the error is shown:
// what seems to be missing may just stand behind it.
template <class T>
Parsed<T> parse_as(std::string file, std::string text, const Type<T>& type) {
  Parsed<T> out;
  YamlReading reading = read_yaml(file, text);
  out.diagnostics = std::move(reading.diagnostics);
  const auto tree = std::make_shared<const YamlTree>(std::move(reading.tree));
  std::vector<Diagnostic> found;
  if (!tree->empty()) {
    Complaints complaints(file, text, found);
    Reader reader(*tree, complaints);
    if (type.read(reader, tree->root(), out.value)) reader.check_ids();
  } else if (reading.complete) {
    Place whole;
    whole.file = file;
    found.push_back({Severity::error, "empty-file", msg("map.empty_file"), {}, whole});
  }
  if (reading.complete) out.diagnostics.insert(out.diagnostics.end(), found.begin(), found.end());
  std::stable_sort(out.diagnostics.begin(), out.diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    // What is said of the whole file, such as that there is more, comes last.
    return std::pair(a.place.end == 0, a.place.begin) < std::pair(b.place.end == 0, b.place.begin);
  });
  out.source = SourceText(std::move(file), std::move(text), tree);
  return out;
}

}  // namespace

MapFile parse_map(std::string file, std::string text) {
  static const Type<JourneyMap> type = map_type();
  MapFile out = parse_as(std::move(file), std::move(text), type);
  out.value.id = stem_of(out.source.file());
  return out;
}

PersonaFile parse_persona(std::string file, std::string text) {
  static const Type<Persona> type = persona_type();
  PersonaFile out = parse_as(std::move(file), std::move(text), type);
  out.value.id = stem_of(out.source.file());
  return out;
}

SettingsFile parse_settings(std::string file, std::string text) {
  static const Type<WorkspaceSettings> type = settings_type();
  return parse_as(std::move(file), std::move(text), type);
}

ViewsFile parse_views(std::string file, std::string text) {
  static const Type<TeamViews> type = team_views_type();
  ViewsFile out = parse_as(std::move(file), std::move(text), type);
  if (out.value.team.empty()) out.value.team.plain = stem_of(out.source.file());
  for (TeamView& view : out.value.views) view.team = out.value.team;
  return out;
}

RuleText parse_rule_text(std::string file, std::string text) {
  static const Type<Rule> type = rule_type();
  return parse_as(std::move(file), std::move(text), type);
}

}  // namespace parcours
