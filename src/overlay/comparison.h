// Two measured scopes side by side: which shares differ for sure. docs/measures/share.md.
#pragma once

#include <string>
#include <vector>

#include "overlay/measured_map.h"

namespace parcours {

struct Compared {
  std::string touchpoint;  // "": the whole map
  std::string figure;      // "conversion" | "drop_off"
  Share here, there;
  std::optional<Estimate> difference;  // here - there, Newcombe
  double adjusted_p = 1;               // Benjamini–Hochberg over the touchpoints; the conversion stands alone
  bool surely = false;                 // adjusted_p <= 0.05, both on n >= 30
};

// The conversion of the whole, then the drop-off of each touchpoint that both have, in map order.
std::vector<Compared> compare(const MeasuredFigures& here, const MeasuredFigures& there);

// The comparison as it is read: of two periods the earlier one first; of two segments the one compared with.
struct SideBySide {
  struct Row {
    std::string touchpoint, figure;  // as in Compared
    Share first, second;
    std::optional<Estimate> change;  // second - first
    bool surely = false;
  };
  std::string first, second;  // their names, ready to show
  std::vector<Row> rows;
};
// REQUIRES: measured.against
SideBySide side_by_side(const MeasuredMap& measured);

// What it says first: a warning where many journeys are still open, how the conversion changed, and the touchpoint whose drop-off changed most, each
// only as far as it is more than chance. REQUIRES: measured.against
std::vector<Message> comparison_sentences(const MeasuredMap& measured);

// "+3.1", "−0.4": a difference of shares in points.
std::string show_points(double difference, Lang lang);
// "[−5 / −1]": its interval.
std::string show_points_range(const Estimate& difference, Lang lang);

}  // namespace parcours
