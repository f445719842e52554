#include <cmath>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr double kFarApart = 1.5;  // on the scale from -2 to +2

// The emotion the map gives for the touchpoint; the mean where personas differ.
std::optional<double> emotion_of(const Touchpoint& touchpoint) {
  if (touchpoint.emotions.empty()) return std::nullopt;
  double sum = 0;
  for (const auto& emotion : touchpoint.emotions) sum += emotion.value;
  return sum / static_cast<double>(touchpoint.emotions.size());
}

void teams_disagree(const Subject& subject, RuleFindings& complaints) {
  for (const auto& view : subject.map().views) {
    const auto* touchpoint = subject.map().touchpoint(view.touchpoint);
    const auto emotion = touchpoint ? emotion_of(*touchpoint) : std::nullopt;
    if (!emotion || !view.emotion) continue;
    complaints.looked_at(1);
    if (std::fabs(*view.emotion - *emotion) < kFarApart) continue;
    complaints.at(
        place_of_view(subject.source, subject.views, view), view.touchpoint,
        msg("rule.teams-disagree.message", {{"team", view.team}, {"name", touchpoint->name}, {"theirs", *view.emotion}, {"ours", *emotion}}),
        msg("rule.teams-disagree.hint"));
  }
}

}  // namespace

const CheckRule kTeamsDisagree{"teams-disagree", GoodJourneyTest::process, Severity::note, teams_disagree};

}  // namespace parcours
