// Week-ends and public holidays. They are told and never moved.
#pragma once

#include <optional>
#include <string_view>

#include "base/text.h"
#include "base/time.h"

namespace parcours {

bool is_weekend(Date date);

// The public holiday of that day where the zone lies; known for Europe/Paris only (Code du travail, article L3133-1).
std::optional<Message> public_holiday(Date date, std::string_view zone);

// Sunday of Easter in the Gregorian calendar (Meeus, Jones and Butcher). REQUIRES: year >= 1583
Date easter(int year);

}  // namespace parcours
