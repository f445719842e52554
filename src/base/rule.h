// What finds an event in the data: the `match` and `failure` of a touchpoint, a step of a funnel, a segment.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcours {

// One way a field may pass. Text is exact and case-sensitive, but what reads as a number equals as a number ("10" is 10.0).
struct FieldTest {
  enum class Kind {
    any_of,    // equal to one of `values`
    none_of,   // there, and equal to none of `values`
    like,      // text with `*` for any run of characters, one pattern of `values` fits
    not_like,  // there, and no pattern fits
    between,   // a number from min to max, both included; either may be absent
    exists,    // there (not empty)
    absent,    // not there
  };
  Kind kind = Kind::any_of;
  std::vector<std::string> values;
  std::optional<double> min, max;

  bool operator==(const FieldTest&) const = default;
};

// REQUIRES of callers: `value` is nothing when the event has no such field (empty text counts as not there).
bool passes(const FieldTest& test, const std::optional<std::string>& value);

bool fits_pattern(std::string_view pattern, std::string_view text);  // `*` only

struct FieldCondition {
  std::string field;  // channel | source | value | score | the name of a property
  FieldTest test;
  bool operator==(const FieldCondition&) const = default;
};

// All of it must hold. Without `event`, any event name will do (then `where` is not empty).
struct Condition {
  std::optional<FieldTest> event;  // any_of, none_of, like or not_like
  std::vector<FieldCondition> where;
  bool operator==(const Condition&) const = default;
};

// Any one of the conditions. No condition: claims nothing.
struct Rule {
  std::vector<Condition> any;
  bool empty() const { return any.empty(); }
  bool operator==(const Rule&) const = default;
};

// The properties that the rule looks at: every field that is not one of the four built-in ones, sorted, once each.
std::vector<std::string> properties_of(const Rule& rule);
bool is_builtin_field(std::string_view field);  // channel, source, value, score

}  // namespace parcours
