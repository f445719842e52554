#include "map/disagreement.h"

#include <algorithm>
#include <cmath>

namespace parcours {
namespace {

void measure_spread(Disagreement& at) {
  std::stable_sort(at.views.begin(), at.views.end(), [](const TeamView* a, const TeamView* b) { return *a->emotion < *b->emotion; });
  at.spread = *at.views.back()->emotion - *at.views.front()->emotion;
  double mean = 0, squares = 0;
  for (const TeamView* view : at.views) mean += *view->emotion / static_cast<double>(at.views.size());
  for (const TeamView* view : at.views) squares += (*view->emotion - mean) * (*view->emotion - mean);
  at.deviation = std::sqrt(squares / static_cast<double>(at.views.size()));
}

}  // namespace

std::vector<Disagreement> disagreements(const JourneyMap& map) {
  std::vector<Disagreement> all;
  for (const Stage& stage : map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      Disagreement at{touchpoint.id, {}, 0, 0};
      for (const TeamView& view : map.views)
        if (view.touchpoint == touchpoint.id && view.emotion) at.views.push_back(&view);
      if (at.views.empty()) continue;
      measure_spread(at);
      all.push_back(std::move(at));
    }
  return all;
}

std::vector<const Disagreement*> by_spread(const std::vector<Disagreement>& all) {
  std::vector<const Disagreement*> out;
  for (const Disagreement& at : all)
    if (at.compares()) out.push_back(&at);
  std::stable_sort(out.begin(), out.end(), [](const Disagreement* a, const Disagreement* b) {
    return a->spread != b->spread ? a->spread > b->spread : a->deviation > b->deviation;
  });
  return out;
}

std::vector<LocalText> teams_of(const JourneyMap& map) {
  std::vector<LocalText> teams;
  for (const TeamView& view : map.views)
    if (std::find(teams.begin(), teams.end(), view.team) == teams.end()) teams.push_back(view.team);
  return teams;
}

Message disagreement_sentence(const JourneyMap& map, const std::vector<Disagreement>& all) {
  const auto ranked = by_spread(all);
  if (ranked.empty()) return msg("map.views.nothing_to_compare");
  const Disagreement& most = *ranked.front();
  if (most.spread == 0) return msg("map.views.all_agree", {{"n", static_cast<std::int64_t>(ranked.size())}});
  return msg("map.views.disagree_most", {{"one", most.views.back()->team},
                                         {"other", most.views.front()->team},
                                         {"name", map.touchpoint(most.touchpoint)->name},
                                         {"spread", most.spread}});
}

}  // namespace parcours
