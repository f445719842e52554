#include <gtest/gtest.h>

#include <set>

#include "measures/listed_events.h"
#include "measures/retention.h"

namespace {

using namespace listed;

TimeMs at(const Zone& zone, int year, int month, int day, int hour = 12) { return zone.instant({{year, month, day}, hour, 0, 0, 0}); }

Date period_of(Date date, Every every) {
  if (every == Every::month) return {date.year, date.month, 1};
  while (every == Every::week && weekday(date) != 1) date = plus_days(date, -1);
  return date;
}

Date next_of(Date date, Every every) {  // by walking day after day until the period changes
  const Date own = period_of(date, every);
  while (period_of(date, every) == own) date = plus_days(date, 1);
  return date;
}

// Customers of each cohort who have an event in each period, by looking at every event for every cell.
void expect_naive(const Events& events, const Zone& zone, const RetentionQuestion& question, const RetentionAnswer& answer, std::uint64_t seed) {
  TimeMs last = 0;
  for (const auto& event : events)
    if (!question.scope.until || event.at < *question.scope.until) last = std::max(last, event.at);
  const auto came = [&](const Event& event) { return !question.came || event.event == "A"; };
  const auto active = [&](const Event& event) { return !question.active || event.event == "B"; };
  std::map<Date, std::set<std::string>> cohorts;
  const auto customers = by_customer(events);
  for (const auto& [customer, own] : customers) {
    for (const auto& event : own) {
      if (!came(event) || (question.scope.until && event.at >= *question.scope.until)) continue;
      const Date cohort = period_of(zone.date(event.at), question.every);
      if (!question.scope.since || cohort >= period_of(zone.date(*question.scope.since), question.every)) cohorts[cohort].insert(customer);
      break;
    }
  }
  const TimeMs as_of = question.scope.until.value_or(last);
  ASSERT_EQ(answer.cohorts.size(), cohorts.size()) << seed;
  std::size_t c = 0;
  for (const auto& [start, members] : cohorts) {
    const Cohort& cohort = answer.cohorts[c++];
    EXPECT_EQ(cohort.start, start) << seed;
    EXPECT_EQ(cohort.size, static_cast<std::int64_t>(members.size())) << seed;
    Date period = start;
    for (const auto& cell : cohort.cells) {
      const Date next = next_of(period, question.every);
      std::int64_t n = 0;
      for (const auto& member : members) {
        const auto& own = customers.at(member);
        n += std::any_of(own.begin(), own.end(), [&](const Event& event) {
          return active(event) && event.at < as_of + (question.scope.until ? 0 : 1) && period_of(zone.date(event.at), question.every) == period;
        });
      }
      EXPECT_EQ(cell.n, n) << seed << ' ' << show(start) << ' ' << show(period);
      EXPECT_EQ(cell.over, zone.day_start(next) <= as_of) << seed << ' ' << show(period);
      period = next;
    }
    EXPECT_GT(zone.day_start(period), question.scope.until ? as_of - 1 : as_of) << "the last cell holds the as-of";
  }
}

TEST(Retention, EqualsTheNaiveOneOnRandomEvents) {
  const Zone paris = *Zone::find("Europe/Paris");
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Events events = random_events(seed);
    RetentionQuestion question;
    question.every = std::array{Every::day, Every::week, Every::month}[seed % 3];
    if (seed % 2 == 0) question.came = named("A");
    if (seed % 5 == 0) question.active = named("B");
    if (seed % 7 == 0) question.scope.since = 1'700'000'000'000 + 5 * kDay;
    if (seed % 4 == 0) question.scope.until = 1'700'000'000'000 + 40 * kDay;
    const auto answer = retention(index_of(events, paris), question);
    ASSERT_TRUE(answer.ok());
    expect_naive(events, paris, question, *answer, seed);
  }
}

TEST(Retention, ListsTheMembersOfACohortAsTheNaiveOneDoes) {
  const Zone paris = *Zone::find("Europe/Paris");
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 90; ++seed) {
    const Events events = random_events(seed);
    RetentionQuestion question;
    question.every = std::array{Every::day, Every::week, Every::month}[seed % 3];
    if (seed % 5 == 0) question.active = named("B");
    const Date day = plus_days(paris.date(events[seed % events.size()].at), seed % 2 == 0 ? 1 : 0);
    question.list = ListMembers{day, std::array{MembersWho::lapsed, MembersWho::returned, MembersWho::all}[seed / 3 % 3]};
    const auto answer = retention(index_of(events, paris), question);
    ASSERT_TRUE(answer.ok());
    std::size_t i = 0;
    for (const auto& [customer, own] : by_customer(events)) {
      const Date cohort = period_of(paris.date(own.front().at), question.every);
      if (cohort != period_of(day, question.every)) continue;
      bool returned = false;
      TimeMs last = kNoTime;
      for (const auto& event : own) {
        if (question.active && event.event != "B") continue;
        last = event.at;
        returned = returned || period_of(paris.date(event.at), question.every) > cohort;
      }
      if (question.list->who != MembersWho::all && returned != (question.list->who == MembersWho::returned)) continue;
      ASSERT_LT(i, answer->listed.size()) << seed;
      EXPECT_EQ(answer->listed[i].customer, customer) << seed;
      EXPECT_EQ(answer->listed[i].came, own.front().at) << seed;
      EXPECT_EQ(answer->listed[i].last_active, last) << seed;
      ++i;
    }
    EXPECT_EQ(answer->listed.size(), i) << seed;
    found += i;
  }
  EXPECT_GT(found, 50u);
}

TEST(Retention, WeeksBeginOnMondayInTheZone) {
  const Zone paris = *Zone::find("Europe/Paris");
  RetentionQuestion question;
  // Sunday 2026-03-29 the clocks go forward. 23:30 on Sunday in Paris is 21:30 UTC; the Monday after is another week.
  const auto answer = retention(
      index_of({{"a", at(paris, 2026, 3, 29, 23), "x"}, {"a", at(paris, 2026, 3, 30, 0), "x"}, {"b", at(paris, 2026, 4, 6, 0), "x"}}, paris),
      question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->cohorts.size(), 2u);
  EXPECT_EQ(show(answer->cohorts[0].start), "2026-03-23");
  ASSERT_EQ(answer->cohorts[0].cells.size(), 3u);
  EXPECT_EQ(answer->cohorts[0].cells[0].n, 1);
  EXPECT_EQ(answer->cohorts[0].cells[1].n, 1);
  EXPECT_TRUE(answer->cohorts[0].cells[1].over);
  EXPECT_EQ(answer->cohorts[0].cells[2].n, 0);
  EXPECT_FALSE(answer->cohorts[0].cells[2].over);
  EXPECT_EQ(show(answer->cohorts[1].start), "2026-04-06");
  // Pooled over the cohorts for which the period is over: the second cohort's is not.
  ASSERT_EQ(answer->mean.size(), 2u);
  EXPECT_EQ(answer->mean[1].count, 1);
  EXPECT_EQ(answer->mean[1].n, 1);
}

TEST(Retention, ACohortIsTheFirstEventEverNotTheFirstInTheRange) {
  const Zone utc = Zone::utc();
  RetentionQuestion question;
  question.every = Every::month;
  question.scope.since = at(utc, 2026, 2, 1, 0);
  const auto answer =
      retention(index_of({{"old", at(utc, 2026, 1, 10), "x"}, {"old", at(utc, 2026, 2, 10), "x"}, {"new", at(utc, 2026, 2, 11), "x"}}), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->cohorts.size(), 1u);
  EXPECT_EQ(show(answer->cohorts[0].start), "2026-02-01");
  EXPECT_EQ(answer->cohorts[0].size, 1);
}

TEST(Retention, CohortsAreWholeWhenTheRangeBeginsInsideAPeriod) {
  const Zone utc = Zone::utc();
  RetentionQuestion question;
  question.scope.since = at(utc, 2026, 1, 6, 0);  // a Tuesday
  const auto answer = retention(
      index_of({{"monday", at(utc, 2026, 1, 5), "x"}, {"monday", at(utc, 2026, 1, 12), "x"}, {"sunday", at(utc, 2026, 1, 4), "x"}}), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->cohorts.size(), 1u);
  EXPECT_EQ(show(answer->cohorts[0].start), "2026-01-05");
  EXPECT_EQ(answer->cohorts[0].size, 1);
  ASSERT_EQ(answer->cohorts[0].cells.size(), 2u);
  EXPECT_EQ(answer->cohorts[0].cells[1].n, 1);
  EXPECT_EQ(answer->basis.first, at(utc, 2026, 1, 5)) << "the range begins with the period";
}

TEST(Retention, AFilteredCohortIsThatOfTheFirstEventThatFits) {
  const Zone utc = Zone::utc();
  RetentionQuestion question;
  question.every = Every::month;
  question.scope.where = {field_is("channel", "app")};
  const auto answer = retention(index_of({{"a", at(utc, 2026, 1, 5), "x", "web"}, {"a", at(utc, 2026, 2, 12), "x", "app"}}), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->cohorts.size(), 1u);
  EXPECT_EQ(show(answer->cohorts[0].start), "2026-02-01");
}

TEST(Retention, ASecondPurchaseIsOneOnAnotherDay) {
  const Zone utc = Zone::utc();
  RetentionQuestion question;
  question.purchase = named("buy");
  const Events events = {{"twice_a_day", at(utc, 2026, 1, 1, 9), "buy"},
                         {"twice_a_day", at(utc, 2026, 1, 1, 18), "buy"},
                         {"again", at(utc, 2026, 1, 1, 18), "buy"},
                         {"again", at(utc, 2026, 1, 2, 6), "buy"},
                         {"looks", at(utc, 2026, 1, 5, 18), "visit"}};
  const auto answer = retention(index_of(events), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_TRUE(answer->repurchase.has_value());
  EXPECT_EQ(answer->repurchase->buyers, 2);
  EXPECT_EQ(answer->repurchase->repeat, 1);
  EXPECT_EQ(answer->repurchase->share.n, 2);
  const auto& curve = answer->repurchase->time_to_second;
  ASSERT_EQ(curve.size(), 2u);
  EXPECT_EQ(curve[1].time_s, 12 * 3600.0);
  EXPECT_EQ(curve[1].survival, 0.5);
  EXPECT_EQ(curve[1].at_risk, 2);
}

TEST(Retention, NeedsTimes) {
  const auto answer = retention(index_of({{"a", 0, "x"}}, Zone::utc(), TimeUnit::order), RetentionQuestion{});
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.failure().kind, FailureKind::misuse);
  EXPECT_EQ(render(answer.failure().what.message, Lang::en),
            "retention cannot be measured on a log without times: only the order of events is known there");
}

}  // namespace
