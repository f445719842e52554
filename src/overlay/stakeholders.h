// Who has a hand in the journeys of a workspace, from what its maps say: personas, teams behind the scenes, owners of actions, teams whose
// view is noted; and what parcours.yaml adds of them. docs/formats/picture.md
#pragma once

#include "overlay/portfolio.h"

namespace parcours {

// What somebody has to do with one stage of one map.
struct Involvement {
  std::string map, stage;
  std::int64_t serves = 0;   // touchpoints they stand behind; of a persona: that they live through
  std::int64_t views = 0;    // touchpoints they have a view of
  std::int64_t actions = 0;  // of theirs that are still to do, for a friction there
};

struct StakeholderView {
  std::string id;  // of parcours.yaml, of a persona, or the name as the maps write it
  LocalText name, role;
  Ring ring = Ring::backstage;
  std::optional<int> importance, interest;  // 1..5
  std::vector<Involvement> stages;          // in the order of the maps, then of their stages
  std::int64_t loose_actions = 0;           // still to do, for no friction

  const Involvement* at(std::string_view map, std::string_view stage) const;
  std::int64_t touches() const;  // stages
};

// From the customer outwards; within a ring the most important first, then those who touch most stages, then by name. A team that
// serves customers in person somewhere stands in front, unless parcours.yaml says otherwise.
std::vector<StakeholderView> stakeholders_of(const Portfolio& portfolio);

}  // namespace parcours
