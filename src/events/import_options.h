// What a person may say about a file of events; whatever is left out is guessed (events/guess.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "events/encoding.h"
#include "events/event_batch.h"

namespace parcours {

// A column is given by its name, or by its number from 1 ("3", "col3") where no column has that name.
// Without a value: guessed. The empty text: there is none.
using ColumnChoice = std::optional<std::string>;

enum class DayOrder { day_first, month_first };  // 03/04/2026 is 3 April, or 4 March

struct Recipe;

struct ImportOptions {
  ColumnChoice customer, time, event, channel, source, value, score, id;  // customer cannot be the empty text
  std::vector<std::string> links;                                         // further identities of the customer
  std::string event_name;                                                 // all rows are this event; `event` is then not asked for
  std::optional<ScoreScale> scale;                                        // of `score`
  std::string currency;                                                   // of the amounts, by its ISO code; "": any, unasked
  std::string zone = "UTC";                                               // for times without one; days are days of this zone
  bool zone_given = false;                                                // by the person, not by the workspace
  Lang lang = Lang::en;  // settles 03/04/2026 where the whole sample leaves it open: French has the day first
  std::optional<DayOrder> day_order;
  std::optional<TimeUnit> precision;  // what lies below is not known: zeros there say nothing. Guessed: day when every time is a midnight
  std::optional<char> separator;      // ' ': any run of blanks
  std::optional<bool> header;         // the first row holds the names of the columns
  std::optional<char> decimal;        // '.' or ','
  std::optional<Encoding> encoding;
  std::string sheet;                     // of XLSX: its name, or its number from 1
  std::shared_ptr<const Recipe> recipe;  // to be followed
  bool recognise = true;                 // without one, and without a column given: the recipe that the columns make unmistakable
  bool keep_duplicates = false;
  bool synthetic = false;
};

}  // namespace parcours
