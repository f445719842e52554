// Which of many differences are more than chance. docs/measures/share.md
#pragma once

#include <vector>

#include "questions/statistics.h"

namespace parcours {

// The whole map's conversion and the touchpoints' drop-offs are two questions: each is judged among its own kind.
// Adjusts the p of the rows of a kind together (Benjamini–Hochberg) and marks those that are surely different: adjusted p <= 0.05, both shares on
// n >= 30. `other`: the share that a row's `here` is compared with.
template <class Row>
void mark_sure(std::vector<Row>& rows, Share Row::*other) {
  for (const bool of_map : {true, false}) {
    std::vector<Row*> kind;
    std::vector<double> p;
    for (Row& row : rows)
      if (row.touchpoint.empty() == of_map) kind.push_back(&row), p.push_back(p_of_difference(row.here, row.*other));
    const auto adjusted = benjamini_hochberg(p);
    for (std::size_t i = 0; i < kind.size(); ++i) {
      kind[i]->adjusted_p = adjusted[i];
      kind[i]->surely = adjusted[i] <= 0.05 && kind[i]->here.n >= kWeakBelow && (kind[i]->*other).n >= kWeakBelow;
    }
  }
}

}  // namespace parcours
