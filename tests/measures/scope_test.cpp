#include "measures/scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cases/event_list.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

using ::testing::ElementsAre;

constexpr TimeMs kMonday = 20'458 * kDay;  // 2026-01-05

CaseEvent event(const char* customer, int day, const char* name, const char* channel = "") {
  return {customer, kMonday + day * kDay, TimeUnit::ms, name, channel, "", {}, {}, {}};
}

const std::vector<CaseEvent> kEvents = {event("ada", 0, "visit", "web"), event("ada", 1, "call", "phone"), event("ada", 40, "visit", "web"),
                                        event("bob", 2, "call", "phone"), event("cid", 50, "visit", "web")};

// "ada: visit call | ada: visit": units and their events.
std::string units(const Selection& selection) {
  std::string out;
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    out += (unit ? " | " : "") + selection.name(unit) + ":";
    for (auto position = selection.begin[unit]; position < selection.begin[unit + 1]; ++position)
      out += " " + selection.index->events.at(selection.index->event[selection.row(position)]);
  }
  return out;
}

Selection selected(const EventIndex& index, const Scope& scope, Per per = Per::customer) { return *select(index, scope, per, silence_of(scope)); }

TEST(Scope, EverythingByCustomer) {
  const EventIndex index = index_of(kEvents, Zone::utc());
  const Selection selection = selected(index, {});
  EXPECT_TRUE(selection.everything);
  EXPECT_EQ(units(selection), "ada: visit call visit | bob: call | cid: visit");
  EXPECT_EQ(selection.basis.as_of, kMonday + 50 * kDay);
  EXPECT_EQ(selection.basis.first, kMonday);
  EXPECT_EQ(selection.basis.last, kMonday + 50 * kDay);
  EXPECT_EQ(selection.basis.events, 5);
  EXPECT_EQ(selection.basis.customers, 3);
}

TEST(Scope, SinceIsInsideUntilIsNot) {
  const EventIndex index = index_of(kEvents, Zone::utc());
  Scope scope;
  scope.since = kMonday + 1 * kDay;
  scope.until = kMonday + 40 * kDay;
  const Selection selection = selected(index, scope);
  EXPECT_EQ(units(selection), "ada: call | bob: call");
  EXPECT_EQ(selection.basis.as_of, kMonday + 40 * kDay);
  EXPECT_EQ(selection.basis.last, kMonday + 2 * kDay);
}

TEST(Scope, AsOfIsTheLastEventOfAllEvenWhenItIsNotInScope) {
  const EventIndex index = index_of(kEvents, Zone::utc());
  Scope scope;
  scope.where = {*parse_where("channel=phone")};
  const Selection selection = selected(index, scope);
  EXPECT_EQ(units(selection), "ada: call | bob: call");
  EXPECT_EQ(selection.basis.as_of, kMonday + 50 * kDay);
}

TEST(Scope, SilenceCutsOnlyWhenItIsLonger) {
  const EventIndex index = index_of(kEvents, Zone::utc());
  Scope scope;
  scope.inactivity = 39 * kDay;
  EXPECT_EQ(units(selected(index, scope, Per::journey)), "ada: visit call visit | bob: call | cid: visit");
  scope.inactivity = 39 * kDay - 1;
  EXPECT_EQ(units(selected(index, scope, Per::journey)), "ada: visit call | ada: visit | bob: call | cid: visit");
}

TEST(Scope, AnEventOutOfScopeDoesNotHoldAJourneyTogether) {
  const EventIndex index = index_of(kEvents, Zone::utc());
  Scope scope;
  scope.inactivity = 39 * kDay;
  scope.where = {*parse_where("channel=web")};
  EXPECT_EQ(units(selected(index, scope, Per::journey)), "ada: visit | ada: visit | cid: visit");
}

TEST(Scope, TheSilenceIsTheLargerOf30DaysAndTwiceTheWindow) {
  EXPECT_EQ(silence_of({}, 7 * kDay), 30 * kDay);
  EXPECT_EQ(silence_of({}, 45 * kDay), 90 * kDay);
  EXPECT_EQ(silence_of({}, std::nullopt), 60 * kDay);
  Scope scope;
  scope.inactivity = kDay;
  EXPECT_EQ(silence_of(scope, 45 * kDay), kDay);
}

TEST(Scope, ALogWithoutTimesHasNoPeriodAndOneJourneyACustomer) {
  std::vector<CaseEvent> events = kEvents;
  for (auto& one : events) one.unit = TimeUnit::order;
  const EventIndex index = index_of(events, Zone::utc());
  EXPECT_EQ(units(selected(index, {}, Per::journey)), "ada: visit call visit | bob: call | cid: visit");
  EXPECT_EQ(selected(index, {}).basis.as_of, kNoTime);
  Scope scope;
  scope.since = kMonday;
  const auto refused = select(index, scope, Per::customer, kDay);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(render(refused.failure().what.message, Lang::en), "these events have no time, only an order: they cannot be limited to a period");
}

}  // namespace
}  // namespace parcours
