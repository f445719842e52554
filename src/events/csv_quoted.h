// One row that has quotes in it (RFC 4180: a quote inside a quoted field is doubled; a quoted field may hold line ends).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parcours {

enum class QuotedEnd { row, open_quote, text_after_quote };

struct QuotedRow {
  QuotedEnd end = QuotedEnd::row;
  std::size_t bytes = 0;     // of the row, its line end excluded
  std::size_t line_end = 0;  // bytes of the line end
  std::size_t field = 0;     // with open_quote or text_after_quote: which field, from 0
};

// Reads the first row of `text`. open_quote: the text ends inside quotes (there may be more to come).
// REQUIRES: unquoted has the capacity of `text`, for the fields look into it.
QuotedRow read_quoted_row(std::string_view text, char separator, char newline, std::vector<std::string_view>& fields, std::string& unquoted);

}  // namespace parcours
