// Holds a map to the rules of a good journey (C1–C5).
#pragma once

#include <span>
#include <vector>

#include "base/json.h"
#include "check/rule.h"

namespace parcours {

struct CheckedMap {
  std::vector<Diagnostic> findings;  // in order of the file, then of the rules
  int ignored = 0;                   // found, and ignored by the map with a reason
};

// All rules, in the order of their tests.
std::span<const CheckRule* const> all_rules();
const CheckRule* rule_named(std::string_view code);

CheckedMap check_map(const Subject& subject);

// The rule in words: title, why, how to mend; what `explain` prints and the head of its page.
std::string explain(const CheckRule& rule, Lang lang);

// {"version": 1, "findings": [{code, severity, test, message, hint, file, line, column, end}], "ignored"}; docs/formats/findings.md
Json to_json(const std::vector<Diagnostic>& findings, int ignored, Lang lang);

}  // namespace parcours
