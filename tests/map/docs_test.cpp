// The format pages say what the parser does: their examples parse, every key and every complaint is named.
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "map/map_file.h"
#include "map/shape.h"
#include "map/views_file.h"

namespace parcours {
namespace {

std::string page(const std::string& name) {
  const auto text = DiskFiles().read(std::string(PARCOURS_SOURCE_DIR) + "/docs/formats/" + name);
  EXPECT_TRUE(text.ok()) << name;
  return text.ok() ? *text : "";
}

std::string yaml_of(const std::string& text) {
  const std::string fence = "```yaml\n";
  const auto begin = text.find(fence) + fence.size();
  return text.substr(begin, text.find("```", begin) - begin);
}

template <class T>
void expect_clean(const Parsed<T>& parsed) {
  for (const auto& diagnostic : parsed.diagnostics) ADD_FAILURE() << render(diagnostic, parsed.source.text(), Lang::en);
}

TEST(FormatPagesTest, ExamplesParse) {
  expect_clean(parse_map("maps/example.yaml", yaml_of(page("map.md"))));
  expect_clean(parse_persona("personas/example.yaml", yaml_of(page("persona.md"))));
  expect_clean(parse_views("views/example/sales.yaml", yaml_of(page("views.md"))));
  expect_clean(parse_settings("parcours.yaml", yaml_of(page("workspace-settings.md"))));
}

void keys_of(const Shape& shape, std::set<std::string>& out) {
  for (const auto& key : shape.keys) out.insert(key.name), keys_of(*key.shape, out);
  if (shape.items) keys_of(*shape.items, out);
  for (const auto& alternative : shape.alternatives) keys_of(alternative, out);
}

void expect_named(const Shape& shape, const std::string& text) {
  std::set<std::string> keys;
  keys_of(shape, keys);
  for (const auto& key : keys) EXPECT_TRUE(std::regex_search(text, std::regex("\\b" + key + "\\b"))) << key;
}

TEST(FormatPagesTest, EveryKeyIsNamed) {
  expect_named(map_shape(), page("map.md"));
  expect_named(persona_shape(), page("persona.md") + page("map.md"));
  expect_named(settings_shape(), page("workspace-settings.md"));
  expect_named(views_shape(), page("views.md"));
}

TEST(FormatPagesTest, EveryComplaintIsNamed) {
  const DiskFiles files;
  const std::string folder = std::string(PARCOURS_SOURCE_DIR) + "/src/map", text = page("map.md");
  const std::regex call(
      "(?:complain|complain_at_handle|refuse|add)\\([^\"\\n]*\"([a-z0-9]+(?:-[a-z0-9]+)+)\"|Severity::(?:error|warning), \"([a-z0-9-]+)\"");
  std::set<std::string> codes;
  for (const auto& name : files.list(folder)) {
    if (extension_of(name) != "cpp") continue;
    const std::string source = *files.read(join_path(folder, name));
    for (std::sregex_iterator at(source.begin(), source.end(), call), end; at != end; ++at)
      codes.insert((*at)[1].matched ? (*at)[1].str() : (*at)[2].str());
  }
  for (const char* internal : {"cannot-read", "duplicate-file", "too-many-problems"}) codes.erase(internal);
  EXPECT_GT(codes.size(), 30u);
  for (const auto& code : codes) EXPECT_NE(text.find("`" + code + "`"), std::string::npos) << code;
}

}  // namespace
}  // namespace parcours
