// A rule written as YAML on one line, the way docs/formats/map.md has it: what parse_rule_text reads back.
#pragma once

#include <string>

#include "base/rule.h"

namespace parcours {

std::string rule_in_yaml(const Rule& rule);  // "" for the empty rule

}  // namespace parcours
