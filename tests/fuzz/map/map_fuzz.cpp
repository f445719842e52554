// Any bytes as a map, persona, settings or rule; random edits of it; its layout. Nothing crashes, edits keep their promise.
#include <cstdlib>

#include "map/diff.h"
#include "map/edits.h"
#include "map/format.h"
#include "map/yaml_json.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string path_in(const parcours::YamlTree& tree, std::uint8_t pick) {
  return tree.empty() ? "" : tree.path_of(tree.nodes[pick % tree.nodes.size()]);
}

void try_edits(const parcours::SourceText& source, const std::uint8_t* bytes) {
  using namespace parcours;
  const std::string one = path_in(*source.tree(), bytes[0]), two = path_in(*source.tree(), bytes[1]);
  const Json values[] = {"text: with # signs", 1.5, nullptr, Json::array({1, "a,b"}), Json{{"id", "x"}, {"says", "one\ntwo"}}, "a\nb\n"};
  const Json& value = values[bytes[2] % std::size(values)];
  const Edit edits[] = {set_edit(one, value),
                        remove_edit(one),
                        add_item(one, value, bytes[1] % 4),
                        add_key(one, "added", value, bytes[1] % 4),
                        move_edit(one, bytes[1] % 4),
                        move_to(one, two, bytes[2] % 4)};
  for (const Edit& edit : edits) {
    const auto result = apply_edit(source, edit);
    if (result.ok()) require(read_yaml("a", result.value()).diagnostics.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parcours;
  if (size < 3) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size - 3);  // the last three bytes choose the edits
  const MapFile map = parse_map("maps/fuzz.yaml", text);
  for (const auto& diagnostic : map.diagnostics) {
    require(diagnostic.place.begin <= diagnostic.place.end && diagnostic.place.end <= text.size());
    require(!render(diagnostic, text, Lang::fr).empty());
  }
  parse_persona("personas/fuzz.yaml", text);
  parse_settings("parcours.yaml", text);
  parse_rule_text("rule", text);
  if (map.usable()) require(diff(map.value, map.value).empty());  // ids that stand twice are no map
  try_edits(map.source, data + text.size());
  if (const auto once = format_yaml("a", text); once.ok()) {
    const auto twice = format_yaml("a", once.value());
    require(twice.ok() && twice.value() == once.value());
  }
  return 0;
}
