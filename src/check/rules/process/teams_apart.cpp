#include "check/rules/registry.h"
#include "map/disagreement.h"

namespace parcours {
namespace {

constexpr double kOppositeViews = 3;  // points of the scale from -2 to +2

void look_for_opposites(const Subject& subject, RuleFindings& complaints) {
  for (const Disagreement& at : disagreements(subject.map())) {
    if (!at.compares()) continue;
    complaints.looked_at(1);
    if (at.spread < kOppositeViews) continue;
    const TeamView &low = *at.views.front(), &high = *at.views.back();
    complaints.at(place_of_view(subject.source, subject.views, low), at.touchpoint,
                  msg("rule.teams-apart.message", {{"name", subject.map().touchpoint(at.touchpoint)->name},
                                                   {"one", high.team},
                                                   {"high", *high.emotion},
                                                   {"other", low.team},
                                                   {"low", *low.emotion},
                                                   {"spread", at.spread}}),
                  msg("rule.teams-apart.hint"));
  }
}

}  // namespace

const CheckRule kTeamsApart{"teams-apart", GoodJourneyTest::process, Severity::note, look_for_opposites};

}  // namespace parcours
