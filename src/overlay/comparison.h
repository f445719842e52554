// Two measured scopes side by side: which shares differ for sure. semantics.md "Comparison of two segments or periods".
#pragma once

#include <string>
#include <vector>

#include "questions/measure.h"

namespace parcours {

struct Compared {
  std::string touchpoint;  // "": the whole map
  std::string figure;      // "conversion" | "drop_off"
  Share here, there;
  std::optional<Estimate> difference;  // here - there, Newcombe
  double adjusted_p = 1;               // Benjamini–Hochberg over all rows
  bool surely = false;                 // adjusted_p <= 0.05
};

// The conversion of the whole, then the drop-off of each touchpoint that both have, in map order.
std::vector<Compared> compare(const MeasuredFigures& here, const MeasuredFigures& there);

}  // namespace parcours
