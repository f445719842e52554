// Any map as a template: what is copied, byte for byte, and what is left behind.
#include "app/map_template.h"

#include <gtest/gtest.h>

#include <map>

#include "map/workspace_files.h"

namespace parcours {
namespace {

const std::string kMap =
    "# ours\nparcours: 1\ntitle: T\npersonas: [ana, ben]\nstages:\n  - id: a\n    name: A\n    phase: before\n    touchpoints:\n"
    "      - {id: t, name: T, channel: kiosque, does: Looks, images: [images/shop.png, images/gone.png]}\n";

MemoryFiles workspace() {
  MemoryFiles files;
  const std::map<std::string, std::string> content = {
      {"ws/parcours.yaml", "# the house\nparcours: 1\nchannels:\n  - {id: kiosque, name: Kiosk}\nbrand: {logo: images/logo.svg}\n"},
      {"ws/maps/first.yaml", kMap},
      {"ws/maps/second.yaml", "parcours: 1\ntitle: Other\npersonas: [cleo]\nstages: []\n"},
      {"ws/personas/ana.yaml", "name: Ana   # she\nportrait: ana.png\nquote: Yes\n"},
      {"ws/personas/ben.yaml", "name: Ben\n"},
      {"ws/personas/cleo.yaml", "name: Cleo\n"},
      {"ws/personas/ana.png", "\x89PNG ana"},
      {"ws/images/shop.png", "\x89PNG shop"},
      {"ws/images/logo.svg", "<svg/>"},
      {"ws/events/1.parquet", "PAR1"}};
  for (const auto& [path, text] : content) EXPECT_TRUE(files.write(path, text).ok());
  return files;
}

MapTemplate made(const MemoryFiles& files, const std::string& path, Take take) {
  const MapFile map = parse_map(path, files.read(path).value());
  return template_of(map, take, Lang::fr, files).value();
}

std::map<std::string, std::string> by_path(const MapTemplate& made) {
  std::map<std::string, std::string> out;
  for (const auto& file : made.files) out[file.path] = file.content;
  return out;
}

TEST(MapTemplate, TakesTheMapItsPersonasAndTheirPicturesByteForByte) {
  const MemoryFiles files = workspace();
  const MapTemplate copy = made(files, "ws/maps/first.yaml", Take::everything);
  const auto got = by_path(copy);
  std::vector<std::string> paths;
  for (const auto& [path, content] : got) {
    paths.push_back(path);
    EXPECT_EQ(content, files.read("ws/" + path).value()) << path;
  }
  EXPECT_EQ(paths, (std::vector<std::string>{"images/logo.svg", "images/shop.png", "maps/first.yaml", "parcours.yaml", "personas/ana.png",
                                             "personas/ana.yaml", "personas/ben.yaml"}));
  EXPECT_EQ(copy.missing, std::vector<std::string>{"images/gone.png"});
}

TEST(MapTemplate, TheStructureLeavesContentsAndPicturesBehind) {
  const MemoryFiles files = workspace();
  const MapTemplate copy = made(files, "ws/maps/first.yaml", Take::structure);
  const auto got = by_path(copy);
  EXPECT_EQ(got.at("maps/first.yaml"), kMap.substr(0, kMap.find(", does")) + "}\n");
  EXPECT_EQ(got.at("personas/ana.yaml"), "name: Ana   # she\nportrait:\nquote:\n");
  EXPECT_FALSE(got.contains("personas/ana.png"));
  EXPECT_FALSE(got.contains("images/shop.png"));
  EXPECT_TRUE(got.contains("images/logo.svg")) << "parcours.yaml stays whole, and it names the logo";
  EXPECT_TRUE(copy.missing.empty());
}

TEST(MapTemplate, TheNewWorkspaceReadsWithoutAWord) {
  for (const Take take : {Take::everything, Take::structure}) {
    MemoryFiles files = workspace();
    const auto maps = write_new_workspace("new", made(files, "ws/maps/first.yaml", take).files, files);
    ASSERT_TRUE(maps.ok());
    EXPECT_EQ(*maps, std::vector<std::string>{"new/maps/first.yaml"});
    const auto loaded = load_workspace(files, "new");
    ASSERT_TRUE(loaded.ok());
    for (const auto& diagnostic : loaded->diagnostics) ADD_FAILURE() << render(diagnostic, "", Lang::en);
  }
}

TEST(MapTemplate, AMapAloneGetsSettingsAndItsPersonas) {
  MemoryFiles files;
  ASSERT_TRUE(files.write("alone.yaml", "parcours: 1\ntitle: T\npersonas: [ana]\nstages: []\n").ok());
  const auto maps = write_new_workspace("new", made(files, "alone.yaml", Take::everything).files, files);
  ASSERT_TRUE(maps.ok());
  const auto loaded = load_workspace(files, "new");
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE(loaded->diagnostics.empty());
  EXPECT_EQ(loaded->settings.value.language, Lang::fr);
  EXPECT_EQ(loaded->personas.front().value.name.in(Lang::fr), "ana");
}

TEST(MapTemplate, ABrokenPersonaIsToldAtItsPlace) {
  MemoryFiles files = workspace();
  ASSERT_TRUE(files.write("ws/personas/ben.yaml", "name: Ben\nqoute: Yes\n").ok());
  const MapFile map = parse_map("ws/maps/first.yaml", kMap);
  const auto copy = template_of(map, Take::everything, Lang::en, files);
  ASSERT_FALSE(copy.ok());
  EXPECT_EQ(copy.failure().kind, FailureKind::misuse);
  EXPECT_EQ(copy.failure().what.code, "unknown-key");
  EXPECT_EQ(copy.failure().what.place.file, "personas/ben.yaml");
  EXPECT_EQ(copy.failure().what.place.line, 2u);
}

}  // namespace
}  // namespace parcours
