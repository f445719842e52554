// A map, a persona: what its file says as data, its version, what is wrong with it.
#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/files.h"
#include "check/check.h"
#include "map/yaml_json.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {

Result<MapFile> map_of(const Call& call) {
  const auto names = call.workspace.map_names();
  const std::string& name = call.steps.front();
  if (std::find(names.begin(), names.end(), name) == names.end()) return misuse(msg("app.no_map", {{"name", name}}));
  return call.workspace.map(name);
}

Response no_map(const Failure& failure, Lang lang) { return error_reply(404, "no-such-map", failure.what.message, lang, failure.what.hint); }

bool readable(const std::vector<Diagnostic>& said) {
  constexpr std::array<std::string_view, 5> kUnreadable = {"yaml-syntax", "too-deep", "too-large", "not-utf8", "control-character"};
  return std::none_of(said.begin(), said.end(),
                      [&](const auto& d) { return std::find(kUnreadable.begin(), kUnreadable.end(), d.code) != kUnreadable.end(); });
}

std::string version_of(const std::string& text) { return to_hex(digest(text)); }

namespace {

template <class File>
Json file_json(const std::string& folder, const File& file, Lang lang) {
  Json problems = Json::array();
  for (const auto& diagnostic : file.diagnostics) problems.push_back(to_json(diagnostic, lang));
  const YamlTree* tree = file.source.tree();
  return {{"version", 1},
          {"id", file.value.id},
          {"file", join_path(folder, file_name(file.source.file()))},
          {"of", version_of(file.source.text())},
          {"usable", file.usable()},
          {"readable", readable(file.diagnostics)},
          {"content", tree && !tree->empty() ? to_json(*tree) : Json::object()},
          {"text", file.source.text()},
          {"problems", std::move(problems)}};
}

}  // namespace

Json map_json(const MapFile& map, Lang lang) { return file_json("maps", map, lang); }
Json persona_json(const PersonaFile& persona, Lang lang) { return file_json("personas", persona, lang); }

Response get_map(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  return json_reply(map_json(*map, call.lang));
}

}  // namespace parcours
