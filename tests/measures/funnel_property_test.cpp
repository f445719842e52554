// The funnel equals the brute force on random sets: 3 000, or 100 000 with PARCOURS_LONG=1.
#include <cstdlib>

#include <gtest/gtest.h>

#include "cases/random_events.h"
#include "measures/brute_force.h"
#include "measures/funnel.h"

namespace parcours {
namespace {

using Lines = std::vector<std::string>;

std::string show(const std::optional<double>& value) { return value ? std::to_string(*value) : "-"; }

Lines lines_of(const std::vector<FunnelStepCount>& steps) {
  Lines out;
  for (const auto& step : steps) {
    std::string line = std::to_string(step.count) + " open " + std::to_string(step.open) + " previous " + show(step.median_s) + " first " +
                       show(step.median_total_s);
    for (const Share* share : {&step.share_of_first, &step.share_of_previous, &step.closed_share_of_first, &step.closed_share_of_previous})
      line += " /" + std::to_string(share->n);
    for (const auto& customer : step.customers) line += " " + customer;
    out.push_back(line);
  }
  return out;
}

Lines lines_of(const FunnelAnswer& answer) {
  Lines out = lines_of(answer.steps);
  for (const auto& segment : answer.segments) {
    out.push_back("by " + segment.value.value_or("-"));
    for (auto& line : lines_of(segment.steps)) out.push_back(std::move(line));
  }
  return out;
}

TEST(FunnelProperty, EqualsBruteForce) {
  const bool is_long = std::getenv("PARCOURS_LONG") != nullptr;
  const std::uint64_t sets = is_long ? 100'000 : 3'000;
  const Zone zone = *Zone::find("Europe/Paris");
  std::uint64_t deep = 0;
  for (std::uint64_t seed = 1; seed <= sets; ++seed) {
    Dice dice(seed);
    const RandomEvents shape = random_shape(dice);
    const auto events = random_events(dice, shape, zone);
    const FunnelQuestion question = random_funnel(dice, !shape.untimed);
    const EventIndex index = index_of(events, zone);
    const auto answer = funnel(index, question);
    ASSERT_TRUE(answer.ok()) << "seed " << seed << ": " << show(question) << "\n" << render(answer.failure().what.message, Lang::en);
    const FunnelAnswer expected = funnel_by_brute_force(index, question);
    deep += expected.steps.size() > 1 && expected.steps.back().count > 0;
    ASSERT_EQ(lines_of(*answer), lines_of(expected)) << "seed " << seed << ": " << show(question) << "\n" << show(events, zone);
  }
  EXPECT_GT(deep, sets / 5);  // the sets are not all trivial
}

}  // namespace
}  // namespace parcours
