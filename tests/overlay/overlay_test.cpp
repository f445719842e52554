#include "overlay/measured_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "overlay/comparison.h"
#include "overlay/findings.h"
#include "overlay/scope_words.h"
#include "overlay/segments.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

Touchpoint touchpoint(std::string id, std::string name) {
  Touchpoint t;
  t.id = std::move(id);
  t.name.plain = std::move(name);
  t.match.any.push_back({FieldTest{FieldTest::Kind::any_of, {t.id}, {}, {}}, {}});
  return t;
}

Friction friction(std::string id, double expected_drop_off) {
  Friction f;
  f.id = std::move(id);
  f.text.plain = "No price";
  f.expect.push_back({"drop_off", expected_drop_off});
  return f;
}

// look (friction expected to lose 30 %) -> pay (goal); a friend out of sight.
JourneyMap small_map() {
  JourneyMap map;
  map.goal = "pay";
  Stage before{.id = "before"}, during{.id = "during", .phase = Phase::during};
  before.touchpoints = {touchpoint("look", "Looks"), touchpoint("basket", "Basket")};
  before.touchpoints[0].frictions.push_back(friction("no_price", 0.30));
  before.touchpoints[0].emotions.push_back({"", 1, {}});
  before.touchpoints[1].emotions.push_back({"", -1, {{"interviews", "", ""}, Date{2026, 10, 2}, 12}});
  during.touchpoints = {touchpoint("pay", "Pays"), touchpoint("friend", "Friend")};
  during.touchpoints[1].out_of_sight = true;
  map.stages = {before, during};
  map.actions.push_back(Action{.id = "late", .for_friction = "", .text = {"Late"}, .due = Date{2027, 1, 1}});
  map.actions.push_back(Action{.id = "price", .for_friction = "no_price", .text = {"Show a price"}, .effort = 2});
  map.actions.push_back(Action{.id = "done", .for_friction = "no_price", .text = {"Done"}, .status = ActionStatus::done});
  return map;
}

TouchpointFigures figures(std::string id, std::int64_t lost, std::int64_t n, std::int64_t to_goal) {
  TouchpointFigures f;
  f.id = std::move(id);
  f.has_rule = true;
  f.customers = f.journeys = f.visits = n;
  f.lost = f.lost_customers = lost;
  f.drop_off = wilson(lost, n);
  f.to_goal = wilson(to_goal, n);
  return f;
}

MeasureAnswer answer() {
  MeasureAnswer a;
  a.basis.events = 400;
  a.claimed_events = 400;
  a.all.stages = {StageFigures{.id = "before"}, StageFigures{.id = "during"}};
  a.all.stages[0].touchpoints = {figures("look", 50, 200, 60), figures("basket", 60, 120, 60)};
  a.all.stages[1].touchpoints = {figures("pay", 0, 60, 60), figures("friend", 0, 0, 0)};
  a.all.conversion = wilson(60, 200);
  return a;
}

MeasuredMap measured(std::optional<MeasureAnswer> a) { return measured_map(small_map(), {}, {}, std::move(a), {}, "platform"); }

TEST(Overlay, TheQuestionIsTheMap) {
  JourneyMap map = small_map();
  map.window = 7 * kDay;
  MeasureQuestion q = measure_question(map, {}, {});
  EXPECT_EQ(q.window, 7 * kDay);
  EXPECT_EQ(q.scope.inactivity, 30 * kDay);  // the larger of 30 days and twice the window
  map.window = 40 * kDay;
  EXPECT_EQ(measure_question(map, {}, {}).scope.inactivity, 80 * kDay);
  map.window = JourneyMap::kNoWindow;
  EXPECT_EQ(measure_question(map, {}, {}).window, std::nullopt);
  EXPECT_EQ(measure_question(map, {}, {}).scope.inactivity, 60 * kDay) << "without a window that of the default one: the same as for a funnel";
  WorkspaceSettings settings;
  settings.inactivity = 5 * kDay;
  EXPECT_EQ(measure_question(map, settings, {}).scope.inactivity, 5 * kDay);
  map.inactivity = 9 * kDay;
  EXPECT_EQ(measure_question(map, settings, {}).scope.inactivity, 9 * kDay);
  EXPECT_TRUE(q.stages[1].touchpoints[1].match.empty()) << "out of sight";
}

TEST(Overlay, WithoutEventsOnlyTheAuthorSpeaks) {
  const MeasuredMap m = measured({});
  EXPECT_TRUE(m.findings.empty());
  EXPECT_EQ(m.worst_touchpoint, "");
  // Three touchpoints in sight, two emotions (one with a source), one friction.
  EXPECT_EQ(m.coverage.measured, 0);
  EXPECT_EQ(m.coverage.reported, 1);
  EXPECT_EQ(m.coverage.assumed, 5);
  EXPECT_EQ(m.coverage.out_of_sight, 1);
}

TEST(Overlay, EventsMakeThingsMeasured) {
  const MeasuredMap m = measured(answer());
  EXPECT_EQ(m.coverage.measured, 4);  // three touchpoints and the friction
  EXPECT_EQ(m.coverage.reported, 1);
  EXPECT_EQ(m.coverage.assumed, 1);
}

// The same limit as the check's rule: beyond one event in ten.
TEST(Overlay, EventsThatNoTouchpointClaimsAreSaidBeyondATenth) {
  const auto said = [](std::int64_t unclaimed) {
    MeasureAnswer a = answer();
    a.claimed_events = a.basis.events - unclaimed;
    a.unclaimed = {{"login", unclaimed}};
    const auto findings = measured(a).findings;
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.code == "unclaimed"; });
  };
  EXPECT_FALSE(said(40));
  EXPECT_TRUE(said(41));
}

// The basket loses 60 customers, looking 50.
TEST(Overlay, TheWorstLosesMostCustomers) {
  const MeasuredMap m = measured(answer());
  EXPECT_EQ(m.worst_touchpoint, "basket");
  ASSERT_FALSE(m.findings.empty());
  EXPECT_EQ(render(m.findings[0].sentence, Lang::en),
            "One journey in two through “Basket” ends there (60 of 120 closed journeys): no place loses more customers.");
  EXPECT_EQ(
      render(m.findings[0].sentence, Lang::fr),
      "Un parcours sur deux passant par «\u00a0Basket\u00a0» s’y arrête (60 parcours clos sur 120)\u00a0: aucun endroit ne perd plus de clients.");
}

// Looking loses 90 of 200 (Wilson [0.382, 0.519]), the basket 60 of 80 ([0.645, 0.832]): fewer customers, surely a larger share. With 17 of 30
// ([0.392, 0.726]) not surely.
TEST(Overlay, WhereTheLargestShareIsComesRightBehindWhereMostCustomersAreLost) {
  MeasureAnswer a = answer();
  a.all.stages[0].touchpoints = {figures("look", 90, 200, 60), figures("basket", 60, 80, 20)};
  const MeasuredMap m = measured(a);
  EXPECT_EQ(m.worst_touchpoint, "look");
  ASSERT_GE(m.findings.size(), 2u);
  EXPECT_EQ(m.findings[1].code, "largest-share");
  EXPECT_EQ(render(m.findings[1].sentence, Lang::en),
            "The largest share is lost at “Basket”: 75.0% of the journeys through it end there (60 of 80 closed ones), but fewer customers than at "
            "“Looks”.");
  EXPECT_EQ(render(m.findings[1].sentence, Lang::fr),
            "C’est à «\u00a0Basket\u00a0» que la part est la plus forte\u00a0: 75,0\u202f% des parcours qui y passent s’y arrêtent (60 parcours clos "
            "sur 80), mais "
            "moins de clients qu’à «\u00a0Looks\u00a0».");
  const auto about_basket = [](const MeasuredMap& map) {
    return std::count_if(map.findings.begin(), map.findings.end(), [](const Finding& finding) { return finding.touchpoint == "basket"; });
  };
  EXPECT_EQ(about_basket(m), 1) << "said once";
  a.all.stages[0].touchpoints[1] = figures("basket", 17, 30, 10);
  const MeasuredMap unsure = measured(a);
  EXPECT_TRUE(std::none_of(unsure.findings.begin(), unsure.findings.end(), [](const Finding& finding) { return finding.code == "largest-share"; }));
}

TEST(Overlay, FewJourneysRingNothing) {
  MeasureAnswer few = answer();
  few.all.stages[0].touchpoints = {figures("look", 5, 20, 6), figures("basket", 6, 12, 6)};
  EXPECT_EQ(measured(few).worst_touchpoint, "");
}

TEST(Overlay, TheSentenceNamesTheSegmentThatIsSurelyWorse) {
  MeasureAnswer a = answer();
  MeasureSegment mobile{"mobile", a.all}, desktop{"desktop", a.all};
  mobile.figures.stages[0].touchpoints[1] = figures("basket", 48, 60, 10);
  desktop.figures.stages[0].touchpoints[1] = figures("basket", 12, 60, 50);
  a.segments = {mobile, desktop};
  EXPECT_EQ(render(measured(a).findings[0].sentence, Lang::en),
            "One journey in two through “Basket” ends there (60 of 120 closed journeys), most of all for mobile: no place loses more customers.");
}

// 48/60 = 80 % against 12/60 = 20 %: Wilson of 48/60 is [0.682, 0.882], and the two are far beyond chance (z = 6.6).
TEST(Overlay, ABreakdownSpeaksFirst) {
  MeasureAnswer a = answer();
  MeasureSegment mobile{"mobile", a.all}, desktop{"desktop", a.all};
  mobile.figures.stages[0].touchpoints[1] = figures("basket", 48, 60, 10);
  desktop.figures.stages[0].touchpoints[1] = figures("basket", 12, 60, 50);
  a.segments = {mobile, desktop};
  const MeasuredMap m = measured(a);
  EXPECT_EQ(
      render(segments_sentence(m), Lang::en),
      "Most are lost at “Basket”, and worst for mobile: 80.0% [68.2% – 88.2%] of 60 closed journeys end there, against 20.0% of 60 for desktop.");
  const auto* basket = segment_at(m.segments, 0, "basket");
  ASSERT_NE(basket, nullptr);
  EXPECT_TRUE(basket->surely);
  EXPECT_NEAR(basket->difference->value, 0.6, 1e-12);
  EXPECT_EQ(basket->others.count, 12);
}

// 150/600 against 90/600 reach the goal (z = 4.5; Wilson of 90/600 is [0.124, 0.181], Newcombe's lower end far below 0): the table marks them, so the
// sentence does not say that nobody stands out, though 30/60 against 32/60 at the touchpoint do not.
TEST(Overlay, ABreakdownNamesAConversionThatNoTouchpointExplains) {
  MeasureAnswer a = answer();
  a.all.stages[0].touchpoints[1] = figures("basket", 62, 120, 24);
  a.all.conversion = wilson(240, 1200);
  MeasureSegment mobile{"mobile", a.all}, desktop{"desktop", a.all};
  mobile.figures.stages[0].touchpoints[1] = figures("basket", 30, 60, 12);
  desktop.figures.stages[0].touchpoints[1] = figures("basket", 32, 60, 12);
  mobile.figures.conversion = wilson(90, 600);
  desktop.figures.conversion = wilson(150, 600);
  a.segments = {mobile, desktop};
  EXPECT_EQ(render(segments_sentence(measured(a)), Lang::en),
            "15.0% [12.4% – 18.1%] of 600 closed journeys reach the goal for mobile, against 25.0% of 600 for desktop; no touchpoint by itself "
            "explains it.");
  a.segments = {desktop, {std::nullopt, mobile.figures}};  // those without a platform have no name to be told by
  EXPECT_EQ(render(segments_sentence(measured(a)), Lang::en).substr(0, 5), "25.0%");
}

// 30/60 against 32/60: nobody can tell. And 8/10 against 2/10 is far apart, but stands on fewer than 30.
TEST(Overlay, ASegmentWithinChanceOrOnFewIsNotNamed) {
  for (const auto& [mobile_lost, desktop_lost, n] : {std::tuple{30, 32, 60}, std::tuple{8, 2, 10}}) {
    MeasureAnswer a = answer();
    a.all.stages[0].touchpoints[1] = figures("basket", mobile_lost + desktop_lost, 2 * n, n / 5 * 2);
    MeasureSegment mobile{"mobile", a.all}, desktop{"desktop", a.all};
    mobile.figures.stages[0].touchpoints[1] = figures("basket", mobile_lost, n, n / 5);
    desktop.figures.stages[0].touchpoints[1] = figures("basket", desktop_lost, n, n / 5);
    a.segments = {mobile, desktop};
    const MeasuredMap m = measured(a);
    for (const auto& row : m.segments) EXPECT_FALSE(row.surely);
    EXPECT_EQ(render(segments_sentence(m), Lang::en), "No value of “platform” stands out: the differences are no larger than chance explains.");
  }
}

TEST(Overlay, TheEarlierOfTwoPeriodsComesFirst) {
  MeasuredMap m = measured(answer());
  m.figures->all.conversion = wilson(300, 1000);
  MeasureAnswer other = *m.figures;
  other.all.conversion = wilson(200, 1000);
  m.against = Against{other, "October", "September", true};
  EXPECT_EQ(render(comparison_sentences(m)[0], Lang::en).find("From “September” to “October”, conversion goes from 20.0% to 30.0% (+10.0 points ["),
            0u)
      << render(comparison_sentences(m)[0], Lang::en);
  EXPECT_TRUE(side_by_side(m).rows[0].surely);
  m.against->there_first = false;
  const SideBySide turned = side_by_side(m);
  EXPECT_EQ(turned.first, "October");
  EXPECT_NEAR(turned.rows[0].change->value, -0.1, 1e-12);
  EXPECT_LT(turned.rows[0].change->low, turned.rows[0].change->high);
  EXPECT_LT(turned.rows[0].change->high, 0);
}

// 8/10 against 2/10 is far apart, but no period stands on 30.
TEST(Overlay, AComparisonOnFewIsNotSure) {
  for (const auto& [scale, surely] : {std::pair{1, false}, std::pair{3, true}}) {
    MeasuredFigures here, there;
    here.conversion = wilson(8 * scale, 10 * scale), there.conversion = wilson(2 * scale, 10 * scale);
    const auto rows = compare(here, there);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_LE(rows[0].adjusted_p, 0.05);
    EXPECT_EQ(rows[0].surely, surely) << 10 * scale;
  }
}

// 62/155 against 36/150: p = 0.003. Nineteen touchpoints that did not change would leave it at 20 x 0.003 if they were judged with it.
TEST(Overlay, TheConversionIsJudgedAloneBesideManyTouchpoints) {
  MeasuredFigures here, there;
  here.conversion = wilson(62, 155), there.conversion = wilson(36, 150);
  here.stages.resize(1), there.stages.resize(1);
  for (int i = 0; i < 19; ++i)
    for (MeasuredFigures* side : {&here, &there}) side->stages[0].touchpoints.push_back(figures("t" + std::to_string(i), 20, 100, 90));
  const auto rows = compare(here, there);
  ASSERT_EQ(rows.size(), 20u);
  EXPECT_TRUE(rows[0].surely);
  EXPECT_NEAR(rows[0].adjusted_p, p_of_difference(here.conversion, there.conversion), 1e-12);
  EXPECT_TRUE(std::none_of(rows.begin() + 1, rows.end(), [](const Compared& row) { return row.surely; }));
}

// A filter on the channel takes away the next steps of whoever goes on elsewhere.
TEST(Overlay, NothingIsHeldAgainstTheFiguresOfSomeChannels) {
  const auto said = [](const char* field) {
    Scope scope;
    scope.where = {{field, {}}};
    return measured_map(small_map(), {}, {}, answer(), scope);
  };
  const MeasuredMap channel = said("channel"), city = said("city");
  const auto warns = [](const MeasuredMap& map) {
    return std::any_of(map.findings.begin(), map.findings.end(), [](const Finding& f) { return f.code == "some-channels"; });
  };
  EXPECT_TRUE(warns(channel));
  EXPECT_EQ(channel.frictions[0].verdict, Verdict::unknown);
  EXPECT_FALSE(warns(city));
  EXPECT_EQ(city.frictions[0].verdict, Verdict::confirmed);
}

TEST(Overlay, AComparisonWarnsOfOpenJourneys) {
  MeasuredMap m = measured(answer());
  MeasureAnswer other = *m.figures;
  other.all.journeys = 100, other.all.open = 90;
  m.against = Against{other, "October", "September", true};
  const std::string first = render(comparison_sentences(m)[0], Lang::en);
  EXPECT_EQ(first.find("Mind: 90.0% of the journeys of “September” and 0.0% of those of “October” are still open"), 0u) << first;
}

TEST(Overlay, ManyOpenJourneysAreSaidBesideTheConversion) {
  const auto says_so = [](std::int64_t open) {
    MeasureAnswer a = answer();
    a.all.journeys = 100;
    a.all.open = open;
    a.all.conversion = wilson(30, 100 - open);
    a.all.conversion_with_open = wilson(30, 100);
    const auto findings = measured(a).findings;
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.code == "many-open"; });
  };
  EXPECT_FALSE(says_so(20)) << "a fifth is not more than a fifth";
  EXPECT_TRUE(says_so(21));
}

// Wilson of 50/200 is [0.195, 0.315]: it holds 0.30. Of 4/200 it is [0.008, 0.050]: all of it is better.
TEST(Overlay, ExpectationsAreConfirmedContradictedOrUnknown) {
  EXPECT_EQ(measured(answer()).frictions[0].verdict, Verdict::confirmed);
  MeasureAnswer better = answer();
  better.all.stages[0].touchpoints[0] = figures("look", 4, 200, 60);
  EXPECT_EQ(measured(better).frictions[0].verdict, Verdict::contradicted);
  // 54/200 is 0.27: below 0.30, but by less than a fifth of it (0.24).
  MeasureAnswer near = answer();
  near.all.stages[0].touchpoints[0] = figures("look", 54, 200, 60);
  EXPECT_EQ(measured(near).frictions[0].verdict, Verdict::confirmed);
  // 40/200 is 0.20 [0.150, 0.261]: below 0.24 itself, while its interval comes back over it.
  MeasureAnswer between = answer();
  between.all.stages[0].touchpoints[0] = figures("look", 40, 200, 60);
  EXPECT_EQ(measured(between).frictions[0].verdict, Verdict::unknown);
  MeasureAnswer few = answer();
  few.all.stages[0].touchpoints[0] = figures("look", 0, 29, 6);
  EXPECT_EQ(measured(few).frictions[0].verdict, Verdict::unknown);
  EXPECT_EQ(measured({}).frictions[0].verdict, Verdict::unknown);
}

// 45 % expected. 157/200 is 0.785 [0.723, 0.836]: all of it beyond 0.54, a fifth more. 110/200 is 0.55 [0.481, 0.617]: not all of it.
TEST(Overlay, AnExpectationFarExceededIsWorseThanExpected) {
  const auto view = [](std::int64_t lost) {
    MeasureAnswer a = answer();
    a.all.stages[0].touchpoints[0] = figures("look", lost, 200, 60);
    JourneyMap map = small_map();
    map.stages[0].touchpoints[0].frictions[0].expect[0].value = 0.45;
    return measured_map(std::move(map), {}, {}, std::move(a));
  };
  const MeasuredMap far = view(157);
  EXPECT_EQ(far.frictions[0].verdict, Verdict::confirmed);
  EXPECT_TRUE(far.frictions[0].worse);
  const auto said = [](const MeasuredMap& map) {
    const auto finding = std::find_if(map.findings.begin(), map.findings.end(), [](const Finding& f) { return f.code == "worse"; });
    return finding == map.findings.end() ? "" : render(finding->sentence, Lang::en);
  };
  EXPECT_EQ(said(far), "“No price” is worse than expected: 78.5% of those who pass “Looks” end there, 45% were expected (n = 200).");
  const MeasuredMap near = view(110);
  EXPECT_EQ(near.frictions[0].verdict, Verdict::confirmed);
  EXPECT_FALSE(near.frictions[0].worse);
  EXPECT_EQ(said(near), "");
}

// More is better for a conversion: 20 % expected, 60/200 is 0.30 [0.241, 0.367], all of it beyond 0.24; 12/200 is 0.06 [0.035, 0.102].
TEST(Overlay, OfAConversionMoreIsBetter) {
  const auto verdict = [](std::int64_t reached) {
    MeasureAnswer a = answer();
    a.all.stages[0].touchpoints[0] = figures("look", 50, 200, reached);
    JourneyMap map = small_map();
    map.stages[0].touchpoints[0].frictions[0].expect[0] = {"conversion", 0.20};
    return measured_map(std::move(map), {}, {}, std::move(a)).expectations[0];
  };
  EXPECT_EQ(verdict(60).verdict, Verdict::contradicted);
  EXPECT_FALSE(verdict(60).worse);
  EXPECT_EQ(verdict(12).verdict, Verdict::confirmed);
  EXPECT_TRUE(verdict(12).worse);
  EXPECT_FALSE(verdict(40).worse);
}

// 50/200 end there, as expected; 60/200 go on, far more than expected: the one says nothing of the other.
TEST(Overlay, AnExpectationIsHeldToTheMeasureItNamesAlone) {
  MeasureAnswer a = answer();
  a.all.stages[0].touchpoints[0] = figures("look", 50, 200, 60);
  JourneyMap map = small_map();
  map.stages[0].touchpoints[0].frictions[0].expect = {{"drop_off", 0.25}, {"conversion", 0.05}};
  const MeasuredMap m = measured_map(std::move(map), {}, {}, std::move(a));
  ASSERT_EQ(m.expectations.size(), 2u);
  EXPECT_EQ(m.expectations[0].verdict, Verdict::confirmed);
  EXPECT_EQ(m.expectations[1].verdict, Verdict::contradicted);
  EXPECT_EQ(m.frictions[0].verdict, Verdict::confirmed) << "the first it states";
}

// Its card says “25 % expected, 25 % end there”: the verdict beside it is that one, in whatever order the two are written.
TEST(Overlay, AFrictionsCardTellsOfItsDropOff) {
  for (const bool drop_off_first : {true, false}) {
    MeasureAnswer a = answer();
    a.all.stages[0].touchpoints[0] = figures("look", 50, 200, 60);
    JourneyMap map = small_map();
    auto& expect = map.stages[0].touchpoints[0].frictions[0].expect;
    expect = {{"drop_off", 0.25}, {"conversion", 0.05}};
    if (!drop_off_first) std::swap(expect[0], expect[1]);
    EXPECT_EQ(measured_map(map, {}, {}, a).frictions[0].verdict, Verdict::confirmed);
    expect = {{"conversion", 0.05}};
    EXPECT_EQ(measured_map(std::move(map), {}, {}, std::move(a)).frictions[0].verdict, Verdict::contradicted);
  }
}

// Nobody is lost at the goal: what the author expects there is neither confirmed nor contradicted, and the friction is not measured by it.
TEST(Overlay, NothingIsKnownOfALossExpectedAtTheGoal) {
  JourneyMap map = small_map();
  map.stages[1].touchpoints[0].frictions.push_back(friction("refused", 0.10));
  const MeasuredMap m = measured_map(std::move(map), {}, {}, answer());
  ASSERT_EQ(m.frictions.size(), 2u);
  EXPECT_EQ(m.frictions[1].verdict, Verdict::unknown);
  EXPECT_EQ(m.frictions[1].truth, Truth::assumed);
  EXPECT_FALSE(m.frictions[1].drop_off);
  EXPECT_FALSE(m.expectations[1].measured);
}

TEST(Overlay, ActionsAreRankedByWhatTheyMayGainForTheirEffort) {
  const MeasuredMap m = measured(answer());
  ASSERT_EQ(m.actions.size(), 3u);
  EXPECT_EQ(m.actions[0].id, "price");
  EXPECT_EQ(m.actions[0].gain_per_effort, 25);  // 50 customers for an effort of 2
  EXPECT_EQ(m.actions[1].id, "late");
  EXPECT_EQ(m.actions[2].id, "done");
}

TEST(Overlay, MeasuredEmotionStandsBesideTheAuthors) {
  MeasureAnswer a = answer();
  a.all.stages[0].touchpoints[0].score = ScoreFigure{.scale = ScoreScale::one_to_five, .n = 40, .emotion = Estimate{-1.2, -1.5, -0.9, 40}};
  const MeasuredMap m = measured(a);
  ASSERT_EQ(m.emotions.size(), 3u);
  EXPECT_EQ(m.emotions[0].truth, Truth::assumed);
  EXPECT_EQ(m.emotions[1].truth, Truth::measured);
  EXPECT_EQ(m.emotions[2].truth, Truth::reported);
  EXPECT_EQ(m.emotions[2].n, 12);
}

TEST(Overlay, WhatTheFiguresAreNarrowedToIsSaid) {
  MeasuredMap m = measured(answer());
  m.settings.zone = "Europe/Paris";
  EXPECT_EQ(scope_words(m, Lang::en), "");
  m.scope.inactivity = 60 * kDay;  // the map's own: nothing to say
  EXPECT_EQ(scope_words(m, Lang::en), "");
  FieldCondition english{"lang", {}};
  english.test.values = {"en"};
  m.scope.where = {english};
  EXPECT_EQ(scope_words(m, Lang::en), "only lang=en");
  const Zone paris = Zone::find("Europe/Paris").value_or(Zone::utc());
  m.scope.since = paris.day_start(Date{2026, 7, 1}), m.scope.until = paris.day_start(Date{2026, 10, 1});
  EXPECT_EQ(scope_words(m, Lang::en), "only lang=en · from 1\u00a0Jul\u00a02026 to 30\u00a0Sep\u00a02026")
      << "the day that was asked for, not the one after it";
  m.scope.where.clear(), m.scope.since.reset(), m.scope.inactivity = 20 * kDay;
  EXPECT_EQ(scope_words(m, Lang::fr), "jusqu’au 30\u00a0septembre\u00a02026 · parcours coupés après 20\u202fj de silence");
  EXPECT_EQ(silence_of(m), 20 * kDay);
  m.figures.reset();
  EXPECT_EQ(scope_words(m, Lang::fr), "") << "no figures, nothing narrowed";
}

// The same answer on a map of what is and on a map of what is wanted.
TEST(Overlay, NobodyHasLivedATargetMap) {
  JourneyMap target = small_map();
  target.state = MapState::target;
  const MeasuredMap m = measured_map(target, {}, {}, answer());
  EXPECT_EQ(measured(answer()).expectations.front().verdict, Verdict::confirmed) << "30 % expected, 25 % measured on the journey of today";
  EXPECT_EQ(m.expectations.front().verdict, Verdict::unknown);
  EXPECT_EQ(m.frictions.front().truth, Truth::assumed);
  EXPECT_FALSE(m.frictions.front().drop_off);
  EXPECT_EQ(m.coverage.measured, 0);
  EXPECT_EQ(m.coverage.total(), measured(answer()).coverage.total());
  EXPECT_EQ(m.worst_touchpoint, "");
  ASSERT_EQ(m.findings.size(), 1u);
  EXPECT_EQ(m.findings.front().code, "of-today");
  EXPECT_TRUE(m.of_today());
  EXPECT_FALSE(measured_map(target, {}, {}, {}).of_today()) << "without figures it is a plan like any other";
}

TEST(Overlay, SharesInWords) {
  const auto words = [](double share) { return render(share_in_words(share).words, Lang::en); };
  EXPECT_EQ(words(0.5), "One journey in two");
  EXPECT_EQ(words(0.128), "One journey in eight");
  EXPECT_EQ(words(0.67), "Two journeys in three");
  EXPECT_EQ(words(0.03), "3.0% of the journeys");
  EXPECT_EQ(words(0.97), "97.0% of the journeys");
}

}  // namespace
}  // namespace parcours
