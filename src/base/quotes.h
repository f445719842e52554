// Quotes within quotes: « … “x” … », “… ‘x’ …”, "… 'x' …".
#pragma once

#include <string>
#include <string_view>

namespace parcours {

// True when one pair of quotes holds the whole text: « … », not « … » and « … ».
bool is_quoted(std::string_view text);

// The text as it stands behind `before`: where that leaves quotes open, pairs of the same quotes in the text become those of the second rank.
std::string within_quotes(std::string_view before, std::string text);

}  // namespace parcours
