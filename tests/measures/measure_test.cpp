#include <gtest/gtest.h>

#include <array>

#include "measures/measure.h"
#include "measures/naive_measure.h"

namespace {

using namespace naive;

// Claims that overlap, a touchpoint without a rule, two stages after the goal, one of whose touchpoints claims the goal's event too.
MeasureQuestion test_map() {
  MeasureQuestion question;
  question.stages = {{"look", false, {{"a", named("A"), {}}, {"a_or_b", {{named("B").any[0], named_on("A", "ch0").any[0]}}, named("G")}}},
                     {"weigh", false, {{"c", named("C"), {}}, {"unseen", {}, {}}}},
                     {"buy", false, {{"goal", named("E"), {}}, {"d", named("D"), {}}}},
                     {"use", true, {{"e_again", named_on("E", "ch1"), {}}, {"f", named("F"), {}}}},
                     {"praise", true, {{"g", named_on("G", "ch2"), {}}}}};
  question.goal = "goal";
  question.leads_to = "weigh";
  question.scope.inactivity = 10 * kDay;
  return question;
}

MeasureAnswer ask(const Events& events, const MeasureQuestion& question, TimeUnit unit = TimeUnit::ms) {
  auto answer = measure(index_of(events, Zone::utc(), unit), question);
  EXPECT_TRUE(answer.ok());
  return std::move(answer).value();
}

std::vector<const TouchpointFigures*> touchpoints_of(const MeasuredFigures& figures) {
  std::vector<const TouchpointFigures*> out;
  for (const auto& stage : figures.stages)
    for (const auto& touchpoint : stage.touchpoints) out.push_back(&touchpoint);
  return out;
}

// One of the levels at which places are counted.
struct Level {
  std::size_t places;
  std::vector<std::size_t> place_of;  // by touchpoint
  std::vector<std::size_t> stage_of;  // by place
};
Level touchpoint_level(const Map& map) {
  Level level{map.touchpoints.size(), {}, map.stage_of};
  for (std::size_t t = 0; t < map.touchpoints.size(); ++t) level.place_of.push_back(t);
  return level;
}
Level stage_level(const Map& map) {
  Level level{map.stage_after.size(), map.stage_of, {}};
  for (std::size_t s = 0; s < map.stage_after.size(); ++s) level.stage_of.push_back(s);
  return level;
}

// 0: no touchpoint has a rule.
std::size_t last_stage_with_rule(const Map& map) {
  std::size_t last = 0;
  for (std::size_t t = 0; t < map.touchpoints.size(); ++t)
    if (!map.touchpoints[t].match.empty()) last = std::max(last, map.stage_of[t]);
  return last;
}

struct PlaceCounts {
  std::int64_t customers = 0, journeys = 0, visits = 0, lost = 0, lost_customers = 0, drop_off_n = 0, next = 0, next_n = 0, goal = 0, goal_n = 0,
               repeated = 0;
  std::vector<TimeMs> within, to_next;
};

PlaceCounts count_place(const Map& map, const Level& level, const std::vector<Journey>& journeys, std::size_t place) {
  PlaceCounts out;
  std::set<std::string> customers, lost_customers;
  const bool after = map.stage_after[level.stage_of[place]];
  for (const auto& journey : journeys) {
    const auto visits = journey.all();
    const auto is_here = [&](const Visit& visit) { return level.place_of[visit.touchpoint] == place; };
    const auto first = std::find_if(visits.begin(), visits.end(), is_here);
    if (first == visits.end()) continue;
    ++out.journeys;
    customers.insert(journey.customer);
    out.visits += std::count_if(visits.begin(), visits.end(), is_here);
    std::int64_t runs = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
      if (!is_here(visits[i]) || (i > 0 && is_here(visits[i - 1]))) continue;
      std::size_t end = i;
      while (end + 1 < visits.size() && is_here(visits[end + 1])) ++end;
      ++runs;
      out.within.push_back(visits[end].at - visits[i].at);
      if (end + 1 < visits.size()) out.to_next.push_back(visits[end + 1].at - visits[end].at);
    }
    out.repeated += runs > 1;
    const auto lost = journey.reached ? lost_after(map, journey) : stands_before(journey, true);
    const bool lost_here = lost && level.place_of[*lost] == place;
    out.lost += lost_here;
    if (lost_here) lost_customers.insert(journey.customer);
    out.drop_off_n += after ? journey.silent || furthest_after(map, journey) == last_after_stage(map) : journey.closed();
    if (!journey.closed()) continue;
    if (level.stage_of[place] < last_stage_with_rule(map)) {
      ++out.next_n;
      out.next += std::any_of(first, visits.end(), [&](const Visit& visit) { return map.stage_of[visit.touchpoint] > level.stage_of[place]; });
    }
    if (!after) ++out.goal_n, out.goal += journey.reached;
  }
  out.customers = static_cast<std::int64_t>(customers.size());
  out.lost_customers = static_cast<std::int64_t>(lost_customers.size());
  return out;
}

template <class Figures>
void expect_place(const PlaceCounts& expected, const Figures& figures, const std::string& where) {
  SCOPED_TRACE(where);
  EXPECT_EQ(figures.customers, expected.customers);
  EXPECT_EQ(figures.journeys, expected.journeys);
  EXPECT_EQ(figures.visits, expected.visits);
  EXPECT_EQ(figures.journeys_share.count, expected.journeys);
  EXPECT_EQ(figures.lost, expected.lost);
  EXPECT_EQ(figures.lost_customers, expected.lost_customers);
  EXPECT_EQ(figures.drop_off.count, expected.lost);
  EXPECT_EQ(figures.drop_off.n, expected.drop_off_n);
  EXPECT_EQ(figures.to_next_stage.count, expected.next);
  EXPECT_EQ(figures.to_next_stage.n, expected.next_n);
  EXPECT_EQ(figures.to_goal.count, expected.goal);
  EXPECT_EQ(figures.to_goal.n, expected.goal_n);
  EXPECT_EQ(figures.within.n, static_cast<std::int64_t>(expected.within.size()));
  EXPECT_EQ(figures.to_next.n, static_cast<std::int64_t>(expected.to_next.size()));
  const auto median = [](std::vector<TimeMs> spans) {
    std::sort(spans.begin(), spans.end());
    return static_cast<double>(spans[(spans.size() - 1) / 2] + spans[spans.size() / 2]) / 2000;
  };
  if (!expected.within.empty()) { EXPECT_DOUBLE_EQ(figures.within.median->value, median(expected.within)); }
  if (!expected.to_next.empty()) { EXPECT_DOUBLE_EQ(figures.to_next.median->value, median(expected.to_next)); }
}

double naive_chance_lost(const Map& map, const std::vector<Journey>& journeys, std::size_t t) {
  const auto hope = [&](std::size_t x) {
    double visits = 0, reached = 0;
    for (const auto& journey : journeys)
      for (const auto& visit : journey.before)
        if (journey.closed() && visit.touchpoint == x) ++visits, reached += journey.reached;
    return visits == 0 ? 0 : reached / visits;
  };
  double sum = 0;
  for (const auto& journey : journeys) {
    for (std::size_t i = 0; journey.closed() && i < journey.before.size(); ++i) {
      if (journey.before[i].touchpoint != t) continue;
      if (i + 1 < journey.before.size()) sum += std::max(0.0, hope(t) - hope(journey.before[i + 1].touchpoint));
      else if (!journey.reached) sum += hope(t);
    }
  }
  (void)map;
  return sum;
}

void expect_river(const Map& map, const std::vector<Journey>& journeys, const MeasuredFigures& figures, std::uint64_t seed) {
  std::int64_t before = 0, reached = 0;
  for (const auto& journey : journeys) before += journey.seen(), reached += journey.reached;
  std::int64_t in[2] = {before, reached};
  bool first_after = true;
  for (std::size_t s = 0; s < figures.stages.size(); ++s) {
    const auto& stage = figures.stages[s];
    std::int64_t lost = 0, open = 0;
    for (const auto& journey : journeys) {
      if (!map.stage_after[s]) {
        if (const auto at = stands_before(journey, true)) lost += map.stage_of[*at] == s;
        if (const auto at = stands_before(journey, false)) open += map.stage_of[*at] == s;
      } else if (journey.reached && furthest_after(map, journey) != last_after_stage(map)) {
        const int furthest = furthest_after(map, journey);
        if (furthest == static_cast<int>(s) || (furthest < 0 && first_after)) ++(journey.silent ? lost : open);
      }
    }
    EXPECT_EQ(stage.river_in, in[map.stage_after[s]]) << seed << ' ' << s;
    EXPECT_EQ(stage.river_lost, lost) << seed << ' ' << s;
    EXPECT_EQ(stage.river_open, open) << seed << ' ' << s;
    EXPECT_EQ(stage.river_in, stage.river_lost + stage.river_open + stage.river_out) << seed << ' ' << s;
    EXPECT_EQ(stage.goes_on.n, stage.river_in) << seed << ' ' << s;
    EXPECT_EQ(stage.goes_on.count, stage.river_out) << seed << ' ' << s;
    EXPECT_TRUE(stage.goes_on.n == 0 || (stage.goes_on.low <= stage.goes_on.value && stage.goes_on.value <= stage.goes_on.high)) << seed << ' ' << s;
    in[map.stage_after[s]] = stage.river_out;
    if (map.stage_after[s]) first_after = false;
  }
  EXPECT_EQ(in[0], reached) << "out of the last stage before the goal flow those that reached it, seed " << seed;
}

void expect_arrows(const Map& map, const std::vector<Journey>& journeys, const MeasuredFigures& figures, std::uint64_t seed) {
  std::map<std::pair<std::string, std::string>, std::pair<std::set<std::string>, std::vector<TimeMs>>> expected;
  for (const auto& journey : journeys) {
    const auto visits = journey.all();
    for (std::size_t i = 0; i + 1 < visits.size(); ++i) {
      auto& [customers, spans] = expected[{map.touchpoints[visits[i].touchpoint].id, map.touchpoints[visits[i + 1].touchpoint].id}];
      customers.insert(journey.customer);
      spans.push_back(visits[i + 1].at - visits[i].at);
    }
  }
  ASSERT_EQ(figures.arrows.size(), expected.size()) << seed;
  for (const auto& arrow : figures.arrows) {
    auto [customers, spans] = expected.at({arrow.from, arrow.to});
    std::sort(spans.begin(), spans.end());
    EXPECT_EQ(arrow.count, static_cast<std::int64_t>(customers.size())) << seed;
    EXPECT_EQ(arrow.moves, static_cast<std::int64_t>(spans.size())) << seed;
    EXPECT_DOUBLE_EQ(*arrow.median_s, static_cast<double>(spans[(spans.size() - 1) / 2] + spans[spans.size() / 2]) / 2000) << seed;
  }
}

void expect_figures(const MeasureQuestion& question, const std::vector<Journey>& journeys, const MeasuredFigures& figures, std::uint64_t seed) {
  const Map map(question);
  std::int64_t seen = 0, closed = 0, reached = 0, returned = 0;
  for (const auto& journey : journeys)
    if (journey.seen()) ++seen, closed += journey.closed(), reached += journey.reached, returned += journey.returned;
  EXPECT_EQ(figures.journeys, seen) << seed;
  EXPECT_EQ(figures.closed, closed) << seed;
  EXPECT_EQ(figures.open, seen - closed) << seed;
  EXPECT_EQ(figures.reached_goal, reached) << seed;
  EXPECT_EQ(figures.closed_without_goal, closed - reached) << seed;
  EXPECT_EQ(figures.returned->count, returned) << seed;
  EXPECT_EQ(figures.returned->n, reached) << seed;

  const Level touchpoint_places = touchpoint_level(map), stage_places = stage_level(map);
  const auto touchpoints = touchpoints_of(figures);
  std::int64_t lost_before = 0;
  for (std::size_t t = 0; t < touchpoints.size(); ++t) {
    const std::string where = "seed " + std::to_string(seed) + " touchpoint " + touchpoints[t]->id;
    const PlaceCounts expected = count_place(map, touchpoint_places, journeys, t);
    expect_place(expected, *touchpoints[t], where);
    EXPECT_EQ(touchpoints[t]->repeats.count, expected.repeated) << where;
    EXPECT_EQ(touchpoints[t]->repeats.n, expected.journeys) << where;
    if (map.after(t) || !touchpoints[t]->has_rule) {
      EXPECT_FALSE(touchpoints[t]->chance_lost.has_value()) << where;
    } else {
      EXPECT_NEAR(*touchpoints[t]->chance_lost, naive_chance_lost(map, journeys, t), 1e-9) << where;
    }
    if (!map.after(t)) lost_before += touchpoints[t]->lost;
  }
  EXPECT_EQ(lost_before, figures.closed_without_goal) << "the lost add up, seed " << seed;
  for (std::size_t s = 0; s < figures.stages.size(); ++s)
    expect_place(count_place(map, stage_places, journeys, s), figures.stages[s], "seed " + std::to_string(seed) + " stage " + figures.stages[s].id);
  expect_river(map, journeys, figures, seed);
  expect_arrows(map, journeys, figures, seed);
}

// Of four customers one reaches the goal; three do only what no touchpoint claims, so they are not on this map's journey.
TEST(Measure, JourneysThatVisitNothingStandBeside) {
  MeasureQuestion question;
  question.scope.inactivity = 10 * kDay;
  question.goal = "buy";
  question.stages = {{"decide", false, {{"buy", named("B"), {}}}}};
  const MeasureAnswer answer = ask({{"a", 0, "B"}, {"b", 0, "X"}, {"c", kDay, "X"}, {"d", 30 * kDay, "X"}}, question);
  EXPECT_EQ(answer.all.journeys, 1);
  EXPECT_EQ(answer.all.closed, 1);
  EXPECT_EQ(answer.all.conversion.n, 1);
  EXPECT_EQ(answer.off_map, 3);
}

TEST(Measure, EqualsTheNaiveOneOnRandomEvents) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Events events = random_events(seed, 160);
    MeasureQuestion question = test_map();
    if (seed % 3 == 0) question.scope.until = 1'700'000'000'000 + 60 * kDay;
    const MeasureAnswer answer = ask(events, question);
    const auto journeys = journeys_of(events, question);
    expect_figures(question, journeys, answer.all, seed);
    EXPECT_EQ(answer.off_map, std::count_if(journeys.begin(), journeys.end(), [](const auto& journey) { return !journey.seen(); })) << seed;
    if (HasFailure()) return;
  }
}

// Who is on the list of a touchpoint, by looking at every journey; with how many of his and when he last came by in them.
std::map<std::string, std::pair<std::int64_t, TimeMs>> naive_list(const Map& map, const std::vector<Journey>& journeys, std::size_t touchpoint,
                                                                  ListWho who) {
  std::map<std::string, std::pair<std::int64_t, TimeMs>> out;
  for (const auto& journey : journeys) {
    std::optional<TimeMs> last;
    for (const auto& visit : journey.all())
      if (visit.touchpoint == touchpoint) last = visit.at;
    std::optional<std::size_t> stands;
    if (who == ListWho::visited) stands = touchpoint;
    else if (!journey.reached) stands = stands_before(journey, who == ListWho::lost);
    else if (Journey silent = journey; (who == ListWho::lost) == journey.silent) {
      silent.silent = true;
      stands = lost_after(map, silent);
    }
    if (!last || stands != touchpoint) continue;
    auto& [count, at] = out[journey.customer];
    ++count;
    at = *last;
  }
  return out;
}

TEST(Measure, ListsWhoIsLostOpenOrCameByAsTheNaiveOneDoes) {
  std::size_t found[3] = {};
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Events events = random_events(seed, 160);
    MeasureQuestion question = test_map();
    if (seed % 2 == 0) question.scope.until = 1'700'000'000'000 + 60 * kDay;
    const Map map(question);
    const std::size_t touchpoint = seed % map.touchpoints.size();
    const ListWho who = std::array{ListWho::lost, ListWho::open, ListWho::visited}[seed / map.touchpoints.size() % 3];
    question.list = ListAt{map.touchpoints[touchpoint].id, who};
    const auto listed = ask(events, question).listed;
    const auto expected = naive_list(map, journeys_of(events, question), touchpoint, who);
    ASSERT_EQ(listed.size(), expected.size()) << seed;
    std::size_t i = 0;
    for (const auto& [customer, counted] : expected) {
      EXPECT_EQ(listed[i].customer, customer) << seed;
      EXPECT_EQ(listed[i].journeys, counted.first) << seed;
      EXPECT_EQ(listed[i].last_visit, counted.second) << seed;
      ++i;
    }
    found[static_cast<std::size_t>(who)] += listed.size();
  }
  for (const auto n : found) EXPECT_GT(n, 0u) << "the sets try all three";
}

TEST(Measure, EachSegmentIsTheMapOfItsOwnJourneys) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Events events = random_events(seed, 160);
    MeasureQuestion question = test_map();
    question.by = "device";
    const MeasureAnswer answer = ask(events, question);
    const auto journeys = journeys_of(events, question);
    std::size_t segments = 0;
    for (const std::string device : {"phone", "desk", ""}) {
      std::vector<Journey> own;
      for (const auto& journey : journeys)
        if (journey.events.front().device == device && journey.seen()) own.push_back(journey);
      const auto segment =
          std::find_if(answer.segments.begin(), answer.segments.end(), [&](const MeasureSegment& s) { return s.value.value_or("") == device; });
      ASSERT_EQ(segment == answer.segments.end(), own.empty()) << seed;
      if (own.empty()) continue;
      ++segments;
      expect_figures(question, own, segment->figures, seed);
    }
    EXPECT_EQ(answer.segments.size(), segments);
    for (std::size_t i = 1; i < answer.segments.size(); ++i) EXPECT_TRUE(answer.segments[i - 1].value.has_value()) << "without a value comes last";
    if (HasFailure()) return;
  }
}

// A shop small enough to count by hand. Days; the inactivity is 10 days, the as-of day 100.
//   ann: A0 C1 E2(30 €) F3             bought, then used
//   bob: A0 C1                          lost at c
//   cat: A0 A1 C2 A3                    lost at a (came back to it)
//   dan: A95 C99                        open
//   eve: A0 E1(50 €) | A50              bought; came back to `look`, lost at a in a second journey
//   zoe: X100                           only makes the as-of
Events by_hand() {
  const auto event = [](const std::string& customer, int day, const std::string& name, double value = kNone) {
    Event out{customer, day * kDay, name};
    out.value = value;
    return out;
  };
  return {event("ann", 0, "A"), event("ann", 1, "C"),     event("ann", 2, "E", 30), event("ann", 3, "F"),
          event("bob", 0, "A"), event("bob", 1, "C"),     event("cat", 0, "A"),     event("cat", 1, "A"),
          event("cat", 2, "C"), event("cat", 3, "A"),     event("dan", 95, "A"),    event("dan", 99, "C"),
          event("eve", 0, "A"), event("eve", 1, "E", 50), event("eve", 50, "A"),    event("zoe", 100, "X")};
}

TEST(Measure, NoShareGoesToStagesWithoutARule) {
  MeasureQuestion question = test_map();
  question.stages[2].touchpoints = {{"goal", {}, {}}, {"d", {}, {}}};
  question.stages[3].touchpoints = {{"e_again", {}, {}}, {"f", {}, {}}};
  question.stages[4].touchpoints = {{"g", {}, {}}};
  const MeasuredFigures all = ask(by_hand(), question).all;
  EXPECT_EQ(all.stages[0].to_next_stage.n, 5);
  EXPECT_EQ(all.stages[1].to_next_stage.n, 0) << "nothing after it can be seen: no share, and not 0";
}

TEST(Measure, AMapCountedByHand) {
  MeasureQuestion question = test_map();
  question.leads_to = "look";
  question.list = ListAt{"a", ListWho::lost};
  const MeasureAnswer answer = ask(by_hand(), question);
  const MeasuredFigures& all = answer.all;
  EXPECT_EQ(all.customers, 5);
  EXPECT_EQ(all.journeys, 6);
  EXPECT_EQ(all.open, 1);
  EXPECT_EQ(all.reached_goal, 2);
  EXPECT_EQ(all.closed_without_goal, 3);
  EXPECT_EQ(all.conversion.count, 2);
  EXPECT_EQ(all.conversion.n, 5);
  EXPECT_EQ(all.conversion_with_open.n, 6);
  EXPECT_EQ(all.goal_value->value, 40);
  EXPECT_EQ(all.goal_value->n, 2);

  const auto touchpoints = touchpoints_of(all);
  const TouchpointFigures &a = *touchpoints[0], &c = *touchpoints[2], &goal = *touchpoints[4], &f = *touchpoints[7];
  EXPECT_EQ(a.customers, 5);
  EXPECT_EQ(a.journeys, 6);
  EXPECT_EQ(a.visits, 8);
  EXPECT_EQ(a.lost, 2);  // cat, and eve's second journey
  EXPECT_EQ(a.lost_customers, 2);
  ASSERT_EQ(answer.listed.size(), 2u);
  EXPECT_EQ(answer.listed[0].customer, "cat");
  EXPECT_EQ(answer.listed[0].journeys, 1);
  EXPECT_EQ(answer.listed[0].last_visit, 3 * kDay);
  EXPECT_EQ(answer.listed[1].customer, "eve");
  EXPECT_EQ(answer.listed[1].last_visit, 50 * kDay);
  EXPECT_EQ(a.drop_off.n, 5);
  EXPECT_EQ(a.at_stake->value, 80);
  EXPECT_EQ(a.at_stake->n, 2);
  EXPECT_EQ(a.repeats.count, 1);  // cat: a a c a is two runs
  EXPECT_EQ(a.repeats.n, 6);
  EXPECT_EQ(a.to_goal.count, 2);
  EXPECT_EQ(a.to_goal.n, 5);
  EXPECT_EQ(a.to_next_stage.count, 4);  // all closed ones but eve's second
  EXPECT_EQ(a.within.n, 7);
  EXPECT_EQ(a.within.median->value, 0);
  EXPECT_EQ(c.lost, 1);
  EXPECT_EQ(c.drop_off.n, 3);
  EXPECT_EQ(goal.lost, 0);
  EXPECT_FALSE(goal.at_stake.has_value()) << "nobody is lost at the goal";
  EXPECT_EQ(goal.to_next_stage.count, 1);
  EXPECT_EQ(f.lost, 1) << "ann used it, did not go on to praise";
  EXPECT_EQ(f.drop_off.n, 1);
  EXPECT_FALSE(f.at_stake.has_value()) << "after the goal no sale is lost";
  EXPECT_FALSE(f.chance_lost.has_value());

  // Visits in closed journeys: a 7, of which 2 hopeful; c 3, of which 1; the goal 2 of 2. H(a) = 2/7, H(c) = 1/3.
  // Moves from a: to c 3 (0 each), to a 1 (0), to the goal 1 (0), to the end 2 (2/7 each). From c: to the goal 1 (0), to a 1, to the end 1.
  EXPECT_NEAR(*a.chance_lost, 4.0 / 7, 1e-12);
  EXPECT_NEAR(*c.chance_lost, (1.0 / 3 - 2.0 / 7) + 1.0 / 3, 1e-12);
  EXPECT_EQ(*goal.chance_lost, 0);

  const auto& river = all.stages;
  EXPECT_EQ(river[0].river_in, 6);
  EXPECT_EQ(river[0].river_lost, 2);
  EXPECT_EQ(river[1].river_in, 4);
  EXPECT_EQ(river[1].river_lost, 1);
  EXPECT_EQ(river[1].river_open, 1);
  EXPECT_EQ(river[2].river_in, 2);
  EXPECT_EQ(river[2].river_out, 2);
  EXPECT_EQ(river[3].river_in, 2);
  EXPECT_EQ(river[3].river_lost, 2) << "ann after using it, eve who never came back to it in that journey";
  EXPECT_EQ(river[4].river_out, 0);

  // Time to the goal: ann 2 days, eve 1 day; dan open for 5 days, censored; three never.
  ASSERT_EQ(all.time_to_goal.size(), 3u);
  EXPECT_EQ(all.time_to_goal[1].time_s, 86400);
  EXPECT_NEAR(all.time_to_goal[1].survival, 5.0 / 6, 1e-12);
  EXPECT_NEAR(all.time_to_goal[2].survival, 4.0 / 6, 1e-12);
  EXPECT_FALSE(all.median_to_goal_s.has_value()) << "fewer than half reach it";
  EXPECT_EQ(all.returned->count, 1) << "eve came back to look";
  EXPECT_EQ(all.returned->n, 2);

  EXPECT_EQ(answer.claimed_events, 15);
  ASSERT_EQ(answer.unclaimed.size(), 1u);
  EXPECT_EQ(answer.unclaimed[0].event, "X");
}

TEST(Measure, AScoreBelongsToItsTouchpointElseToTheLastVisitBefore) {
  MeasureQuestion question;
  question.stages = {{"one", false, {{"buy", named("buy"), {}}, {"help", named("help"), {}}}}, {"two", true, {{"survey", named("survey_web"), {}}}}};
  question.goal = "buy";
  question.scope.inactivity = 10 * kDay;
  const auto score = [](const std::string& customer, TimeMs at, const std::string& name, double value) {
    Event event{customer, at, name};
    event.score = value;
    event.scale = ScoreScale::one_to_five;
    return event;
  };
  const MeasureAnswer answer = ask({{"a", 0, "buy"},
                                    {"a", 1000, "noise"},
                                    score("a", 2000, "survey_mail", 5),
                                    {"b", 0, "buy"},
                                    {"b", 500, "help"},
                                    score("b", 40 * kDay, "survey_mail", 1),
                                    score("b", 40 * kDay + 1, "survey_web", 3),
                                    score("c", 0, "survey_mail", 4)},
                                   question);
  const auto touchpoints = touchpoints_of(answer.all);
  ASSERT_TRUE(touchpoints[0]->score.has_value());
  EXPECT_EQ(touchpoints[0]->score->n, 1);
  EXPECT_EQ(touchpoints[0]->score->emotion->value, 2);
  ASSERT_TRUE(touchpoints[1]->score.has_value()) << "help comes after the goal and is not read, yet it is the last visit before";
  EXPECT_EQ(touchpoints[1]->score->emotion->value, -2);
  ASSERT_TRUE(touchpoints[2]->score.has_value());
  EXPECT_EQ(touchpoints[2]->score->emotion->value, 0);
  EXPECT_EQ(answer.all.stages[0].score->n, 2);
}

TEST(Measure, TellsWhatIsUnclaimedTwiceClaimedAndFailed) {
  MeasureQuestion question;
  question.stages = {{"one", false, {{"any_visit", named("visit"), {}}, {"web_visit", named_on("visit", "web"), named("error")}}}};
  const MeasureAnswer answer =
      ask({{"a", 0, "visit", "web"}, {"a", 1, "visit", "shop"}, {"a", 2, "error"}, {"a", 3, "other"}, {"b", 0, "other"}}, question);
  EXPECT_EQ(answer.claimed_events, 3) << "a failure rule claims too";
  ASSERT_EQ(answer.unclaimed.size(), 1u);
  EXPECT_EQ(answer.unclaimed[0].event, "other");
  EXPECT_EQ(answer.unclaimed[0].count, 2);
  ASSERT_EQ(answer.overlaps.size(), 1u);
  EXPECT_EQ(answer.overlaps[0].first, "any_visit");
  EXPECT_EQ(answer.overlaps[0].second, "web_visit");
  EXPECT_EQ(answer.overlaps[0].events, 1);
  const auto touchpoints = touchpoints_of(answer.all);
  EXPECT_EQ(touchpoints[1]->failed, 1);
  EXPECT_EQ(touchpoints[0]->channels, (std::vector<std::pair<std::string, std::int64_t>>{{"shop", 1}, {"web", 1}}));
  EXPECT_FALSE(touchpoints[0]->chance_lost.has_value()) << "there is no goal";
}

TEST(Measure, ALogWithoutTimesIsClosedAndHasNoTimes) {
  const MeasureAnswer answer = ask({{"a", 1, "A"}, {"a", 2, "E"}, {"b", 3, "A"}}, test_map(), TimeUnit::order);
  EXPECT_EQ(answer.all.closed, 2);
  EXPECT_EQ(answer.all.closed_without_goal, 1);
  EXPECT_FALSE(touchpoints_of(answer.all)[0]->within.median.has_value());
  EXPECT_TRUE(answer.all.time_to_goal.empty());
  EXPECT_FALSE(answer.all.arrows[0].median_s.has_value());
}

TEST(Measure, MoreTouchpointsThanBitsInAWord) {
  MeasureQuestion question;
  question.stages = {{"many", false, {}}};
  Events events;
  for (int t = 0; t < 150; ++t) {
    question.stages[0].touchpoints.push_back({"t" + std::to_string(t), named("e" + std::to_string(t)), {}});
    events.push_back({"a", t * kSecond, "e" + std::to_string(t)});
  }
  question.goal = "t149";
  const MeasureAnswer answer = ask(events, question);
  for (const auto* touchpoint : touchpoints_of(answer.all)) EXPECT_EQ(touchpoint->visits, 1) << touchpoint->id;
  EXPECT_EQ(answer.all.reached_goal, 1);
}

TEST(Measure, MisuseSaysWhatWasMeant) {
  MeasureQuestion question = test_map();
  question.goal = "gaol";
  const auto answer = measure(index_of(by_hand()), question);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.failure().kind, FailureKind::misuse);
  EXPECT_EQ(render(answer.failure().what.message, Lang::en), "the goal `gaol` is none of the map’s touchpoints");
  EXPECT_EQ(render(*answer.failure().what.hint, Lang::en), "did you mean `goal`?");
}

TEST(Measure, ARuleWhoseFilterKeepsAllItsEventsOutIsNamedWithWhatThereIs) {
  const Events events = {{"ann", 0, "A", "web"}, {"ann", 1000, "A", "web"}, {"bob", 0, "A", "shop"}, {"bob", 2000, "B", "web"}};
  MeasureQuestion question;
  Rule no_device = named("A");
  no_device.any[0].where = {field_is("device", "phone")};
  Rule second_filter = named("A");
  second_filter.any[0].where = {field_is("channel", "web"), field_is("source", "mail")};
  question.stages = {{"s",
                      false,
                      {{"found", named_on("A", "web"), {}},
                       {"wrong_value", named_on("A", "Web"), {}},
                       {"no_field", no_device, {}},
                       {"second", second_filter, {}},
                       {"no_event", named_on("C", "web"), {}},
                       {"no_rule", {}, {}}}}};
  const MeasureAnswer answer = ask(events, question);
  ASSERT_EQ(answer.silent.size(), 3u);
  EXPECT_EQ(answer.silent[0].touchpoint, "wrong_value");
  EXPECT_EQ(answer.silent[0].events, 3);
  EXPECT_EQ(answer.silent[0].field, "channel");
  EXPECT_EQ(answer.silent[0].values, (std::vector<std::string>{"web", "shop"}));
  EXPECT_EQ(answer.silent[1].field, "device");
  EXPECT_TRUE(answer.silent[1].values.empty());
  EXPECT_EQ(answer.silent[2].touchpoint, "second");
  EXPECT_EQ(answer.silent[2].field, "source");
}

}  // namespace
