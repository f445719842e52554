// The measures that a figure or an expectation may name, and how their values are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcours {

enum class MeasureUnit { share, duration, count, score };
struct MeasureName {
  std::string_view name;
  MeasureUnit unit;
  double min, max;
};
std::optional<MeasureName> measure_named(std::string_view name);
std::vector<std::string> measure_names();

}  // namespace parcours
