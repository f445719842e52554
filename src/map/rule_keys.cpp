// A rule: one condition, or a list of them.
#include <algorithm>

#include "base/number.h"
#include "map/keys.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

// A test as it is written, before it is known to be of one form.
struct WrittenTest {
  std::optional<FieldTest> negated;
  std::vector<std::string> like;
  std::optional<double> min, max;
  std::optional<bool> exists;
};

Type<std::vector<std::string>> values() {
  Type<std::string> one = word();
  Type<std::vector<std::string>> many = list(one);
  return {either({one.shape, many.shape}), [one, many](Reader& reader, const YamlNode& node, std::vector<std::string>& out) {
            if (node.kind != Kind::list) return out.resize(1), one.read(reader, node, out.front());
            if (!many.read(reader, node, out)) return false;
            if (out.empty()) reader.complain(node, "bad-rule", msg("map.rule.no_values"));
            return !out.empty();
          }};
}

Type<double> any_number() { return number(-1e15, 1e15); }

// What stands behind `not`: values, or {like: …}.
Type<FieldTest> negated_type() {
  auto plain = values();
  auto like = mapping<std::vector<std::string>>("not_like", {required(key<std::vector<std::string>>("like", std::identity{}, values()))});
  return {either({plain.shape, like.shape}), [plain, like](Reader& reader, const YamlNode& node, FieldTest& out) {
            const bool is_like = node.kind == Kind::mapping;
            out.kind = is_like ? FieldTest::Kind::not_like : FieldTest::Kind::none_of;
            return (is_like ? like : plain).read(reader, node, out.values) && !out.values.empty();
          }};
}

Type<WrittenTest> written_test(bool of_event) {
  std::vector<Key<WrittenTest>> keys = {key<WrittenTest>("not", &WrittenTest::negated, negated_type()),
                                        key<WrittenTest>("like", &WrittenTest::like, values())};
  if (!of_event) {
    keys.push_back(key<WrittenTest>("min", &WrittenTest::min, any_number()));
    keys.push_back(key<WrittenTest>("max", &WrittenTest::max, any_number()));
    keys.push_back(key<WrittenTest>("exists", &WrittenTest::exists, flag()));
  }
  return mapping<WrittenTest>(of_event ? "event_test" : "test", std::move(keys));
}

bool one_form(const YamlNode& node, const YamlTree& tree) {
  int forms = 0;
  for (const char* key : {"not", "like", "exists"}) forms += tree.find(node, key) ? 1 : 0;
  return forms + (tree.find(node, "min") || tree.find(node, "max") ? 1 : 0) == 1;
}

bool finish_test(Reader& reader, const YamlNode& node, WrittenTest written, FieldTest& out) {
  if (!one_form(node, reader.tree())) {
    reader.complain_at_handle(node, "bad-rule", msg("map.rule.one_form"), msg("map.rule.one_form_hint"));
    return false;
  }
  if (written.negated) return out = *written.negated, true;
  if (!written.like.empty()) return out.kind = FieldTest::Kind::like, out.values = std::move(written.like), true;
  if (written.exists) return out.kind = *written.exists ? FieldTest::Kind::exists : FieldTest::Kind::absent, true;
  if (!written.min && !written.max) return false;
  out.kind = FieldTest::Kind::between, out.min = written.min, out.max = written.max;
  if (!out.min || !out.max || *out.min <= *out.max) return true;
  reader.complain(node, "bad-rule", msg("map.rule.min_over_max", {{"min", exact(*out.min)}, {"max", exact(*out.max)}}));
  return false;
}

// Every event has a name.
bool is_name(Reader& reader, const YamlNode& node, const std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), "") == names.end()) return true;
  reader.complain(node, "bad-rule", msg("map.rule.no_name"), msg("map.rule.no_name_hint"));
  return false;
}

Type<FieldTest> test_type(bool of_event) {
  auto plain = values();
  auto written = written_test(of_event);
  return {either({plain.shape, written.shape}), [plain, written, of_event](Reader& reader, const YamlNode& node, FieldTest& out) {
            if (node.kind != Kind::mapping) {
              out.kind = FieldTest::Kind::any_of;
              return plain.read(reader, node, out.values) && (!of_event || is_name(reader, node, out.values));
            }
            WrittenTest test;
            const auto before = reader.problems();
            return written.read(reader, node, test) && before == reader.problems() && finish_test(reader, node, std::move(test), out);
          }};
}

// A condition that asks for nothing would claim every event: it is refused.
Type<Condition> condition_type() {
  auto keys = mapping<Condition>(
      "condition", {key<Condition>("event", &Condition::event, test_type(true)), key<Condition>("where", &Condition::where, where_type())});
  return {keys.shape, [keys](Reader& reader, const YamlNode& node, Condition& out) {
            const auto before = reader.problems();
            const bool read = keys.read(reader, node, out);
            const bool asks = out.event || !out.where.empty();
            if (!asks && before == reader.problems()) reader.complain_at_handle(node, "bad-rule", msg("map.rule.empty"), msg("map.rule.empty_hint"));
            return read && asks;
          }};
}

}  // namespace

Type<std::vector<FieldCondition>> where_type() {
  auto test = test_type(false);
  return dictionary<std::vector<FieldCondition>>(
      test.shape, [test](Reader& reader, const YamlNode& field, const YamlNode& value, std::vector<FieldCondition>& out) {
        FieldCondition condition{field.text, {}};
        if (test.read(reader, value, condition.test)) out.push_back(std::move(condition));
      });
}

Type<Rule> rule_type() {
  auto one = condition_type();
  auto many = list(one);
  return {either({one.shape, many.shape}), [one, many](Reader& reader, const YamlNode& node, Rule& out) {
            if (node.kind == Kind::list) {
              if (node.children.empty()) reader.complain(node, "bad-rule", msg("map.rule.empty"), msg("map.rule.empty_hint"));
              return many.read(reader, node, out.any);
            }
            if (node.kind == Kind::scalar)
              return reader.wrong_type(node, msg("map.expected.rule"), msg("map.rule.scalar_hint", {{"value", shown(yaml_scalar(node.text, true))}})),
                     false;
            Condition condition;
            if (one.read(reader, node, condition)) out.any.push_back(std::move(condition));
            return !out.any.empty();
          }};
}

}  // namespace parcours
