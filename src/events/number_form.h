// Numbers as people and their tools write them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace parcours {

// An amount: "1234.5", "1 234,50 €", "$1,234.50", "EUR 12". `decimal` is '.' or ','; the other one, blanks and apostrophes may group
// digits by three. Finite numbers only.
std::optional<double> read_amount(std::string_view text, char decimal);

// False when another currency than this one (by its ISO code) is written beside the amount. "$" may be any dollar.
bool may_be_in(std::string_view amount, std::string_view currency);

// A plain number that loses nothing when it is kept as one: no leading zeros ("06000" is a postcode), no plus sign, 15 digits at most.
// Told by the value alone, never by its column: the same row must be the same event in a longer export.
bool is_plain_number(std::string_view text, char decimal);

// "", "NULL", "null", "\N": there is no value. For amounts and scores also "NA", "N/A", "NaN", "None", "-".
bool is_absent(std::string_view text);
bool is_absent_number(std::string_view text);

std::string_view without_blanks(std::string_view text);  // ASCII and no-break blanks around it taken off

// '.' or ',', as the numbers of the sample are written; `doubtful` when nothing tells ("1,234").
char guess_decimal(std::span<const std::string_view> sample, char doubtful);

}  // namespace parcours
