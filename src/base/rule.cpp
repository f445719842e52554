#include "base/rule.h"

#include <algorithm>
#include <set>

#include "base/number.h"

namespace parcours {
namespace {

bool equal(const std::string& wanted, const std::string& value) {
  if (wanted == value) return true;
  const auto a = parse_number(wanted), b = parse_number(value);
  return a && b && *a == *b;
}

bool equals_one(const FieldTest& test, const std::string& value) {
  return std::any_of(test.values.begin(), test.values.end(), [&](const std::string& wanted) { return equal(wanted, value); });
}

bool fits_one(const FieldTest& test, const std::string& value) {
  return std::any_of(test.values.begin(), test.values.end(), [&](const std::string& pattern) { return fits_pattern(pattern, value); });
}

bool lies_between(const FieldTest& test, const std::string& value) {
  const auto number = parse_number(value);
  return number && (!test.min || *number >= *test.min) && (!test.max || *number <= *test.max);
}

}  // namespace

bool fits_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool passes(const FieldTest& test, const std::optional<std::string>& value) {
  using Kind = FieldTest::Kind;
  const bool there = value && !value->empty();
  if (test.kind == Kind::exists) return there;
  if (test.kind == Kind::absent) return !there;
  if (!there) return false;
  switch (test.kind) {
    case Kind::any_of: return equals_one(test, *value);
    case Kind::none_of: return !equals_one(test, *value);
    case Kind::like: return fits_one(test, *value);
    case Kind::not_like: return !fits_one(test, *value);
    case Kind::between: return lies_between(test, *value);
    case Kind::exists:
    case Kind::absent: break;
  }
  return false;
}

bool is_builtin_field(std::string_view field) { return field == "channel" || field == "source" || field == "value" || field == "score"; }

std::vector<std::string> properties_of(const Rule& rule) {
  std::set<std::string> fields;
  for (const auto& condition : rule.any)
    for (const auto& where : condition.where)
      if (!is_builtin_field(where.field)) fields.insert(where.field);
  return {fields.begin(), fields.end()};
}

}  // namespace parcours
