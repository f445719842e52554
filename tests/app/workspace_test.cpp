// The written part of a workspace as the program sees it.
#include "app/workspace.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

class WorkspaceTest : public testing::Test {
 protected:
  WorkspaceTest() { put("w/parcours.yaml", "parcours: 1\n"); }
  void put(const std::string& path, const std::string& text) { ASSERT_TRUE(files_.write(path, text).ok()); }
  Workspace open() { return std::move(*Workspace::open("w", {files_, clock_, inputs_})); }
  std::string said(const std::vector<Diagnostic>& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics) out += render(d, "", Lang::en);
    return out;
  }

  MemoryFiles files_;
  FixedClock clock_{0};
  MemoryInputs inputs_{{}};
};

TEST_F(WorkspaceTest, SeesMapsOfBothExtensions) {
  put("w/maps/a.yml", "parcours: 1\ntitle: A\n");
  put("w/maps/b.yaml", "parcours: 1\ntitle: B\n");
  put("w/maps/notes.txt", "not a map");
  const Workspace workspace = open();
  EXPECT_EQ(workspace.map_names(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(workspace.map("a")->source.file(), "w/maps/a.yml");
  EXPECT_EQ(workspace.map("w/maps/a.yml")->value.title.plain, "A");
  EXPECT_EQ(workspace.map("maps/a")->source.file(), "w/maps/a.yml");
  EXPECT_FALSE(workspace.map("elsewhere/a").ok()) << "of another folder";
  const auto missing = workspace.map("c");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(render(missing.failure().what.message, Lang::en), "there is no map `c`");
}

TEST_F(WorkspaceTest, APersonaThatCannotBeReadIsNotToldAsMissing) {
  put("w/maps/m.yaml", "parcours: 1\ntitle: M\npersonas: [ana, zoe]\n");
  put("w/personas/ana.yml", "name: Ana\n" + std::string(kMaxMapBytes, '#'));
  const Workspace workspace = open();
  const auto map = workspace.map("m");
  ASSERT_TRUE(map.ok());
  EXPECT_EQ(said(workspace.around(*map).diagnostics),
            "w/personas/ana.yml: error[cannot-read]: w/personas/ana.yml is larger than 4,194,304 bytes\n"
            "w/maps/m.yaml:3:17: error[unknown-persona]: the persona `zoe` has no file\n      = write personas/zoe.yaml, with at least `name:`\n");
}

}  // namespace
}  // namespace parcours
