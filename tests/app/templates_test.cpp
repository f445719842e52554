// What the program carries: every template parses without a word, and workspaces are made of them.
#include "app/templates.h"

#include <gtest/gtest.h>

#include "app/workspace.h"

namespace parcours {
namespace {

TEST(Templates, EveryFileParsesWithoutAWord) {
  ASSERT_GE(template_files().size(), 12u);
  for (const auto& file : template_files()) {
    const std::string path(file.path), text(file.content);
    std::vector<Diagnostic> found;
    if (path.find("/maps/") != std::string::npos) found = parse_map(path, text).diagnostics;
    else if (path.find("/personas/") != std::string::npos && path.ends_with(".yaml")) found = parse_persona(path, text).diagnostics;
    else if (path.ends_with("parcours.yaml")) found = parse_settings(path, text).diagnostics;
    for (const auto& diagnostic : found) ADD_FAILURE() << render(diagnostic, text, Lang::en);
  }
}

TEST(Templates, EveryFileIsCarriedToTheLastByte) {
  const DiskFiles files;
  for (const auto& file : template_files()) {
    const auto real = files.read(std::string(PARCOURS_SOURCE_DIR) + "/templates/" + std::string(file.path));
    ASSERT_TRUE(real.ok()) << file.path;
    EXPECT_TRUE(*real == file.content) << file.path << ": " << real->size() << " bytes, carried " << file.content.size();
  }
}

TEST(Templates, AWorkspaceIsMadeOnceAndOnlyInAnEmptyFolder) {
  MemoryFiles files;
  const auto maps = new_workspace("w", "shop", Lang::en, files);
  ASSERT_TRUE(maps.ok());
  EXPECT_EQ(*maps, std::vector<std::string>{"w/maps/shop.yaml"});
  EXPECT_NE(files.read("w/parcours.yaml")->find("\nlanguage: en"), std::string::npos);
  EXPECT_NE(files.read("w/.gitignore")->find("/events/"), std::string::npos);
  const auto again = new_workspace("w", "shop", Lang::en, files);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.failure().kind, FailureKind::misuse);
}

TEST(Templates, ThePlanBeginsFromToday) {
  MemoryFiles files;
  ASSERT_TRUE(new_workspace("w", "valentine", Lang::en, files, Take::everything, Date{2030, 6, 1}).ok());
  const JourneyMap map = parse_map("m.yaml", files.read("w/maps/valentine.yaml").value()).value;
  EXPECT_EQ(map.reviewed, (Date{2030, 6, 1}));
  EXPECT_EQ(map.target_date, (Date{2031, 2, 14}));
  for (const auto& action : map.actions) EXPECT_GT(*action.due, (Date{2030, 6, 1})) << action.id;
}

// A quarter to midnight in Greenwich is the next day where the templates lie; a plan that began yesterday would be too late from the start.
TEST(Templates, TodayIsThatOfTheWorkspaceToBe) {
  const Zone paris = *Zone::find("Europe/Paris");
  EXPECT_EQ(today_in_new_workspace(Zone::utc().instant({Date{2026, 11, 22}, 22, 59})), (Date{2026, 11, 22}));
  EXPECT_EQ(today_in_new_workspace(Zone::utc().instant({Date{2026, 11, 22}, 23, 45})), (Date{2026, 11, 23}));
  for (const auto& file : template_files()) {
    const std::string path(file.path);
    if (path.ends_with("parcours.yaml")) { EXPECT_EQ(parse_settings(path, std::string(file.content)).value.zone, paris.name()) << path; }
  }
}

TEST(Templates, AnUnknownOneIsSuggested) {
  MemoryFiles files;
  const auto made = new_workspace("w", "shpo", Lang::en, files);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(render(made.failure().what, "", Lang::en), "error[misuse]: there is no template `shpo`\n      = did you mean `shop`?\n");
}

TEST(Workspace, IsFoundFromAFolderBelow) {
  MemoryFiles files;
  ASSERT_TRUE(new_workspace("w", "shop", Lang::en, files).ok());
  FixedClock clock(0);
  MemoryInputs inputs({});
  const auto workspace = Workspace::open("w", {files, clock, inputs});
  ASSERT_TRUE(workspace.ok());
  EXPECT_EQ(workspace->map_names(), std::vector<std::string>{"shop"});
  EXPECT_EQ(workspace->zone().name(), "Europe/Paris");
  const auto map = workspace->map("shop");
  ASSERT_TRUE(map.ok());
  EXPECT_EQ(workspace->around(*map).personas.size(), 2u);
  const auto none = workspace->map("shopp");
  ASSERT_FALSE(none.ok());
  EXPECT_NE(render(none.failure().what, "", Lang::en).find("did you mean `shop`"), std::string::npos);
  EXPECT_FALSE(Workspace::open("elsewhere", {files, clock, inputs}).ok());
}

TEST(Workspace, APersonaThatIsNotThereIsToldAtItsPlace) {
  MemoryFiles files;
  ASSERT_TRUE(files.write("w/parcours.yaml", "parcours: 1\n").ok());
  ASSERT_TRUE(files.write("w/maps/m.yaml", "parcours: 1\ntitle: T\npersonas: [ana]\nstages: []\n").ok());
  FixedClock clock(0);
  MemoryInputs inputs({});
  const auto workspace = Workspace::open("w", {files, clock, inputs});
  ASSERT_TRUE(workspace.ok());
  const auto map = workspace->map("m");
  const auto found = workspace->around(*map);
  ASSERT_EQ(found.diagnostics.size(), 1u);
  EXPECT_EQ(found.diagnostics[0].code, "unknown-persona");
  EXPECT_EQ(found.diagnostics[0].place.line, 3u);
}

}  // namespace
}  // namespace parcours
