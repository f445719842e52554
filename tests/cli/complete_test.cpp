// What the shells are offered, at any place of the command line.
#include "cli/complete.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "app/templates.h"
#include "cli/global_options.h"

namespace parcours {
namespace {

// A workspace with the shop's map and one of two touchpoints.
class Complete : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(new_workspace("w", "shop", Lang::en, files_).ok());
    ASSERT_TRUE(files_
                    .write("w/maps/small.yaml",
                           "parcours: 1\ntitle: {fr: Petite, en: Small}\nstages:\n  - id: find\n    name: Finds\n    touchpoints:\n"
                           "      - {id: ad, name: Sees an ad, match: {event: ad}}\n      - {id: shop, name: Comes in, match: {event: visit}}\n")
                    .ok());
  }

  std::string offered(std::vector<std::string> words, const std::string& folder = "w") {
    const std::atomic<bool> stopped = false;
    std::istringstream in;
    std::ostringstream out, err;
    Session session{{files_, clock_, inputs_}, in, out, err, folder, Lang::en, false, false, false, false, stopped};
    const auto found = complete(words, session);
    std::string all;
    for (const auto& candidate : found.candidates) all += (all.empty() ? "" : " ") + candidate.value;
    if (found.paths == Completion::Paths::files) all += " :files";
    if (found.paths == Completion::Paths::folders) all += " :folders";
    EXPECT_EQ(err.str(), "");
    return all;
  }

  MemoryFiles files_;
  FixedClock clock_{0};
  DiskInputs inputs_;
};

TEST_F(Complete, Commands) {
  EXPECT_EQ(offered({"fu"}), "funnel");
  EXPECT_EQ(offered({"-C", "w", "fo"}), "forget");
  EXPECT_EQ(offered({"help", "ret"}), "retention");
  EXPECT_EQ(offered({"help", "retention", ""}), "");
  EXPECT_EQ(offered({"nothing-like-it"}), "");
}

TEST_F(Complete, WhatASimulationMayLeaveOut) {
  EXPECT_EQ(offered({"simulate", "--without", "la"}), "late");
  EXPECT_EQ(offered({"simulate", "--without", "late,l"}), "late,loops");
}

TEST_F(Complete, OptionsThatAreNotGivenYet) {
  EXPECT_EQ(offered({"draw", "--pa"}), "--paper");
  EXPECT_EQ(offered({"draw", "--paper", "A3", "--pa"}), "");
  EXPECT_EQ(offered({"draw", "--paper=A3", "--pa"}), "");
  EXPECT_EQ(offered({"draw", "--where", "platform=mobile", "--whe"}), "--where");  // may come several times
  EXPECT_EQ(offered({"draw", "shop", "--js"}), "--json");                          // of those that stand anywhere
  EXPECT_EQ(offered({"draw", "-o", "x.png", "--out"}), "");                        // given by its short name
}

TEST_F(Complete, ValuesOfAList) {
  EXPECT_EQ(offered({"draw", "--theme", ""}), "light dark contrast print");
  EXPECT_EQ(offered({"draw", "--theme=da"}), "--theme=dark");
  EXPECT_EQ(offered({"draw", "--paper", ""}), "A4 A3 A2 A1 A0");
  EXPECT_EQ(offered({"import", "--scale", ""}), "0-10 1-5 1-7");
  EXPECT_EQ(offered({"--lang", ""}), "fr en");
  EXPECT_EQ(offered({"completions", ""}), "bash zsh fish");
  EXPECT_EQ(offered({"draw", "--lanes", "touchpoints,emo"}), "touchpoints,emotion");
  EXPECT_EQ(offered({"measure", "--since", ""}), "");  // a date is typed
}

TEST_F(Complete, WhatTheWorkspaceHolds) {
  EXPECT_EQ(offered({"draw", ""}), "shop small");
  EXPECT_EQ(offered({"-C", "w", "draw", "sm"}, "."), "small");
  EXPECT_EQ(offered({"measure", "small", "--list", ""}), "ad shop");
  EXPECT_EQ(offered({"measure", "--list", ""}), "");  // of two maps, which?
  EXPECT_EQ(offered({"funnel", "--map", "small", "a"}), "ad");
  EXPECT_EQ(offered({"funnel", "--map", "small", "ad,s"}), "ad,shop");
  EXPECT_EQ(offered({"draw", "small", "--stage", ""}), "find");
  EXPECT_EQ(offered({"new", "x", "--template", "sm"}), "small");
  EXPECT_EQ(offered({"new", "x", "--template", "five"}), "five_stages");
  EXPECT_EQ(offered({"explain", "stale"}), "stale-map");
  EXPECT_EQ(offered({"import", "--recipe", "shop"}), "shopify");
}

TEST_F(Complete, OutsideOfAWorkspaceNothingIsMissedButMaps) {
  EXPECT_EQ(offered({"draw", ""}, "elsewhere"), "");
  EXPECT_EQ(offered({"draw", "--theme", "l"}, "elsewhere"), "light");
}

TEST_F(Complete, FilesAndFolders) {
  EXPECT_EQ(offered({"draw", "-o", "pic"}), " :files");
  EXPECT_EQ(offered({"import", ""}), " :files");
  EXPECT_EQ(offered({"new", ""}), " :folders");
  EXPECT_EQ(offered({"-C", ""}), " :folders");
  EXPECT_EQ(offered({"draw", "maps/s"}), " :files");  // a map by its path
  EXPECT_EQ(offered({"figures", ""}), "import");
  EXPECT_EQ(offered({"figures", "import", ""}), " :files");
  EXPECT_EQ(offered({"figures", "import", "a.csv", "--dr"}), "--dry-run");
  EXPECT_EQ(offered({"convert", "x.xml", "-o", ""}), " :files");
}

TEST_F(Complete, WhatACandidateIsIsSaidInTheLanguageAskedFor) {
  const std::atomic<bool> stopped = false;
  std::istringstream in;
  std::ostringstream out, err;
  Session session{{files_, clock_, inputs_}, in, out, err, "w", Lang::en, false, false, false, false, stopped};
  EXPECT_EQ(to_lines(complete({"--lang", "fr", "draw", "sm"}, session)), "small\tPetite\n");
  EXPECT_EQ(to_lines(complete({"draw", "--lanes", "ri"}, session)), "river\t\n:open\n");
}

// Whatever is typed, however far: something is answered, and nothing that does not begin with it.
TEST_F(Complete, EveryOptionOfEveryCommandCanBeAskedFor) {
  for (const auto& command : all_commands()) {
    Options options;
    const auto made = command.make();
    made->declare(options);
    for (const auto& option : options.all()) {
      if (option.names.empty()) continue;
      const std::string name = option.names.substr(option.names.rfind(',') + 1);
      const std::string found = " " + offered({std::string(command.name), name.substr(0, 3)}) + " ";
      EXPECT_NE(found.find(" " + name + " "), std::string::npos) << command.name << " " << name;
    }
  }
}

}  // namespace
}  // namespace parcours
