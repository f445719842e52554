#include "map/measure_names.h"

#include <array>

namespace parcours {
namespace {

constexpr double kAnyCount = 1e15;
constexpr std::array<MeasureName, 15> kMeasures = {{
    {"drop_off", MeasureUnit::share, 0, 1},
    {"conversion", MeasureUnit::share, 0, 1},
    {"customers_share", MeasureUnit::share, 0, 1},
    {"repeat", MeasureUnit::share, 0, 1},
    {"repurchase", MeasureUnit::share, 0, 1},
    {"rate", MeasureUnit::share, 0, 1},
    {"csat", MeasureUnit::share, 0, 1},
    {"time", MeasureUnit::duration, 0, 0},
    {"time_to_next", MeasureUnit::duration, 0, 0},
    {"customers", MeasureUnit::count, 0, kAnyCount},
    {"visits", MeasureUnit::count, 0, kAnyCount},
    {"value", MeasureUnit::score, -kAnyCount, kAnyCount},
    {"nps", MeasureUnit::score, -100, 100},
    {"satisfaction", MeasureUnit::score, 1, 5},
    {"ces", MeasureUnit::score, 1, 7},
}};

}  // namespace

std::optional<MeasureName> measure_named(std::string_view name) {
  for (const auto& measure : kMeasures)
    if (measure.name == name) return measure;
  return std::nullopt;
}

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const auto& measure : kMeasures) names.emplace_back(measure.name);
  return names;
}

}  // namespace parcours
