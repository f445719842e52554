// What the picture means: kinds of truth, weak and withheld figures, signs.
#include <gtest/gtest.h>

#include <algorithm>

#include "questions/statistics.h"
#include "render/boxes.h"
#include "render/made_maps.h"
#include "render/render.h"
#include "render/theme.h"

namespace parcours {
namespace {

Touchpoint touchpoint(const std::string& id, Initiator starts) {
  Touchpoint out;
  out.id = id, out.name.plain = "Touchpoint " + id, out.channel = "website", out.starts = starts;
  return out;
}

// Four touchpoints in two stages; `lost` of `visited` journeys are lost at a.
MeasuredMap small_map(std::int64_t lost, std::int64_t visited, bool measured = true) {
  JourneyMap map;
  map.title.plain = "A map";
  Stage first, second;
  first.id = "one", first.name.plain = "One", second.id = "two", second.name.plain = "Two", second.phase = Phase::during;
  first.touchpoints = {touchpoint("a", Initiator::customer), touchpoint("b", Initiator::company)};
  second.touchpoints = {touchpoint("c", Initiator::unsaid), touchpoint("d", Initiator::customer)};
  second.touchpoints[1].out_of_sight = true;
  map.goal = "c";
  map.stages = {first, second};
  MeasuredMap out = measured_map(map, {}, {}, {});
  if (!measured) return out;
  MeasureAnswer answer;
  for (const Stage& stage : map.stages) {
    StageFigures figures;
    figures.id = stage.id, figures.river_in = visited, figures.river_out = visited;
    figures.goes_on = wilson(visited, visited);
    for (const Touchpoint& t : stage.touchpoints) {
      TouchpointFigures f;
      f.id = t.id, f.has_rule = !t.out_of_sight, f.customers = f.journeys = f.visits = visited;
      if (t.id == "a") f.lost = lost, f.drop_off = wilson(lost, visited);
      figures.touchpoints.push_back(f);
    }
    answer.all.stages.push_back(figures);
  }
  answer.all.customers = answer.all.journeys = answer.all.closed = visited;
  answer.all.conversion = wilson(visited - lost, visited);
  out.figures = answer;
  return out;
}

std::string words(const Node& node) {
  std::string out;
  for (const std::string& line : words_of(node)) out += line + "|";
  return out;
}

bool has_dash(const Node& node) {
  if (!node.stroke.dash.empty() && node.stroke.paint.kind != Paint::Kind::none) return true;
  return std::any_of(node.children.begin(), node.children.end(), has_dash);
}

TEST(Meaning, ASolidFigureIsFullAWeakOneHollowAndOneBelowFiveHidden) {
  const Scene solid = draw(small_map(20, 100), {}), weak = draw(small_map(4, 20), {}), hidden = draw(small_map(2, 4), {});
  EXPECT_NE(words(*find(solid.root, "tp-a")).find("−20%"), std::string::npos);
  EXPECT_FALSE(has_dash(*find(solid.root, "tp-a")));
  EXPECT_NE(words(*find(weak.root, "tp-a")).find("−20%"), std::string::npos);
  EXPECT_TRUE(has_dash(*find(weak.root, "tp-a")));
  EXPECT_EQ(words(*find(hidden.root, "tp-a")).find("50"), std::string::npos);
  EXPECT_NE(words(*find(hidden.root, "tp-a")).find("n < 5"), std::string::npos);
  EXPECT_NE(words(*find(hidden.root, "tp-a")).find("4 customers"), std::string::npos) << "counts are never hidden";
}

TEST(Meaning, OutOfSightIsDashedAndHasNoFigure) {
  const Scene scene = draw(small_map(20, 100), {});
  const Node* card = find(scene.root, "tp-d");
  EXPECT_TRUE(has_dash(*card));
  EXPECT_NE(words(*card).find("out of sight"), std::string::npos);
  EXPECT_EQ(words(*card).find("100"), std::string::npos);
}

// Six stages of five touchpoints, whose cards stand above each other; the third of each has a friction, a moment of truth and two views.
MeasuredMap stacked_map() {
  JourneyMap map;
  for (int s = 0; s < 6; ++s) {
    Stage stage;
    stage.id = "s" + std::to_string(s), stage.name.plain = "Stage";
    for (int t = 0; t < 5; ++t) stage.touchpoints.push_back(touchpoint(stage.id + "t" + std::to_string(t), Initiator::customer));
    Touchpoint& third = stage.touchpoints[2];
    third.frictions.resize(1), third.frictions[0].id = "f" + std::to_string(s), third.frictions[0].text.plain = "Too slow";
    third.frictions[0].expect = {{"drop_off", 0.3}};
    if (s % 2 == 0) third.frictions[0].evidence.source.plain = "survey";
    third.moment_of_truth.emplace().promise.plain = "In a day";
    for (const char* team : {"Sales", "Support"}) map.views.push_back({{team, "", ""}, third.id, 1, {"A note", "", ""}});
    map.stages.push_back(stage);
  }
  return measured_map(map, {}, {}, {});
}

TEST(Meaning, WhereCardsAreStackedAFrictionAMomentOfTruthAndTheViewsSayWhoseTheyAre) {
  const MeasuredMap map = stacked_map();
  const Scene scene = draw(map, {});
  for (int s = 0; s < 6; ++s) {
    const std::string id = "s" + std::to_string(s) + "t2", whose = std::to_string(5 * s + 3) + " · Touchpoint " + id;
    std::string friction, moment;
    for (const std::string& line : words_of(*find(scene.root, "friction-f" + std::to_string(s)))) friction += line + " ";
    for (const std::string& line : words_of(*find(scene.root, "moment-" + id))) moment += line + " ";
    EXPECT_NE(friction.find(whose), std::string::npos) << friction;
    EXPECT_NE(moment.find(whose), std::string::npos) << moment;
  }
  std::string all;
  for (const std::string& line : words_of(*find(scene.root, "lane-views"))) all += line + "|";
  for (const char* number : {"3", "8", "13", "18", "23", "28"}) {
    const std::string head = "|" + std::string(number) + " · ";
    EXPECT_NE(("|" + all).find(head), std::string::npos) << all;
    EXPECT_EQ(("|" + all).find(head), ("|" + all).rfind(head)) << "once, above the lines of all teams";
  }
}

TEST(Meaning, UnderItsOwnCardAFrictionNeedsNoName) {
  const Scene scene = draw(stacked_map(), {Lang::en, Theme::light, {}, "s1", {}});
  EXPECT_EQ(words(*find(scene.root, "friction-f1")).find("Touchpoint"), std::string::npos);
  EXPECT_EQ(words(*find(scene.root, "lane-views")).find("Touchpoint"), std::string::npos);
}

TEST(Meaning, WhatAFrictionIsExpectedToCostStandsOnItWithOrWithoutASource) {
  const Scene scene = draw(stacked_map(), {});
  const auto said = [&](const std::string& id) {
    std::string out;
    for (const std::string& line : words_of(*find(scene.root, id))) out += line + " ";
    return out;
  };
  EXPECT_NE(said("friction-f0").find("reported · survey · expected: 30% end here"), std::string::npos) << said("friction-f0");
  EXPECT_NE(said("friction-f1").find("assumed: 30% end here"), std::string::npos) << said("friction-f1");
}

TEST(Meaning, ACardKeepsItsChannelBesideAReportedFigureThatSaysOfWhat) {
  MeasuredMap map = small_map(20, 100, false);
  ReportedFigure wait;
  wait.measure = "time", wait.value = 14 * 60, wait.evidence.n = 640;
  map.map.stages[0].touchpoints[0].figures = {wait};
  const auto card = [&](Lang lang, const char* id) {
    std::string out;
    for (const std::string& line : words_of(*find(draw(map, {lang, Theme::light, {}, {}, {}}).root, id))) out += line + " ";
    return out;
  };
  EXPECT_NE(card(Lang::en, "tp-a").find("website · time spent 14"), std::string::npos) << card(Lang::en, "tp-a");
  EXPECT_NE(card(Lang::en, "tp-a").find("reported"), std::string::npos);
  EXPECT_EQ(card(Lang::en, "tp-d"), "Touchpoint d website · out of sight ");
  EXPECT_NE(card(Lang::fr, "tp-d").find("hors de vue"), std::string::npos);
}

TEST(Meaning, WhoStartsItCanBeToldWithoutColour) {
  const Scene scene = draw(small_map(20, 100), {});
  const auto roundness = [&](const char* id) {
    for (const Node& child : find(scene.root, id)->children)
      if (child.kind == Node::Kind::group && !child.children.empty() && child.children[0].kind == Node::Kind::rect && child.children[0].box.w == 30)
        return child.children[0].radius / 30;
    return -1.0;
  };
  EXPECT_NEAR(roundness("tp-a"), 0.5, 1e-9);   // a disc
  EXPECT_NEAR(roundness("tp-b"), 0.22, 1e-9);  // a square
  EXPECT_NE(find(scene.root, "tp-a")->label.find("started by the customer"), std::string::npos);
  EXPECT_NE(find(scene.root, "tp-b")->label.find("started by us"), std::string::npos);
}

TEST(Meaning, TheWorstIsRingedAndOnlyTheWorst) {
  MeasuredMap map = small_map(60, 100);
  EXPECT_TRUE(all_of_class(draw(map, {}).root, "worst").empty());
  map.worst_touchpoint = "a";
  const Scene scene = draw(map, {});
  ASSERT_EQ(all_of_class(scene.root, "worst").size(), 1u);
  EXPECT_EQ(all_of_class(scene.root, "worst")[0]->id, "tp-a");
}

TEST(Meaning, ThreeKindsOfTruthAreThreeStrokes) {
  MeasuredMap map = small_map(20, 100);
  map.emotions = {{"a", "", Truth::reported, 1, {}, {}, 12},    {"b", "", Truth::reported, 0, {}, {}, 12},
                  {"c", "", Truth::assumed, -1, {}, {}, 0},     {"a", "", Truth::measured, 1, 0.8, 1.2, 40},
                  {"b", "", Truth::measured, 0, -0.3, 0.3, 40}, {"c", "", Truth::measured, -1.5, -1.9, -1.1, 4}};
  const Scene scene = draw(map, {});
  const auto line_of = [&](const char* name) { return all_of_class(*find(scene.root, "lane-emotion"), name); };
  ASSERT_EQ(line_of("reported").size(), 1u);
  ASSERT_EQ(line_of("assumed").size(), 1u);
  ASSERT_EQ(line_of("measured").size(), 1u);
  EXPECT_EQ(line_of("reported")[0]->stroke.dash, (std::vector<double>{0.1, 4.4}));
  EXPECT_EQ(line_of("assumed")[0]->stroke.dash, (std::vector<double>{6, 4.5}));
  EXPECT_TRUE(line_of("measured")[0]->children[1].stroke.dash.empty());
  EXPECT_EQ(line_of("measured")[0]->children[0].stroke.paint.kind, Paint::Kind::none) << "the band";
  EXPECT_TRUE(find(scene.root, "emotion-b"));
  EXPECT_FALSE(find(scene.root, "emotion-c")) << "measured on four answers: not drawn";
  EXPECT_TRUE(find(scene.root, "emotion-c-authored"));
}

TEST(Meaning, PersonasOnOneCurveDifferInFormNotOnlyInColour) {
  const MeasuredMap map = made_map({3, 9, false, 3, 0, 5});
  const Scene scene = draw(map, {});
  std::vector<std::string> forms;
  for (const Node* key : all_of_class(scene.root, "persona-key")) {
    const Node& mark = key->children[0];
    std::string form = mark.kind == Node::Kind::rect ? "rect" : "";
    for (const PathStep& step : mark.path.steps()) form += step.op + std::to_string(step.at[1] < mark.path.box().y + 1);
    forms.push_back(form);
  }
  EXPECT_EQ(forms.size(), 3u);
  std::sort(forms.begin(), forms.end());
  EXPECT_EQ(std::unique(forms.begin(), forms.end()), forms.end());
}

TEST(Meaning, AContradictedFrictionIsGreyAConfirmedOneCoral) {
  for (const Verdict verdict : {Verdict::confirmed, Verdict::contradicted}) {
    MeasuredMap map = small_map(20, 100);
    map.map.stages[0].touchpoints[0].frictions = {{"f", {"Too dear", {}, {}}, {}, {{"drop_off", 0.3}}}};
    map.frictions = {{"f", "a", Truth::measured, wilson(20, 100), {}, verdict, false}};
    const Scene scene = draw(map, {});
    const Node* card = find(scene.root, "friction-f");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->children[0].fill.colour, verdict == Verdict::confirmed ? palette(Theme::light).loss.tint : palette(Theme::light).quiet.tint);
    EXPECT_NE(words(*card).find(verdict == Verdict::confirmed ? "confirmed" : "contradicted"), std::string::npos);
  }
}

// What the legend says of frictions is how their cards look.
TEST(Meaning, TheLegendExplainsTheFrictionsThatAreDrawn) {
  const auto legend = [](std::int64_t lost, std::int64_t visited, Phase phase) {
    MeasuredMap map = small_map(lost, visited);
    map.map.stages[0].phase = phase;
    map.map.stages[0].touchpoints[0].frictions = {{"f", {"Too dear", {}, {}}, {}, {}}};
    map.frictions = {{"f", "a", Truth::measured, wilson(lost, visited), {}, Verdict::unknown, false}};
    const Scene scene = draw(map, {});
    std::vector<std::string> said;
    for (const std::string& line : words_of(*find(scene.root, "legend")))
      if (line.starts_with("friction")) said.push_back(line);
    EXPECT_EQ(said.size(), 1u);
    return std::pair(find(scene.root, "friction-f")->children[0].fill.colour, said.empty() ? "" : said[0]);
  };
  const Palette colour = palette(Theme::light);
  EXPECT_EQ(legend(20, 100, Phase::before), std::pair(colour.loss.tint, std::string("friction, measured")));
  EXPECT_EQ(legend(20, 100, Phase::after), std::pair(colour.quiet.tint, std::string("friction, reported, contradicted, or measured after the goal")));
  EXPECT_EQ(legend(4, 12, Phase::before).second, "friction, assumed") << "too few to be drawn as measured";
}

TEST(Meaning, EveryPictureHasALegendAndSaysWhatItRestsOn) {
  const Scene empty = draw(small_map(0, 0, false), {});
  EXPECT_NE(words(*find(empty.root, "legend")).find("assumed"), std::string::npos);
  EXPECT_NE(words(*find(empty.root, "headline")).find("Import a CSV"), std::string::npos);
  EXPECT_FALSE(find(empty.root, "synthetic"));
  MeasuredMap map = small_map(20, 100);
  map.figures->basis.synthetic = true;
  const Scene measured = draw(map, {Lang::fr, Theme::light, {}, {}, {}});
  EXPECT_NE(words(*find(measured.root, "synthetic")).find("Données synthétiques"), std::string::npos);
  EXPECT_NE(words(*find(measured.root, "footer")).find("100 clients"), std::string::npos);
  EXPECT_NE(words(*find(measured.root, "footer")).find("Données synthétiques"), std::string::npos);
}

TEST(Meaning, ANarrowedPictureSaysSoUnderItsTitleInItsFooterAndToThoseWhoListen) {
  MeasuredMap map = small_map(20, 100);
  EXPECT_FALSE(find(draw(map, {}).root, "scope"));
  map.scope.where.push_back(FieldCondition{"lang", FieldTest{FieldTest::Kind::any_of, {"en"}, {}, {}}});
  map.scope.inactivity = 20 * kDay;
  const Scene scene = draw(map, {});
  ASSERT_TRUE(find(scene.root, "scope"));
  EXPECT_NE(words(*find(scene.root, "scope")).find("Only lang=en"), std::string::npos);
  EXPECT_NE(words(*find(scene.root, "footer")).find("Only lang=en"), std::string::npos);
  EXPECT_NE(scene.description.find("Only lang=en"), std::string::npos);
  EXPECT_NE(words(draw_actions(map, {}).root).find("Only lang=en"), std::string::npos);
  const std::string html = to_html(map, {});
  const auto picture = html.find("<figure"), scope = html.find("<p class=\"scope\">Only lang=en");
  EXPECT_LT(scope, picture);
  EXPECT_NE(html.find("Only lang=en", html.find("<footer>")), std::string::npos);
}

TEST(Meaning, TheFooterNamesTheSilenceThatClosesAJourneyNotTheWindow) {
  MeasuredMap map = small_map(20, 100);
  map.map.window = 5 * kDay, map.map.inactivity = 45 * kDay;
  const std::string footer = words(*find(draw(map, {}).root, "footer"));
  EXPECT_NE(footer.find("45\u202fd of silence"), std::string::npos) << footer;
  EXPECT_EQ(footer.find("5\u202fd,"), std::string::npos) << footer;
  map.scope.inactivity = 20 * kDay;
  EXPECT_NE(words(*find(draw(map, {}).root, "footer")).find("20\u202fd of silence"), std::string::npos);
  map.scope.inactivity.reset(), map.figures->basis.timed = false;
  EXPECT_EQ(words(*find(draw(map, {}).root, "footer")).find("silence"), std::string::npos) << "without times nothing is cut";
}

TEST(Meaning, ATargetMapSaysThatItsFiguresAreOfToday) {
  MeasuredMap map = small_map(20, 100);
  map.map.state = MapState::target;
  const Scene scene = draw(measured_map(map.map, {}, {}, map.figures), {});
  EXPECT_NE(words(*find(scene.root, "headline")).find("Nobody has lived this journey yet"), std::string::npos);
  EXPECT_NE(words(*find(scene.root, "key-figures")).find("reach the goal today"), std::string::npos);
  EXPECT_NE(words(*find(scene.root, "legend")).find("today’s journey"), std::string::npos);
}

TEST(Meaning, AWeakConversionShowsItsNAndAWithheldOneNoFigure) {
  EXPECT_NE(words(*find(draw(small_map(4, 20), {}).root, "key-figures")).find("80.0%"), std::string::npos);
  EXPECT_EQ(all_of_class(draw(small_map(4, 20), {}).root, "weak").empty(), false);
  EXPECT_EQ(words(*find(draw(small_map(2, 4), {}).root, "key-figures")).find("50"), std::string::npos);
}

}  // namespace
}  // namespace parcours
