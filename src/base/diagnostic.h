// A complaint as data: what is wrong, where, how bad, and what to do about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace parcours {

enum class Severity { error, warning, note };

std::string_view code_of(Severity severity);  // "error" | "warning" | "note"

// A place in a text file. Lines and columns count from 1, columns in characters; begin and end are byte offsets, end excluded.
// line 0: the whole file; file "": no place at all.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Place&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  // stable, kebab-case: "unknown-key"
  Message message;
  std::optional<Message> hint;
  Place place;
};

// The place of bytes [begin, end) in `source`, with its line and column.
Place place_in(std::string_view file, std::string_view source, std::size_t begin, std::size_t end);

// For a terminal. With the source at hand, the line is shown with a caret under the place and the hint beside it:
//
//   maps/bague.yaml:14:13: warning[touchpoint-without-rule]: `pay` cannot be found in the data
//      14 |       - id: pay
//         |             ^^^ add `match:`
std::string render(const Diagnostic& diagnostic, std::string_view source, Lang lang);

}  // namespace parcours
