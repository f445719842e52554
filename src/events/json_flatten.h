// One JSON object as named values: {"page": {"url": …}} is "page.url". Only sources of this room that read JSON include this.
#pragma once

#include <optional>
#include <string_view>

#define SIMDJSON_EXCEPTIONS 0  // every complaint is a value
#include <simdjson.h>

#include "events/attribute_reader.h"

namespace parcours {

// Adds the object's values to the row, each key behind `prefix` and a dot (nothing: the key alone). Gives what is wrong with it, if anything.
// REQUIRES: `text` is UTF-8.
std::optional<Message> flatten_json(simdjson::ondemand::parser& parser, simdjson::padded_string_view text, std::string_view prefix,
                                    AttributeRow& row);

}  // namespace parcours
