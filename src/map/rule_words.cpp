#include "map/rule_words.h"

#include "base/number.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

// Values are texts to a rule, but are best written as the numbers they look like.
std::string value_in_yaml(const std::string& value) { return parse_number(value) ? value : yaml_scalar(value, true); }

std::string values_in_yaml(const std::vector<std::string>& values) {
  if (values.size() == 1) return value_in_yaml(values.front());
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ", ") + value_in_yaml(value);
  return "[" + out + "]";
}

std::string test_in_yaml(const FieldTest& test) {
  switch (test.kind) {
    case FieldTest::Kind::any_of: return values_in_yaml(test.values);
    case FieldTest::Kind::none_of: return "{not: " + values_in_yaml(test.values) + "}";
    case FieldTest::Kind::like: return "{like: " + values_in_yaml(test.values) + "}";
    case FieldTest::Kind::not_like: return "{not: {like: " + values_in_yaml(test.values) + "}}";
    case FieldTest::Kind::exists: return "{exists: true}";
    case FieldTest::Kind::absent: return "{exists: false}";
    case FieldTest::Kind::between: break;
  }
  const std::string min = test.min ? "min: " + exact(*test.min) : "", max = test.max ? "max: " + exact(*test.max) : "";
  return "{" + min + (min.empty() || max.empty() ? "" : ", ") + max + "}";
}

std::string condition_in_yaml(const Condition& condition) {
  std::string where;
  for (const auto& field : condition.where) where += (where.empty() ? "" : ", ") + yaml_key(field.field, true) + ": " + test_in_yaml(field.test);
  const std::string event = condition.event ? "event: " + test_in_yaml(*condition.event) : "";
  if (where.empty()) return "{" + event + "}";
  return "{" + event + (event.empty() ? "" : ", ") + "where: {" + where + "}}";
}

}  // namespace

std::string rule_in_yaml(const Rule& rule) {
  if (rule.any.size() == 1) return condition_in_yaml(rule.any.front());
  std::string out;
  for (const auto& condition : rule.any) out += (out.empty() ? "" : ", ") + condition_in_yaml(condition);
  return out.empty() ? "" : "[" + out + "]";
}

}  // namespace parcours
