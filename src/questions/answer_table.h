// Answers as text for a terminal: what they say in a sentence, what was asked, tables with aligned columns, notes. Counts are never hidden; derived
// figures are hidden below n = 5 (·) and marked below 30 (*).
#pragma once

#include <map>
#include <string>

#include "base/text.h"
#include "questions/question.h"

namespace parcours {

struct TableOptions {
  Lang lang = Lang::en;
  Zone zone = Zone::utc();
  std::size_t rows_most = 50;  // of one table; how many were left out is said. 0: all
  // Their names by id; an id that is not there stands for itself.
  std::map<std::string, std::string> touchpoints = {}, stages = {}, channels = {};
};

// REQUIRES: the answer is the alternative of the question.
std::string to_table(const Question& question, const Answer& answer, const TableOptions& options);

// "12.4% [11.6–13.3] of 6,103"; "12.4%* …" when weak; "·" when withheld; "–" without n.
std::string show_share(const Share& share, Lang lang);

// "[2 h – 3 h]"; "[2 h – ∞)" where no upper bound is known, as of a quantile that few reach. "": neither bound is.
std::string show_duration_range(double low_s, double high_s, Lang lang);

}  // namespace parcours
