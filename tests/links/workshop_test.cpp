// What people say in a workshop as the views file of their team: it is read back as it was said, whatever they typed.
#include "links/workshop.h"

#include <gtest/gtest.h>

#include "map/views_file.h"

namespace parcours {
namespace {

constexpr char kMap[] = R"(parcours: 1
title: T
stages:
  - id: a
    name: A
    phase: before
    touchpoints:
      - {id: post, name: Un}
      - {id: pay, name: Deux}
)";

ViewsFile file_of(const std::string& team, const std::vector<Said>& said, Lang lang = Lang::en) {
  const MapFile map = parse_map("maps/m.yaml", kMap);
  return parse_views("views/m/workshop-team.yaml", workshop_views(map.value, team, said, lang));
}

TEST(WorkshopViews, WhateverIsTypedIsReadBack) {
  for (const std::string words : {"# no comment", "- no list", "key: value", "\"quoted\" 'twice'", "{flow: [1, 2", "&anchor *alias !tag %", "null",
                                  "~", "1e3", "yes", "…", "| > -", "a\\n\\u0000", "\xF0\x9F\x98\xA1 営業 é", "?", ": :", "@`", "---", "..."}) {
    const ViewsFile file = file_of(words, {{"pay", 2, "", words}});
    EXPECT_TRUE(file.diagnostics.empty()) << words;
    EXPECT_EQ(file.value.team.plain, words);
    ASSERT_EQ(file.value.views.size(), 1u) << words;
    EXPECT_EQ(file.value.views[0].note.plain, words);
    EXPECT_EQ(file.value.views[0].emotion, 2);
  }
}

// By hand: (-2 - 1 + 0 + 2) / 4 = -0.25; (1 + 1 + 0) / 3 = 0.67; (-1 + 1) / 2 = 0.
TEST(WorkshopViews, TheMeanToTwoDecimals) {
  const auto emotion_of = [](const std::vector<std::int64_t>& emotions) {
    std::vector<Said> said;
    for (const std::int64_t emotion : emotions) said.push_back({"pay", emotion, "", ""});
    return file_of("Sales", said).value.views.at(0).emotion;
  };
  EXPECT_EQ(emotion_of({-2, -1, 0, 2}), -0.25);
  EXPECT_EQ(emotion_of({1, 1, 0}), 0.67);
  EXPECT_EQ(emotion_of({-1, 1}), 0);
  EXPECT_EQ(emotion_of({-2}), -2);
}

TEST(WorkshopViews, FrictionsThenNotesEachOnceInTheOrderOfTheMap) {
  const std::vector<Said> said = {
      {"pay", {}, "Shipping", "Slow"}, {"post", 1, "", ""}, {"pay", {}, "shipping", "Slow"}, {"pay", {}, "No total", ""}, {"gone", 2, "", ""}};
  const ViewsFile file = file_of("Sales", said);
  ASSERT_EQ(file.value.views.size(), 2u) << "a touchpoint that the map has no more is left out";
  EXPECT_EQ(file.value.views[0].touchpoint, "post");
  EXPECT_EQ(file.value.views[1].note.plain, "Friction: Shipping · Friction: No total · Slow");
  EXPECT_FALSE(file.value.views[1].emotion);
  EXPECT_EQ(file_of("Sales", {{"pay", {}, "Port", ""}}, Lang::fr).value.views.at(0).note.plain, "Point de friction\u00a0: Port");
}

TEST(WorkshopViews, WordsAreOnOneLine) {
  EXPECT_EQ(one_line("  a\r\n\tb \x01 c\x7f  "), "a b c");
  EXPECT_EQ(one_line("a\xC2\x85"
                     "b\xE2\x80\xA8"
                     "c\xE2\x80\xAE"
                     "d\xEF\xBB\xBF"
                     "e\xE2\x81\xA6"
                     "f"),
            "a b c d e f");
  EXPECT_EQ(one_line("\xC2\xA0… « é »\xC3\xBF"), "\xC2\xA0… « é »\xC3\xBF") << "what is seen stays";
  EXPECT_EQ(one_line("\n"), "");
  EXPECT_EQ(one_line("\xC3\xA9t\xC3\xA9"), "\xC3\xA9t\xC3\xA9");
}

TEST(WorkshopViews, TeamsAreCountedWithTheirPeople) {
  const std::vector<Contribution> all = {{{1, "Ventes"}, {"pay", 1, "", ""}},
                                         {{1, "Ventes"}, {"post", 1, "", ""}},
                                         {{2, "Équipe"}, {"pay", 0, "", ""}},
                                         {{3, "Ventes"}, {"pay", 2, "", ""}}};
  const auto teams = teams_in(all);
  ASSERT_EQ(teams.size(), 2u);
  EXPECT_EQ(teams[0].team, "Équipe");
  EXPECT_EQ(teams[1].people, 2);
  EXPECT_EQ(teams[1].touchpoints, 2);
}

}  // namespace
}  // namespace parcours
