// The canonical layout of a map, a persona or parcours.yaml: two spaces a level, one space behind colons and dashes, quotes where
// needed, one blank line at most, one line break at the end. Order, comments, flow or block style and meaning stay.
#pragma once

#include <string>

#include "base/result.h"

namespace parcours {

// Fails with the first complaint when the text is no valid YAML. format(format(x)) == format(x).
Result<std::string> format_yaml(const std::string& file, const std::string& text);

}  // namespace parcours
