// The guided start as a state: which question comes, going back, answers that change what is asked, and the map they make.
#include "app/guided/interview.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "map/map_file.h"

namespace parcours {
namespace {

GuidedAnswers fresh(Lang lang = Lang::en) { return {lang, Date{2026, 11, 22}, {}}; }

// Goes on with empty answers until the question of that id, or the end.
void go_to(Interview& interview, std::string_view id) {
  while (interview.current() && interview.current()->id != id) ASSERT_TRUE(interview.answer("").ok()) << interview.current()->id;
}

void say(Interview& interview, std::string_view id, const std::string& typed) {
  go_to(interview, id);
  ASSERT_TRUE(interview.current()) << id << " is not asked";
  const auto taken = interview.answer(typed);
  ASSERT_TRUE(taken.ok()) << id << ": " << render(taken.failure().what, "", Lang::en);
}

std::vector<std::string> ids_of(const Interview& interview) {
  std::vector<std::string> ids;
  for (const auto& question : interview.questions()) ids.push_back(question.id);
  return ids;
}

bool asks(const Interview& interview, const std::string& id) {
  const auto ids = ids_of(interview);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

JourneyMap map_of(const Interview& interview, bool assume = false) {
  const auto made = files_of(interview.answers(), assume);
  EXPECT_TRUE(made.ok());
  if (!made.ok()) return {};
  const MapFile map = parse_map("maps/m.yaml", made->map);
  for (const auto& diagnostic : map.diagnostics) ADD_FAILURE() << render(diagnostic, made->map, Lang::en);
  return map.value;
}

TEST(GuidedInterview, AsksInTheOrderOfTheSources) {
  const Interview interview(fresh());
  std::vector<GuidedPart> parts;
  for (const auto& question : interview.questions())
    if (parts.empty() || parts.back() != question.part) parts.push_back(question.part);
  EXPECT_EQ(parts, (std::vector<GuidedPart>{GuidedPart::offer, GuidedPart::persona, GuidedPart::stages, GuidedPart::customer, GuidedPart::channels,
                                            GuidedPart::place, GuidedPart::actions}));
  EXPECT_LE(interview.questions().size(), 40u) << "a quarter of an hour";
}

TEST(GuidedInterview, EveryIdIsAskedOnce) {
  Interview interview(fresh());
  say(interview, "dwell", "all");
  auto ids = ids_of(interview);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST(GuidedInterview, WhatIsDroppedIsNotAskedAndWhatMattersIsAskedMore) {
  Interview interview(fresh());
  EXPECT_TRUE(asks(interview, "stages/awareness/buyer"));
  EXPECT_FALSE(asks(interview, "stages/awareness/wants"));
  say(interview, "stages", "2 3");
  EXPECT_FALSE(asks(interview, "stages/awareness/buyer"));
  say(interview, "dwell", "consideration");
  EXPECT_TRUE(asks(interview, "stages/consideration/wants"));
  EXPECT_FALSE(asks(interview, "stages/decision/wants"));
  go_to(interview, "");
  const JourneyMap map = map_of(interview);
  ASSERT_EQ(map.stages.size(), 2u);
  EXPECT_EQ(map.stages[0].importance, 5);
  EXPECT_EQ(map.stages[1].importance, 3);
  EXPECT_TRUE(map.stages[1].leads_to.empty()) << "the stage it leads back to is there, but not the one it leads from";
}

TEST(GuidedInterview, ABadAnswerLeavesTheQuestion) {
  Interview interview(fresh());
  go_to(interview, "persona/market");
  EXPECT_FALSE(interview.answer("7").ok());
  EXPECT_EQ(interview.current()->id, "persona/market");
  EXPECT_FALSE(interview.answers().given.contains("persona/market"));
}

TEST(GuidedInterview, GoesBackAndRemembersWhatWasTyped) {
  Interview interview(fresh());
  EXPECT_FALSE(interview.back());
  say(interview, "offer", "Rings");
  say(interview, "persona/name", "Thomas");
  ASSERT_TRUE(interview.back());
  EXPECT_EQ(interview.current()->id, "persona/name");
  EXPECT_EQ(interview.current()->proposal, "Thomas");
  ASSERT_TRUE(interview.back());
  EXPECT_EQ(interview.current()->proposal, "Rings");
  ASSERT_TRUE(interview.answer("Bracelets").ok());
  ASSERT_TRUE(interview.answer("").ok());
  EXPECT_EQ(interview.answers().given.at("offer"), "Bracelets");
  EXPECT_EQ(interview.answers().given.at("persona/name"), "Thomas");
}

TEST(GuidedInterview, WhatWasLeftOutStaysSoAfterGoingBack) {
  Interview interview(fresh());
  say(interview, "stages/decision/contacts", "-");
  ASSERT_TRUE(interview.back());
  EXPECT_EQ(interview.current()->proposal, "-");
  ASSERT_TRUE(interview.answer("").ok());
  EXPECT_EQ(interview.answers().given.at("stages/decision/contacts"), "-");
}

TEST(GuidedInterview, AnotherSetForgetsTheAnswersOfTheFirst) {
  Interview interview(fresh());
  say(interview, "stages/awareness/buyer", "Sees a ring on a friend");
  while (interview.current()->id != "set") ASSERT_TRUE(interview.back());
  ASSERT_TRUE(interview.answer("software").ok());
  EXPECT_FALSE(asks(interview, "stages/awareness/buyer"));
  go_to(interview, "");
  EXPECT_FALSE(interview.answers().given.contains("stages/awareness/buyer"));
  EXPECT_EQ(map_of(interview).stages.front().id, "sale");
}

TEST(GuidedInterview, TheMapSaysWhatWasAnswered) {
  Interview interview(fresh(Lang::fr));
  say(interview, "offer", "Bagues de fiançailles");
  say(interview, "persona/name", "Élise");
  say(interview, "set", "before_during_after");
  say(interview, "dwell", "2");
  say(interview, "stages/during/wants", "Être conseillée");
  say(interview, "stages/during/asks", "La taille ?; Le délai ?");
  say(interview, "stages/during/contacts", "Essaie en boutique; Paie (boutique); En parle à sa sœur (bouche-à-oreille)");
  say(interview, "emotions", "1 -2 1,5");
  say(interview, "source", "Huit entretiens");
  say(interview, "stages/during/friction", "Le prix n’est pas affiché");
  say(interview, "stages/during/friction_at", "1");
  say(interview, "goal", "Paie");
  say(interview, "start", "02/01/2027");
  say(interview, "pace", "10");
  say(interview, "actions/during/owner", "Ana");
  go_to(interview, "");

  const auto made = files_of(interview.answers(), false);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->map_id, "bagues_de_fiancailles");
  EXPECT_EQ(made->persona_id, "elise");
  const JourneyMap map = map_of(interview);
  EXPECT_EQ(map.title.plain, "Le parcours client\u00a0: Bagues de fiançailles");
  EXPECT_EQ(map.goal, "paie");
  EXPECT_EQ(map.reviewed, (Date{2026, 11, 22}));
  const Stage& during = map.stages.at(1);
  ASSERT_EQ(during.touchpoints.size(), 3u);
  EXPECT_EQ(during.touchpoints[0].asks.size(), 2u);
  EXPECT_EQ(during.touchpoints[0].frictions.at(0).text.plain, "Le prix n’est pas affiché");
  EXPECT_TRUE(during.touchpoints[2].out_of_sight);
  EXPECT_EQ(during.emotions.at(0).value, -2);
  EXPECT_EQ(during.emotions.at(0).evidence.source.plain, "Huit entretiens");
  EXPECT_EQ(map.stages.at(0).when.start, (Date{2027, 1, 2}));
  EXPECT_EQ(during.when.after, "before");
  EXPECT_EQ(during.when.days_max, 10);
  EXPECT_EQ(map.actions.at(0).owner, "Ana");
  EXPECT_EQ(map.actions.at(0).for_friction, during.touchpoints[0].frictions[0].id);
}

// Agreeing to what was proposed is no interview.
TEST(GuidedInterview, ProposedEmotionsAreNeverReported) {
  Interview interview(fresh());
  go_to(interview, "");
  EXPECT_FALSE(asks(interview, "source"));
  for (const auto& stage : map_of(interview).stages) EXPECT_FALSE(stage.emotions.at(0).evidence.reported());
}

TEST(GuidedInterview, AStageThatHurtsIsAskedForItsFriction) {
  Interview interview(fresh());
  EXPECT_FALSE(asks(interview, "stages/retention/friction"));
  say(interview, "emotions", "1 0 1 -2 2");
  EXPECT_TRUE(asks(interview, "stages/retention/friction"));
  EXPECT_TRUE(asks(interview, "actions/retention/due"));
}

TEST(GuidedInterview, StoppedAnywhereItMakesAMapOfWhatWasAnswered) {
  Interview interview(fresh());
  for (std::size_t answered = 0; interview.current(); ++answered) {
    ASSERT_TRUE(interview.answer("").ok());
    EXPECT_EQ(interview.answers().given.size(), answered + 1);
    const JourneyMap map = map_of(interview);
    EXPECT_EQ(map.stages.empty(), !interview.answers().given.contains("set"));
    EXPECT_EQ(map.actions.empty(), !interview.answers().given.contains("actions/decision/text"));
  }
}

TEST(GuidedInterview, ALaterRunTakesUpTheAnswers) {
  Interview first(fresh());
  say(first, "offer", "Rings");
  say(first, "set", "conversion");
  const Interview second(first.answers());
  ASSERT_TRUE(second.current());
  EXPECT_EQ(second.current()->id, "stages");
  EXPECT_EQ(second.number(), first.number());
}

TEST(GuidedInterview, EverySetAndLanguageIsAskedInFull) {
  for (const auto lang : {Lang::fr, Lang::en}) {
    for (const auto& set : stage_sets()) {
      Interview interview(fresh(lang));
      say(interview, "set", set.name);
      say(interview, "dwell", lang == Lang::fr ? "tout" : "all");
      go_to(interview, "");
      const JourneyMap map = map_of(interview);
      EXPECT_EQ(map.stages.size(), set.stages.size());
      EXPECT_FALSE(map.goal.empty()) << set.name;
      EXPECT_EQ(map.stages.back().leads_to, set.leads_to) << set.name;
    }
  }
}

}  // namespace
}  // namespace parcours
