// The two cases of the sources (M11), and what cannot be settled.
#include <gtest/gtest.h>

#include "overlay/measured_map.h"

namespace parcours {
namespace {

Stage stage(std::string id, When when) {
  Stage s;
  s.id = std::move(id);
  s.when = when;
  return s;
}

std::string dates(const std::optional<Date>& date) { return date ? show(*date) : "?"; }

std::string shown(const JourneyMap& map) {
  std::string out;
  for (const auto& d : stage_dates(map))
    out += d.stage + " " + dates(d.from_earliest) + ".." + dates(d.from_latest) + " until " + dates(d.until) + "\n";
  return out;
}

TEST(StageDates, BackwardsFromValentinesDay) {
  JourneyMap map;
  map.target_date = Date{2027, 2, 14};
  map.stages = {stage("awareness", {.before_target = 43 * kDay}), stage("consideration", {.before_target = 30 * kDay}),
                stage("decision", {.before_target = 20 * kDay, .lasts = 7 * kDay})};
  EXPECT_EQ(shown(map),
            "awareness 2027-01-02..2027-01-02 until 2027-01-14\n"
            "consideration 2027-01-15..2027-01-15 until 2027-01-24\n"
            "decision 2027-01-25..2027-01-25 until 2027-01-31\n");
}

// At once, then 3-5 days later, then 3-5 days later a 48-hour sale.
TEST(StageDates, ForwardsFromAStart) {
  JourneyMap map;
  map.stages = {stage("open", {.start = Date{2026, 12, 1}}), stage("remind", {.after = "open", .days_min = 3, .days_max = 5}),
                stage("flash", {.after = "remind", .days_min = 3, .days_max = 5, .lasts = 48 * kHour})};
  EXPECT_EQ(shown(map),
            "open 2026-12-01..2026-12-01 until 2026-12-03\n"
            "remind 2026-12-04..2026-12-06 until 2026-12-06\n"
            "flash 2026-12-07..2026-12-11 until 2026-12-12\n");
}

TEST(StageDates, CirclesAndMissingStartsStayOpen) {
  JourneyMap map;
  map.stages = {stage("a", {.after = "b", .days_min = 1}), stage("b", {.after = "a", .days_min = 1}), stage("c", {.before_target = kDay})};
  EXPECT_EQ(shown(map), "a ?..? until ?\nb ?..? until ?\nc ?..? until ?\n");
}

}  // namespace
}  // namespace parcours
