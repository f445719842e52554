// Which picture files are read, and what is said of those that cannot be shown.
#include "app/pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace parcours {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSvg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><rect width=\"4\" height=\"2\"/></svg>";

class PicturesTest : public testing::Test {
 protected:
  PicturesTest() : folder_(fs::temp_directory_path() / ("parcours-pictures-" + std::to_string(::getpid()))) {
    write("w/parcours.yaml", "parcours: 1\nbrand: {logo: images/logo.svg}\n");
    write("w/maps/m.yaml",
          "parcours: 1\ntitle: t\npersonas: [ana]\nstages:\n  - id: s\n    touchpoints:\n      - id: a\n        name: A\n"
          "        images: [images/good.svg, images/none.png, images/spoilt.png, images/link.svg]\n");
    write("w/personas/ana.yaml", "name: Ana\nportrait: ana.svg\n");
    write("w/images/logo.svg", kSvg), write("w/images/good.svg", kSvg), write("w/personas/ana.svg", kSvg);
    write("w/images/spoilt.png", "\x89PNG\r\n\x1a\n and no more");
    write("secret.svg", kSvg);
    fs::create_symlink(folder_ / "secret.svg", folder_ / "w/images/link.svg");
  }
  ~PicturesTest() override { fs::remove_all(folder_); }

  void write(const std::string& path, std::string_view content) {
    fs::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << content;
  }

  fs::path folder_;
  DiskFiles files_;
  FixedClock clock_{0};
  MemoryInputs inputs_{{}};
};

TEST_F(PicturesTest, AreReadBelowTheWorkspaceAndNowhereElse) {
  const auto workspace = Workspace::open((folder_ / "w").string(), {files_, clock_, inputs_});
  ASSERT_TRUE(workspace.ok());
  const auto map = workspace->map("m");
  ASSERT_TRUE(map.ok());
  const LoadedPictures loaded = load_pictures(*workspace, *map);
  ASSERT_EQ(loaded.pictures.size(), 6u);
  for (const char* good : {"images/logo.svg", "images/good.svg", "ana.svg"}) EXPECT_TRUE(loaded.pictures.at(good)) << good;
  for (const char* bad : {"images/none.png", "images/spoilt.png", "images/link.svg"}) EXPECT_FALSE(loaded.pictures.at(bad)) << bad;
  ASSERT_EQ(loaded.diagnostics.size(), 3u);
  const char* said[] = {"there is no such file", "the picture is damaged", "out of the workspace"};
  for (std::size_t i = 0; i < 3; ++i) {
    const Diagnostic& diagnostic = loaded.diagnostics[i];
    EXPECT_NE(render(diagnostic.message, Lang::en).find(said[i]), std::string::npos) << render(diagnostic.message, Lang::en);
    EXPECT_EQ(diagnostic.severity, Severity::warning);
    EXPECT_EQ(diagnostic.place.line, 9u);
  }
  EXPECT_LT(loaded.diagnostics[0].place.column, loaded.diagnostics[1].place.column);
}

TEST_F(PicturesTest, AnIconThatIsNotCarriedIsNamedWithTheNearestAndTheList) {
  write("w/parcours.yaml",
        "parcours: 1\nchannels:\n  - {id: a, icon: train-frnt}\n  - {id: b, icon: zzzz}\n  - {id: c, icon: hammer}\n  - {id: d}\n");
  const auto workspace = Workspace::open((folder_ / "w").string(), {files_, clock_, inputs_});
  ASSERT_TRUE(workspace.ok());
  const auto map = workspace->map("m");
  ASSERT_TRUE(map.ok());
  std::vector<Diagnostic> icons = load_pictures(*workspace, *map).diagnostics;
  std::erase_if(icons, [](const Diagnostic& diagnostic) { return diagnostic.code != "unknown-icon"; });
  ASSERT_EQ(icons.size(), 2u);
  EXPECT_EQ(render(icons[0].message, Lang::en), "the program has no icon `train-frnt`: a dot is drawn in its place");
  EXPECT_EQ(render(*icons[0].hint, Lang::en), "did you mean `train-front`? docs/formats/icons.md lists them all");
  EXPECT_EQ(render(*icons[1].hint, Lang::en), "choose one from docs/formats/icons.md");
  EXPECT_EQ(icons[0].place.line, 3u);
  EXPECT_EQ(icons[1].place.line, 4u);
}

// The page of the icons names those that are carried, and no others.
TEST_F(PicturesTest, ThePageOfTheIconsListsThoseThatAreCarried) {
  const std::string page = files_.read(std::string(PARCOURS_SOURCE_DIR) + "/docs/formats/icons.md").value();
  std::vector<std::string> listed;
  for (std::size_t at = page.find("\n\n"); (at = page.find('`', at)) != std::string::npos;) {
    const std::size_t end = page.find('`', at + 1);
    listed.push_back(page.substr(at + 1, end - at - 1)), at = end + 1;
  }
  std::vector<std::string> carried;
  for (const std::string& name : files_.list(std::string(PARCOURS_SOURCE_DIR) + "/assets/icons"))
    if (name.ends_with(".svg")) carried.push_back(name.substr(0, name.size() - 4));
  std::sort(carried.begin(), carried.end()), std::sort(listed.begin(), listed.end());
  EXPECT_EQ(listed, carried);
}

}  // namespace
}  // namespace parcours
