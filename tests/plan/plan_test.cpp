// What does not fit in a plan, as a person reads it, with its place; and the plans of the two templates, by hand.
#include "plan/plan.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "plan/days_off.h"

namespace parcours {
namespace {

struct Made {
  MapFile map;
  Plan plan;
};

Made planned(const std::string& text, Date as_of, const std::string& zone = "UTC") {
  Made made;
  made.map = parse_map("maps/m.yaml", text);
  for (const auto& diagnostic : made.map.diagnostics)
    if (diagnostic.severity == Severity::error) ADD_FAILURE() << render(diagnostic, text, Lang::en);
  WorkspaceSettings settings;
  settings.zone = zone;
  made.plan = make_plan({made.map.value, made.map.source, settings, as_of});
  return made;
}

std::string told(const Made& made, Lang lang = Lang::en) {
  std::string out;
  for (const auto& finding : made.plan.findings) {
    const auto& what = finding.what;
    out += std::to_string(what.place.line) + ":" + std::to_string(what.place.column) + " " + std::string(code_of(what.severity)) + " " + what.code +
           ": " + render(what.message, lang) + "\n";
  }
  for (auto at = out.find("\u202f"); at != std::string::npos; at = out.find("\u202f")) out.replace(at, 3, " ");
  return out;
}

std::string head(const std::string& more = "") { return "parcours: 1\ntitle: T\n" + more + "stages:\n"; }
std::string touchpoint(const std::string& id, const std::string& channel, const std::string& team = "Web") {
  return "    touchpoints: [{id: " + id + ", name: " + id + ", channel: " + channel + ", starts: company, backstage: {team: " + team + "}}]\n";
}

TEST(PlanFindings, TooLate) {
  const auto made = planned(head() +
                                "  - {id: a, name: Première, phase: before, when: {start: 2027-01-11, lasts: 3d}}\n"
                                "  - {id: b, name: Seconde, phase: during, when: {after: a, days: [3, 5], lasts: 1d}}\n",
                            {2027, 1, 12});
  EXPECT_EQ(told(made), "4:44 warning plan-too-late: too late for “Première”: it had to start by 11 Jan 2027\n");
  EXPECT_EQ(told(made, Lang::fr),
            "4:44 warning plan-too-late: trop tard pour «\u00a0Première\u00a0»\u00a0: il fallait commencer le 11 janv. 2027 au plus tard\n");
  EXPECT_TRUE(made.plan.has_warnings());
}

TEST(PlanFindings, WhatIsIgnoredIsCounted) {
  const auto made = planned(head() + "  - {id: a, name: A, phase: before, when: {start: 2027-01-11, lasts: 3d}}\n" +
                                "ignore:\n  - {rule: plan-too-late, at: a, why: begun}\n",
                            {2027, 1, 12});
  EXPECT_EQ(told(made), "");
  EXPECT_EQ(made.plan.ignored, 1);
}

// 20 days before the 20th is 31 December; before the 24th, 4 January.
TEST(PlanFindings, LeadTimes) {
  const std::string map = head() +
                          "  - {id: a, name: A, phase: before, when: {start: 2027-01-15, lasts: 9d}}\n"
                          "  - id: b\n    name: B\n    phase: during\n    when: {after: a, days: [5, 9], lasts: 1d}\n"
                          "    contents: [{text: Film, lead_time: 20d}]\n";
  EXPECT_EQ(told(planned(map, {2026, 12, 31})), "");
  EXPECT_EQ(told(planned(map, {2027, 1, 4})),
            "9:29 note plan-work-tight: “Film” (B) will be ready for the latest date only: 20 days of preparation, to begin by 4 Jan 2027\n");
  EXPECT_EQ(told(planned(map, {2027, 1, 5})),
            "9:29 warning plan-work-too-late: too late to prepare “Film” (B): 20 days of preparation, to begin by 4 Jan 2027\n");
}

TEST(PlanFindings, CollisionsInOneChannel) {
  const auto two = [](const std::string& days, const std::string& second) {
    return head() + "  - id: a\n    name: A\n    phase: before\n    when: {start: 2027-01-11, lasts: 5d}\n    contents: [{text: x, via: [t]}]\n" +
           touchpoint("t", "email") + "  - id: b\n    name: B\n    phase: during\n    when: {after: a, days: " + days +
           ", lasts: 2d}\n    contents: [{text: y, via: [u]}]\n" + touchpoint("u", second);
  };
  EXPECT_EQ(told(planned(two("4", "email"), {2027, 1, 1})),
            "13:5 warning plan-collision: “B” and “A” speak to the same customers in the same channel (Email): 15 Jan 2027\n");
  EXPECT_EQ(told(planned(two("[4, 6]", "email"), {2027, 1, 1})),
            "13:5 note plan-collision: “B” and “A” might speak to the same customers in the same channel (Email): 15 Jan 2027\n");
  EXPECT_EQ(told(planned(two("7", "email"), {2027, 1, 1})), "");
  EXPECT_EQ(told(planned(two("4", "sms"), {2027, 1, 1})), "");
}

TEST(PlanFindings, CollisionsWithAnotherMapOfTheSamePersona) {
  const std::string one =
      "  - id: a\n    name: A\n    phase: before\n    when: {start: 2027-01-11, lasts: 5d}\n    contents: [{text: x, via: [t]}]\n" +
      touchpoint("t", "email");
  const auto own = parse_map("maps/m.yaml", head("personas: [ana]\n") + one), same = parse_map("maps/o.yaml", head("personas: [ana, bob]\n") + one),
             apart = parse_map("maps/p.yaml", head("personas: [bob]\n") + one);
  const auto count = [&](const MapFile& other) {
    const auto plan = make_plan({own.value, own.source, {}, {2027, 1, 1}, {&other.value}});
    return plan.findings.empty() ? "" : render(plan.findings.front().what.message, Lang::en).substr(0, std::string("“A” and “T, A").size());
  };
  EXPECT_EQ(count(same), "“A” and “T, A");
  EXPECT_EQ(count(apart), "");
}

TEST(PlanFindings, AnOverloadedTeam) {
  const auto work = [](const std::string& third) {
    return head() +
           "  - id: a\n    name: A\n    phase: before\n    when: {start: 2027-02-01, lasts: 5d}\n"
           "    contents: [{text: x, via: [t], lead_time: 10d}, {text: y, via: [t], lead_time: 5d}, {text: z, via: [t], lead_time: " +
           third + "}]\n" + touchpoint("t", "email", "Studio");
  };
  EXPECT_EQ(told(planned(work("3d"), {2027, 1, 1})), "8:36 warning plan-overload: the team Studio prepares 3 contents at once: 29–31 Jan 2027\n");
  EXPECT_EQ(told(planned(work("0d"), {2027, 1, 1})), "");
}

TEST(PlanFindings, DatesThatContradictEachOther) {
  EXPECT_EQ(
      told(planned(head("target_date: 2027-02-14\n") + "  - {id: a, name: A, phase: before, when: {start: 2027-02-01, lasts: 2d}}\n"
                                                       "  - {id: b, name: B, phase: before, when: {start: 2027-01-25, end: 2027-01-27, lasts: 2d}}\n"
                                                       "  - {id: c, name: C, phase: during, when: {before_target: 1d, lasts: 3d}}\n",
                   {2027, 1, 1})),
      "6:37 warning plan-out-of-order: “B” starts on 25 Jan 2027, before “A” (1 Feb 2027), which precedes it on the map\n"
      "6:80 warning plan-two-ends: “B” has two ends: `start` and `end` make 3 days, `lasts` says 2\n"
      "7:37 warning plan-past-target: “C” may last until 15 Feb 2027, past the target date of 14 Feb 2027\n"
      "7:37 note plan-gap: nothing takes place for 10 days before “C” (since 2 Feb 2027)\n"
      "7:37 note plan-day-off: “C” starts on a Saturday: 13 Feb 2027\n");
}

TEST(PlanFindings, WhatHasNoDate) {
  EXPECT_EQ(told(planned(head() + "  - {id: a, name: A, phase: before}\n"
                                  "  - {id: b, name: B, phase: before, when: {after: a, days: 2}}\n"
                                  "  - {id: c, name: C, phase: during, when: {start: 2027-01-04, lasts: 1d}}\n",
                         {2027, 1, 1})),
            "5:44 warning plan-no-anchor: “B” is counted from “A”, which has no date\n"
            "4:10 note plan-undated: the stage “A” has no date\n");
}

TEST(PlanFindings, WithoutAnyDateItStartsToday) {
  const auto made =
      planned(head() + "  - {id: a, name: A, phase: before}\n  - {id: b, name: B, phase: before, when: {after: a, days: 2}}\n", {2027, 1, 4});
  EXPECT_TRUE(made.plan.starts_today);
  EXPECT_EQ(*made.plan.stages[1].dates.from_earliest, (Date{2027, 1, 6}));
  EXPECT_EQ(told(made), "");
}

TEST(PlanFindings, TheWindowOfTheFigures) {
  const std::string map =
      "  - {id: a, name: A, phase: before, when: {start: 2027-01-04, lasts: 7d}}\n"
      "  - {id: b, name: B, phase: during, when: {after: a, days: 7, lasts: 8d}, touchpoints: [{id: buy, name: Buys}]}\n";
  EXPECT_EQ(told(planned(head("goal: buy\nwindow: 15d\n") + map, {2027, 1, 1})), "");
  EXPECT_EQ(
      told(planned(head("goal: buy\nwindow: 14d\n") + map, {2027, 1, 1})),
      "7:37 note plan-beyond-window: from the first look to the last purchase the plan takes 15 days; the figures count 14 at most (`window`)\n");
}

TEST(DaysOff, HolidaysOfFrance) {
  EXPECT_EQ(easter(2027), (Date{2027, 3, 28}));
  EXPECT_EQ(easter(2024), (Date{2024, 3, 31}));
  EXPECT_EQ(easter(1961), (Date{1961, 4, 2}));
  const auto named = [](Date date, const char* zone = "Europe/Paris") {
    const auto holiday = public_holiday(date, zone);
    return holiday ? render(*holiday, Lang::en) : "";
  };
  EXPECT_EQ(named({2027, 3, 29}), "Easter Monday");
  EXPECT_EQ(named({2027, 5, 6}), "Ascension Day");
  EXPECT_EQ(named({2027, 5, 17}), "Whit Monday");
  EXPECT_EQ(named({2027, 7, 14}), "Bastille Day");
  EXPECT_EQ(named({2027, 7, 15}), "");
  EXPECT_EQ(named({2027, 7, 14}, "Europe/London"), "");
}

// M11: 30 days from first look to purchase; awareness at the start of January, consideration mid-January, conversion at its end.
TEST(PlanOfTemplates, TheJeweller) {
  const auto text = DiskFiles().read(std::string(PARCOURS_SOURCE_DIR) + "/templates/valentine/maps/valentine.yaml");
  ASSERT_TRUE(text.ok());
  const auto made = planned(*text, {2026, 11, 22}, "Europe/Paris");
  const auto& stages = made.plan.stages;
  ASSERT_EQ(stages.size(), 5u);
  const auto days = [&](std::size_t i) { return show(*stages[i].dates.from_earliest) + " " + show(stages[i].dates.last_possible()); };
  EXPECT_EQ(days(0), "2027-01-02 2027-01-13");
  EXPECT_EQ(days(1), "2027-01-15 2027-01-24");
  EXPECT_EQ(days(2), "2027-01-25 2027-01-31");
  EXPECT_EQ(days(3), "2027-02-01 2027-02-11");
  EXPECT_EQ(*stages[4].dates.from_earliest, (Date{2027, 2, 15}));
  EXPECT_EQ(*stages[4].dates.from_latest, (Date{2027, 2, 22}));
  const auto first_look = day_number(*stages[0].dates.from_earliest), purchase = day_number(*stages[2].dates.until_latest);
  EXPECT_EQ(purchase - first_look + 1, 30);
  EXPECT_FALSE(made.plan.has_warnings()) << told(made);
}

// At once, then 3-5 days later, then 3-5 days later a 48-hour flash sale.
TEST(PlanOfTemplates, TheRestaurant) {
  const auto text = DiskFiles().read(std::string(PARCOURS_SOURCE_DIR) + "/templates/restaurant/maps/restaurant.yaml");
  ASSERT_TRUE(text.ok());
  const auto made = planned(*text, {2026, 11, 22}, "Europe/Paris");
  const auto days = [&](std::size_t i) {
    const auto& d = made.plan.stages[i].dates;
    return show(*d.from_earliest) + ".." + show(*d.from_latest) + " until " + show(*d.until_earliest) + ".." + show(*d.until_latest);
  };
  EXPECT_EQ(days(0), "2027-01-11..2027-01-11 until 2027-01-13..2027-01-13");
  EXPECT_EQ(days(1), "2027-01-14..2027-01-16 until 2027-01-16..2027-01-18");
  EXPECT_EQ(days(2), "2027-01-17..2027-01-21 until 2027-01-18..2027-01-22");
  EXPECT_FALSE(made.plan.has_warnings()) << told(made);
}

}  // namespace
}  // namespace parcours
