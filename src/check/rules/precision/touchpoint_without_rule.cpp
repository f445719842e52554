#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::size_t kMostAlike = 3;

// Unclaimed events whose name shares a word with the touchpoint's id: "pay" and "payment_done", "cart" and "add_to_cart".
std::vector<std::string> events_alike(const Subject& subject, const std::string& id) {
  std::vector<std::string> alike;
  if (!subject.has_events()) return alike;
  constexpr std::size_t kShortestWord = 3;
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= id.size();) {
    const auto end = std::min(id.find('_', at), id.size());
    if (end - at >= kShortestWord) words.push_back(id.substr(at, end - at));
    at = end + 1;
  }
  for (const auto& unclaimed : subject.measured.figures->unclaimed) {
    const bool is_alike =
        std::any_of(words.begin(), words.end(), [&](const std::string& word) { return unclaimed.event.find(word) != std::string::npos; });
    if (is_alike) alike.push_back(unclaimed.event);
  }
  return alike;
}

Message hint_for(const Subject& subject, const Touchpoint& touchpoint) {
  const auto alike = events_alike(subject, touchpoint.id);
  if (alike.empty()) return msg("rule.touchpoint-without-rule.hint");
  std::string names;
  for (std::size_t i = 0; i < std::min(alike.size(), kMostAlike); ++i) names += (i > 0 ? ", " : "") + alike[i];
  return msg("rule.touchpoint-without-rule.hint_alike", {{"n", static_cast<std::int64_t>(alike.size())}, {"events", names}});
}

void touchpoint_without_rule(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    if (touchpoint.out_of_sight) return;
    complaints.looked_at(1);
    if (!touchpoint.match.empty()) return;
    complaints.at(path_of(stage, touchpoint, "id"), touchpoint.id, msg("rule.touchpoint-without-rule.message", {{"id", touchpoint.id}}),
                  hint_for(subject, touchpoint));
  });
}

}  // namespace

const CheckRule kTouchpointWithoutRule{"touchpoint-without-rule", GoodJourneyTest::precision, Severity::warning, touchpoint_without_rule};

}  // namespace parcours
