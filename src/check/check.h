// Holds a map to the rules of a good journey (C1–C5).
#pragma once

#include <span>
#include <vector>

#include "base/json.h"
#include "check/rule.h"
#include "check/score.h"

namespace parcours {

// What a rule found and the map ignores, with its reason.
struct IgnoredFinding {
  Diagnostic finding;
  LocalText why;
};

struct CheckedMap {
  std::vector<Diagnostic> findings;     // in order of the file, then of the rules
  std::vector<IgnoredFinding> ignored;  // the same
  MapScore score;
};

// All rules, in the order of their tests.
std::span<const CheckRule* const> all_rules();
const CheckRule* rule_named(std::string_view code);

CheckedMap check_map(const Subject& subject);

// The rule in words: title, why, how to mend; what `explain` prints and the head of its page.
std::string explain(const CheckRule& rule, Lang lang);

// {code, severity, test, message, hint, file, line, column, begin, end}; docs/formats/findings.md
Json to_json(const Diagnostic& finding, Lang lang);

}  // namespace parcours
