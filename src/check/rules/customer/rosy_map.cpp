#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::size_t kFewestEmotions = 3;

// A journey as it is, in which nobody is ever unhappy, was not asked of customers.
void rosy_map(const Subject& subject, RuleFindings& complaints) {
  const auto& emotions = subject.measured.emotions;
  if (subject.map().state != MapState::current || emotions.size() < kFewestEmotions) return;
  complaints.looked_at(1);
  if (std::any_of(emotions.begin(), emotions.end(), [](const EmotionPoint& point) { return point.value < 0; })) return;
  complaints.at("title", "", msg("rule.rosy-map.message", {{"n", static_cast<std::int64_t>(emotions.size())}}), msg("rule.rosy-map.hint"));
}

}  // namespace

const CheckRule kRosyMap{"rosy-map", GoodJourneyTest::customer, Severity::note, rosy_map};

}  // namespace parcours
