// JSON with its keys in the order they were written. Headers include the library's forward declarations, sources this.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace parcours {

using Json = nlohmann::ordered_json;

// Two-space indentation, a newline at the end; invalid UTF-8 is replaced, never thrown at.
inline std::string to_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace parcours
