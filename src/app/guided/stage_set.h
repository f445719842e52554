// The named sets of stages, with what the templates that fill them in say of each stage.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "map/journey_map.h"

namespace parcours {

struct SetStage {
  std::string id;
  LocalText name;
  Phase phase = Phase::before;
  std::string objective;  // inspire, inform, reassure, convert, serve, retain or recommend
  int importance = 3;     // 1..5
  std::vector<std::string> channels;
  const Stage* example = nullptr;  // as the template fills it in
};

struct StageSet {
  std::string name;   // of the template: "five_stages"
  LocalText example;  // the template's title
  std::vector<SetStage> stages;
  std::string leads_to;  // the stage that the last one leads back to
};

// In the order of the gallery of templates.
const std::vector<StageSet>& stage_sets();
const StageSet& stage_set(std::string_view name);  // REQUIRES: there is one of that name

}  // namespace parcours
