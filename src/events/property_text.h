// Properties of an event as JSON text: {"basket":"b7","items":3}. Keys sorted by bytes, no blanks.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

void append_json_string(std::string_view utf8, std::string& out);

// Appends `text` as a JSON number. REQUIRES: it is a plain number (number_form.h) with that decimal sign.
void append_json_number(std::string_view text, char decimal, std::string& out);

}  // namespace parcours
