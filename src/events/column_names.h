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

// A column of how or where somebody came ("device_type", "platform", "pays"), not of who: its values come back, and are nobody's.
bool is_circumstance(std::string_view plain);

// "mobile", "desktop", "magasin", "e-mail"…: what a contact happens through. A column of such values is no column of people whatever its name.
bool is_channel_value(std::string_view value);

// Names of acquisition: "organic", "paid search", "cpc", "referral"… A column of such values is a source whatever its name.
bool is_acquisition_value(std::string_view value);

}  // namespace parcours
