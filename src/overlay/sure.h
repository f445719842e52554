// Which of many differences are more than chance. docs/measures/share.md
#pragma once

#include <vector>

#include "questions/statistics.h"

namespace parcours {

// Adjusts the p of all rows together (Benjamini–Hochberg) and marks those that are surely different: adjusted p <= 0.05, both shares on n >= 30.
// `other`: the share that a row's `here` is compared with.
template <class Row>
void mark_sure(std::vector<Row>& rows, Share Row::*other) {
  std::vector<double> p;
  for (const Row& row : rows) p.push_back(p_of_difference(row.here, row.*other));
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].adjusted_p = adjusted[i];
    rows[i].surely = adjusted[i] <= 0.05 && rows[i].here.n >= kWeakBelow && (rows[i].*other).n >= kWeakBelow;
  }
}

}  // namespace parcours
