// Maps and figures made for the tests of the picture: the templates, measured by a simulation that keeps its books itself, and maps
// of any size with texts of any length.
#pragma once

#include <string>
#include <vector>

#include "overlay/measured_map.h"
#include "render/render.h"

namespace parcours {

std::vector<std::string> template_names();  // the folders of templates/

// A template's map as it stands in templates/; personas and settings with it.
MeasuredMap template_map(const std::string& name);

// The same map with figures of so many simulated customers; the same seed gives the same figures.
MeasuredMap measured_by_simulation(const MeasuredMap& map, int customers, unsigned seed);

struct MadeMap {
  int stages = 5, touchpoints = 15;
  bool long_words = false;
  int personas = 1;
  int customers = 0;  // 0: no figures
  unsigned seed = 1;
};
MeasuredMap made_map(const MadeMap& make);

// Wide, tall and missing pictures all over the map.
void illustrate(MeasuredMap& map, DrawOptions& options);

}  // namespace parcours
