#include "map/workspace_files.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

class WorkspaceFilesTest : public testing::Test {
 protected:
  void put(const std::string& path, const std::string& text) { ASSERT_TRUE(files.write(path, text).ok()); }
  std::string said(const std::vector<Diagnostic>& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics) out += render(d, "", Lang::en);
    return out;
  }
  MemoryFiles files;
};

TEST_F(WorkspaceFilesTest, ReadsAllAndSaysWhatDoesNotFit) {
  put("shop/parcours.yaml", "parcours: 1\nlanguage: fr\nchannels: [{id: atelier, online: false}]\n");
  put("shop/personas/thomas.yaml", "name: Thomas\n");
  put("shop/maps/b.yaml", "parcours: 1\ntitle: B\nlanguage: en\npersonas: [tomas, zoe]\n");
  put("shop/maps/a.yml",
      "parcours: 1\ntitle: A\nstages:\n  - {id: s, name: S, phase: before, touchpoints: [{id: t, name: T, channel: emial}, {id: u, name: U, channel: "
      "atelier}]}\n");
  put("shop/maps/notes.txt", "not a map");
  const auto loaded = load_workspace(files, "shop");
  ASSERT_TRUE(loaded.ok());
  ASSERT_EQ(loaded->maps.size(), 2u);
  EXPECT_EQ(loaded->maps[0].value.id, "a");
  EXPECT_EQ(said(loaded->diagnostics),
            "maps/a.yml:4:77: warning[unknown-channel]: unknown channel `emial`\n      = did you mean `email`?\n"
            "maps/b.yaml:4:12: error[unknown-persona]: the persona `tomas` has no file\n      = did you mean `thomas`?\n"
            "maps/b.yaml:4:19: error[unknown-persona]: the persona `zoe` has no file\n      = write personas/zoe.yaml, with at least `name:`\n");
  EXPECT_EQ(loaded->language_of(loaded->map("a")->value), Lang::fr);
  EXPECT_EQ(loaded->language_of(loaded->map("b")->value), Lang::en);
  EXPECT_EQ(loaded->persona("thomas")->value.name.plain, "Thomas");
}

TEST_F(WorkspaceFilesTest, IsFoundFromInside) {
  put("a/shop/parcours.yaml", "parcours: 1\n");
  put("a/shop/maps/m.yaml", "parcours: 1\ntitle: M\n");
  EXPECT_EQ(find_workspace(files, "a/shop/maps"), "a/shop");
  EXPECT_EQ(find_workspace(files, "a/shop"), "a/shop");
  EXPECT_EQ(find_workspace(files, "a"), std::nullopt);
}

TEST_F(WorkspaceFilesTest, AFolderThatIsNotThereIsAFailure) { EXPECT_FALSE(load_workspace(files, "nowhere").ok()); }

TEST_F(WorkspaceFilesTest, TwoFilesOfOneNameAreAnError) {
  put("shop/maps/ring.yaml", "parcours: 1\ntitle: Ring\n");
  put("shop/maps/ring.yml", "parcours: 1\ntitle: Ring\n");
  EXPECT_EQ(said(load_workspace(files, "shop")->diagnostics),
            "maps/ring.yml: error[duplicate-file]: this file has the same name as maps/ring.yaml\n");
}

}  // namespace
}  // namespace parcours
