// Any words as what two people of a team say in a workshop, a line each: the team, frictions, notes. The file that comes of it is one the parser
// takes without complaint, and it says the mean and all the words.
#include <cstdlib>

#include "base/json.h"
#include "links/workshop.h"
#include "map/views_file.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr char kMap[] = "parcours: 1\ntitle: T\nstages:\n  - id: a\n    name: A\n    phase: before\n    touchpoints:\n      - {id: t, name: Un}\n";

// As the server hands it on: JSON is UTF-8, and one line.
std::string words_in(std::string& text) {
  const auto end = text.find('\n');
  const std::string line = text.substr(0, end);
  text = end == std::string::npos ? "" : text.substr(end + 1);
  const parcours::Json json = parcours::Json::parse('"' + line + '"', nullptr, false);
  return json.is_string() ? parcours::one_line(json.get<std::string>()) : "";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parcours;
  std::string text(reinterpret_cast<const char*>(data), size);
  const MapFile map = parse_map("maps/m.yaml", kMap);
  const std::string team = words_in(text);
  if (team.empty() || team.size() > 4 * kTeamMax) return 0;
  std::vector<Said> said;
  for (const std::int64_t emotion : {-2, 1}) {
    Said one{"t", emotion, "", ""};
    one.friction = words_in(text);
    one.note = words_in(text);
    said.push_back(one);
  }
  const ViewsFile file = parse_views("views/m/team.yaml", workshop_views(map.value, team, said, Lang::en));
  require(file.diagnostics.empty() && file.value.team.plain == team && file.value.views.size() == 1);
  require(file.value.views[0].emotion == -0.5);
  const std::string& note = file.value.views[0].note.in(Lang::en);
  require(note.find(said[0].friction) != std::string::npos && note.find(said[0].note) != std::string::npos);
  return 0;
}
