// What people write by mistake, and what they probably meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "map/reader.h"

namespace parcours {

// A number in quotes, or with a decimal comma.
std::optional<Message> unquote_hint(const YamlNode& node);
// 35, "35 %" and "12,5%" for a share.
std::optional<Message> percentage_hint(const YamlNode& node);
// "7-14", "7 à 14" and the like for `[7, 14]`.
std::optional<Message> range_hint(std::string_view text);
// What might have been meant as an id; "" when nothing is left of it.
std::string as_id(std::string_view text);

// `{fr: a, b}`: YAML takes what follows the comma for a key without a value.
bool is_cut_by_comma(const YamlTree& tree, const YamlNode& value);
// A number cut so is shown with a point. Said once for a text with several commas, with the whole text in quotes. REQUIRES: is_cut_by_comma()
void complain_of_comma(Reader& reader, const YamlNode& value);

}  // namespace parcours
