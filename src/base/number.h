// The one place that writes numbers. The same bytes on every machine; no locale of the system is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"

namespace parcours {

// For machines (JSON, CSV): the shortest text that reads back as the same number; no exponent below 1e15.
std::string exact(double value);

// For people. French: 1 234,5 (narrow no-break space, comma); English: 1,234.5. Halves are rounded away from zero: −0.75 -> −0.8, −1.25 -> −1.3.
std::string show_count(std::int64_t count, Lang lang);
std::string show_number(double value, Lang lang, int decimals = 1);
// 0.1243 -> "12.4%" in English, "12,4 %" in French (narrow no-break space).
std::string show_percent(double share, Lang lang, int decimals = 1);
// A share that its author typed: 5 %, 12.5 %. No decimal that he did not write, two at most.
std::string show_given_percent(double share, Lang lang);
std::string show_percent_digits(double share, Lang lang, int decimals);  // "12.4": the bounds of a range, which has one sign
// "1,234.50 EUR" -> as the language writes the currency (ISO code): "1 234 €" / "€1,234". No cents from 100 on.
std::string show_money(double amount, std::string_view currency, Lang lang);
// Seconds for people, two units at most: "4 min 10 s", "2 d 5 h" / "2 j 5 h".
std::string show_duration(double seconds, Lang lang);

// Reads a whole number or decimal written with a point; nothing else may stand around it.
std::optional<double> parse_number(std::string_view text);

}  // namespace parcours
