// What the names of columns say, in English and French.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/column_plan.h"

namespace parcours {

// "Date d'événement" -> "date_d_evenement", "userId" -> "user_id".
std::string plain_name(std::string_view name);

// How well a name fits a role: 0 is best; nothing: not at all. Made for customer, time, clock, event, channel, source, value, score and id.
std::optional<int> fit_of_name(std::string_view plain, ColumnRole role);

// Names of acquisition: "organic", "paid search", "cpc", "referral"… A column of such values is a source whatever its name.
bool is_acquisition_value(std::string_view value);

}  // namespace parcours
