// Where the teams of a company see the customer differently, and by how much. docs/measures/disagreement.md
#pragma once

#include <string>
#include <vector>

#include "map/journey_map.h"

namespace parcours {

// What the teams say of one touchpoint. Only stated emotions count, one a team.
struct Disagreement {
  std::string touchpoint;
  std::vector<const TeamView*> views;  // those with an emotion, lowest first, then in order of the map
  double spread = 0;                   // highest less lowest, 0 to 4; 0 for one team alone
  double deviation = 0;                // standard deviation over the teams (of all of them, not of a sample)
  std::size_t teams() const { return views.size(); }
  bool compares() const { return views.size() >= 2; }
};

// Of every touchpoint that a team gives an emotion, in order of the map. The views point into `map`.
// REQUIRES: one view for each team and touchpoint, as merged_views gives them
std::vector<Disagreement> disagreements(const JourneyMap& map);

// Those that two teams or more speak of, the widest spread first; at the same spread the larger deviation, then the order of the map.
std::vector<const Disagreement*> by_spread(const std::vector<Disagreement>& all);

// The teams that speak, in the order in which they do first.
std::vector<LocalText> teams_of(const JourneyMap& map);

// "Sales and Support disagree most at “Pays”: 3 points apart"
Message disagreement_sentence(const JourneyMap& map, const std::vector<Disagreement>& all);

}  // namespace parcours
