#include "engine/reference/rule_sql.h"

#include "base/number.h"
#include "sql/database.h"

namespace parcours {
namespace {

bool is_number_field(const std::string& field) { return field == "value" || field == "score"; }

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string like_pattern(const std::string& pattern) {
  std::string out;
  for (const char c : pattern) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c == '*' ? '%' : c;
  }
  return out;
}

// `text` is an expression of type VARCHAR. NULL where it is NULL.
std::string equals_one(const std::string& text, const std::vector<std::string>& values) {
  std::vector<std::string> texts, numbers;
  for (const auto& value : values) {
    texts.push_back(sql_text(value));
    if (const auto number = parse_number(value)) numbers.push_back(exact(*number) + "::DOUBLE");
  }
  const std::string as_text = text + " IN (" + joined(texts, ", ") + ")";
  return numbers.empty() ? as_text : "(" + as_text + " OR coalesce(number_of(" + text + ") IN (" + joined(numbers, ", ") + "), false))";
}

std::string fits_one(const std::string& text, const std::vector<std::string>& patterns) {
  std::vector<std::string> tests;
  for (const auto& pattern : patterns) tests.push_back(text + " LIKE " + sql_text(like_pattern(pattern)) + " ESCAPE '\\'");
  return "(" + joined(tests, " OR ") + ")";
}

std::string lies_between(const std::string& number, const FieldTest& test) {
  std::vector<std::string> bounds = {number + " IS NOT NULL"};
  if (test.min) bounds.push_back(number + " >= " + exact(*test.min) + "::DOUBLE");
  if (test.max) bounds.push_back(number + " <= " + exact(*test.max) + "::DOUBLE");
  return joined(bounds, " AND ");
}

std::string test_sql(const std::string& text, const FieldTest& test) {
  using Kind = FieldTest::Kind;
  switch (test.kind) {
    case Kind::any_of: return equals_one(text, test.values);
    case Kind::none_of: return "NOT " + equals_one(text, test.values);
    case Kind::like: return fits_one(text, test.values);
    case Kind::not_like: return "NOT " + fits_one(text, test.values);
    case Kind::between: return lies_between("number_of(" + text + ")", test);
    case Kind::exists: return text + " IS NOT NULL";
    case Kind::absent: return text + " IS NULL";
  }
  return "false";
}

}  // namespace

std::string field_sql(const std::string& field) {
  if (is_number_field(field)) return "exact_text(" + field + ")";
  if (is_builtin_field(field)) return "nullif(" + field + ", '')";
  return "nullif(" + sql_property("properties", field) + ", '')";
}

std::string filter_sql(const FieldCondition& condition) { return "coalesce(" + test_sql(field_sql(condition.field), condition.test) + ", false)"; }

std::string rule_sql(const Rule& rule) {
  std::vector<std::string> conditions;
  for (const auto& condition : rule.any) {
    std::vector<std::string> tests;
    if (condition.event) tests.push_back(test_sql("event", *condition.event));
    for (const auto& where : condition.where) tests.push_back(filter_sql(where));
    conditions.push_back("(" + (tests.empty() ? "true" : joined(tests, " AND ")) + ")");
  }
  if (conditions.empty()) return "false";
  return conditions.size() == 1 ? conditions[0] : "(" + joined(conditions, " OR ") + ")";
}

std::string number_of_macro() {
  return "CREATE OR REPLACE TEMP MACRO number_of(t) AS\n"
         "  CASE WHEN regexp_full_match(t, '[+]?-?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?') THEN TRY_CAST(t AS DOUBLE) END";
}

std::string exact_text_macro() {
  return "CREATE OR REPLACE TEMP MACRO exact_text(x) AS\n"
         "  CASE WHEN x = trunc(x) AND abs(x) < 1e15 THEN CAST(CAST(x AS BIGINT) AS VARCHAR) ELSE CAST(x AS VARCHAR) END";
}

}  // namespace parcours
