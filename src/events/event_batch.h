// Events as columns, on their way from a file to the store. What readers give and the store takes.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/dictionary.h"
#include "base/score.h"
#include "base/time.h"

namespace parcours {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // no value, no score

// Rows of equal length in every column. Text code 0 is "none"; customer and event are never none.
struct EventBatch {
  TextColumn customer;
  std::vector<TimeMs> time;  // kNoTime in a log that knows only the order
  std::vector<TimeUnit> unit;
  TextColumn event, channel, source;
  std::vector<double> value, score;  // kNone: absent
  std::vector<ScoreScale> scale;
  TextColumn id;                  // the event's own id, when the file has one
  TextColumn properties;          // a JSON object with sorted keys, values as text or number; none: no properties
  std::vector<TextColumn> links;  // further identities of the customer, one column each (names in link_names)
  std::vector<std::string> link_names;
  std::vector<std::uint64_t> line;  // 1-based line in the file

  std::size_t rows() const { return time.size(); }
};

}  // namespace parcours
