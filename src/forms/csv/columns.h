// The columns of the table: what the writer fills and the reader understands, in one list.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "overlay/measured_map.h"

namespace parcours {

struct CsvTableRow {
  const MeasuredMap& measured;
  const Stage& stage;
  const Touchpoint* touchpoint;  // nothing: the stage has none
};

struct CsvColumn {
  enum class Holds {
    word,   // one value, as the map has it
    text,   // texts, one a line; with the columns NAME_fr and NAME_en beside it
    yaml,   // a value on one line, as the map has it
    yamls,  // such values, one a line
  };
  std::string name;
  Holds holds = Holds::word;
  bool always = false;                                                        // there even when all its cells are empty
  std::function<std::string(const CsvTableRow&)> value;                       // of word, yaml, yamls
  std::function<std::vector<LocalText>(const CsvTableRow&)> texts = nullptr;  // of text
};

const std::vector<CsvColumn>& csv_columns();

// What events say of the touchpoint: names begin with "measured_".
std::vector<CsvColumn> csv_measured_columns();

inline constexpr std::string_view kMeasuredPrefix = "measured_";

}  // namespace parcours
