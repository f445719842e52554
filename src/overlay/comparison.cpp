#include "overlay/comparison.h"

#include "questions/statistics.h"

namespace parcours {
namespace {

Compared compared(std::string touchpoint, std::string figure, const Share& here, const Share& there) {
  return {std::move(touchpoint), std::move(figure), here, there, difference(here, there), 1, false};
}

}  // namespace

std::vector<Compared> compare(const MeasuredFigures& here, const MeasuredFigures& there) {
  std::vector<Compared> rows = {compared("", "conversion", here.conversion, there.conversion)};
  for (const auto& stage : here.stages)
    for (const auto& touchpoint : stage.touchpoints)
      for (const auto& other_stage : there.stages)
        for (const auto& other : other_stage.touchpoints)
          if (other.id == touchpoint.id && touchpoint.drop_off.n > 0 && other.drop_off.n > 0)
            rows.push_back(compared(touchpoint.id, "drop_off", touchpoint.drop_off, other.drop_off));
  std::vector<double> p;
  for (const auto& row : rows) p.push_back(p_of_difference(row.here, row.there));
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].adjusted_p = adjusted[i];
    rows[i].surely = adjusted[i] <= 0.05;
  }
  return rows;
}

}  // namespace parcours
