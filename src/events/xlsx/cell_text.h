// A number of a spreadsheet as text.
#pragma once

#include <optional>
#include <string>

#include "events/xlsx/workbook.h"

namespace parcours {

// What the number stands for: "2026-11-21", "2026-11-21T14:05", "14:05:30", "12.5". Nothing for a date that the spreadsheet itself could not show.
std::optional<std::string> text_of_number(double value, NumberForm form, bool from_1904);

}  // namespace parcours
