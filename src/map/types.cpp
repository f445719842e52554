#include "map/types.h"

#include <algorithm>
#include <cmath>

#include "base/listed.h"
#include "base/number.h"
#include "base/suggest.h"
#include "map/slips.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

Shape plain_shape(Shape::Kind kind) {
  Shape shape;
  shape.kind = kind;
  return shape;
}

bool is_scalar(const YamlNode& node) { return node.kind == Kind::scalar && !node.is_null(); }

// A number as YAML means it: plain, not quoted.
std::optional<double> number_in(const YamlNode& node) {
  if (!is_scalar(node) || node.style != YamlNode::Style::plain) return std::nullopt;
  return parse_number(node.text);
}

bool read_local_text(Reader& reader, const YamlNode& node, LocalText& out) {
  if (is_scalar(node)) return out.plain = node.text, true;
  if (node.kind != Kind::mapping) return reader.wrong_type(node, msg("map.expected.text")), false;
  for (const int child : node.children) {
    const YamlNode& value = reader.tree().node(child);
    const std::string& lang = reader.tree().node(value.key).text;
    if (lang != "fr" && lang != "en") detail::unknown_key(reader, value, {"fr", "en"});
    else if (is_scalar(value)) (lang == "fr" ? out.fr : out.en) = value.text;
    else if (!value.is_null()) reader.wrong_type(value, msg("map.expected.text"));
  }
  return !out.empty();
}

}  // namespace

namespace detail {

bool is_mapping(Reader& reader, const YamlNode& node) {
  if (node.kind == Kind::mapping) return true;
  reader.wrong_type(node, msg("map.expected.mapping"));
  return false;
}

bool is_list(Reader& reader, const YamlNode& node) {
  if (node.kind == Kind::list) return true;
  reader.wrong_type(node, msg("map.expected.list"), msg("map.expected.list_hint"));
  return false;
}

std::optional<std::string> unknown_key(Reader& reader, const YamlNode& value, const std::vector<std::string>& known) {
  const std::string& word = reader.tree().node(value.key).text;
  const auto meant = reader.full() ? std::nullopt : nearest(word, known);
  if (!meant && is_cut_by_comma(reader.tree(), value)) return complain_of_comma(reader, value), std::nullopt;
  auto hint = meant ? msg("map.did_you_mean", {{"word", *meant}}) : msg("map.known_keys", {{"keys", listed(known)}});
  reader.complain_at_handle(value, "unknown-key", msg("map.unknown_key", {{"key", shown(word)}}), std::move(hint));
  return meant;
}

void missing_key(Reader& reader, const YamlNode& mapping, const std::string& shape_name, const std::string& key) {
  const YamlNode* id = reader.tree().find(mapping, "id");
  const YamlNode& at = mapping.parent < 0 ? reader.tree().handle_of(reader.tree().node(mapping.children.empty() ? 0 : mapping.children.front()))
                       : mapping.key >= 0 && !id ? reader.tree().node(mapping.key)
                                                 : reader.tree().handle_of(mapping);
  const auto add = msg("map.missing_key_hint", {{"key", key}});
  if (id && id->kind == Kind::scalar)
    return reader.complain(*id, "missing-key", msg("map.missing_key_of", {{"key", key}, {"id", shown(id->text)}}), add);
  reader.complain(at.kind == Kind::scalar ? at : mapping, "missing-key",
                  msg("map.missing_key", {{"key", key}, {"where", nested(msg("map.a." + shape_name))}}), add);
}

void unknown_value(Reader& reader, const YamlNode& node, const std::vector<std::string>& choices) {
  if (!is_scalar(node)) return reader.wrong_type(node, msg("map.expected.one_of", {{"choices", listed(choices)}}));
  auto hint = reader.full() ? std::nullopt : did_you_mean(node.text, choices);
  if (!hint) hint = msg("map.known_values", {{"choices", listed(choices)}});
  reader.complain(node, "unknown-value", msg("map.unknown_value", {{"value", shown(node.text)}, {"key", shown(reader.tree().name_of(node))}}),
                  std::move(hint));
}

}  // namespace detail

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64 || text.front() < 'a' || text.front() > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

bool check_id(Reader& reader, const YamlNode& node) {
  if (!is_scalar(node)) return reader.wrong_type(node, msg("map.expected.id")), false;
  if (is_id(node.text)) return true;
  const std::string better = as_id(node.text);
  auto hint = better.empty() ? msg("map.bad_id_hint") : msg("map.bad_id_suggestion", {{"id", better}});
  reader.complain(node, "bad-id", msg("map.bad_id", {{"id", shown(node.text)}}), std::move(hint));
  return false;
}

Type<LocalText> local_text() { return {plain_shape(Shape::Kind::text), read_local_text}; }

Type<std::vector<LocalText>> local_texts() {
  Shape many = plain_shape(Shape::Kind::list);
  many.items = std::make_shared<const Shape>(plain_shape(Shape::Kind::text));
  auto read = [](Reader& reader, const YamlNode& node, std::vector<LocalText>& out) {
    std::vector<const YamlNode*> items = {&node};
    if (node.kind == Kind::list) {
      items.clear();
      for (const int child : node.children) items.push_back(&reader.tree().node(child));
    }
    for (const YamlNode* item : items)
      if (LocalText text; read_local_text(reader, *item, text)) out.push_back(std::move(text));
    return true;
  };
  return {either({plain_shape(Shape::Kind::text), many}), read};
}

Type<std::string> word() {
  return {plain_shape(Shape::Kind::word), [](Reader& reader, const YamlNode& node, std::string& out) {
            if (!is_scalar(node)) return reader.wrong_type(node, msg("map.expected.word")), false;
            out = node.text;
            return true;
          }};
}

Type<std::string> pattern(std::string expression, bool (*fits)(std::string_view), Message expected) {
  Shape shape = plain_shape(Shape::Kind::pattern);
  shape.pattern = std::move(expression);
  return {std::move(shape), [fits, expected](Reader& reader, const YamlNode& node, std::string& out) {
            if (!is_scalar(node) || !fits(node.text)) return reader.wrong_type(node, expected), false;
            out = node.text;
            return true;
          }};
}

Type<std::string> plain_id() {
  return {plain_shape(Shape::Kind::id), [](Reader& reader, const YamlNode& node, std::string& out) {
            if (!check_id(reader, node)) return false;
            out = node.text;
            return true;
          }};
}

Type<std::string> declared_id(IdKind kind) {
  return {plain_shape(Shape::Kind::id), [kind](Reader& reader, const YamlNode& node, std::string& out) {
            if (is_scalar(node)) reader.declare(kind, node), out = node.text;
            return check_id(reader, node);
          }};
}

Type<std::string> reference(IdKind kind) {
  return {plain_shape(Shape::Kind::id), [kind](Reader& reader, const YamlNode& node, std::string& out) {
            if (!check_id(reader, node)) return false;
            reader.refer(kind, node);
            out = node.text;
            return true;
          }};
}

Type<double> number(double min, double max, NumberHint hint) {
  Shape shape = plain_shape(Shape::Kind::number);
  shape.min = min, shape.max = max;
  return {shape, [min, max, hint](Reader& reader, const YamlNode& node, double& out) {
            const auto expected = msg("map.expected.number", {{"min", exact(min)}, {"max", exact(max)}});
            const auto value = number_in(node);
            const auto meant = hint ? hint(node) : std::nullopt;
            if (!value) return reader.wrong_type(node, expected, meant ? meant : unquote_hint(node)), false;
            out = *value;
            if (*value >= min && *value <= max) return true;
            reader.complain(node, "out-of-range",
                            msg("map.out_of_range",
                                {{"key", shown(reader.tree().name_of(node))}, {"min", exact(min)}, {"max", exact(max)}, {"value", shown(node.text)}}),
                            meant);
            return false;
          }};
}

Type<double> share() { return number(0, 1, percentage_hint); }

Type<int> integer(int min, int max) {
  Shape shape = plain_shape(Shape::Kind::integer);
  shape.min = min, shape.max = max;
  return {shape, [min, max](Reader& reader, const YamlNode& node, int& out) {
            const auto expected = msg("map.expected.integer", {{"min", std::to_string(min)}, {"max", std::to_string(max)}});
            const auto value = number_in(node);
            if (!value || *value != std::floor(*value)) return reader.wrong_type(node, expected, unquote_hint(node)), false;
            if (*value >= min && *value <= max) return out = static_cast<int>(*value), true;
            reader.complain(node, "out-of-range",
                            msg("map.out_of_range", {{"key", shown(reader.tree().name_of(node))},
                                                     {"min", std::to_string(min)},
                                                     {"max", std::to_string(max)},
                                                     {"value", shown(node.text)}}));
            return false;
          }};
}

Type<std::int64_t> count() {
  Shape shape = plain_shape(Shape::Kind::integer);
  shape.max = 1e15;
  return {shape, [](Reader& reader, const YamlNode& node, std::int64_t& out) {
            const auto value = number_in(node);
            const bool fine = value && *value == std::floor(*value) && *value >= 0 && *value <= 1e15;
            if (!fine) return reader.wrong_type(node, msg("map.expected.count"), unquote_hint(node)), false;
            out = static_cast<std::int64_t>(*value);
            return true;
          }};
}

Type<Date> date() {
  return {plain_shape(Shape::Kind::date), [](Reader& reader, const YamlNode& node, Date& out) {
            const auto value = is_scalar(node) ? parse_date(node.text) : std::nullopt;
            if (value) return out = *value, true;
            if (!is_scalar(node)) return reader.wrong_type(node, msg("map.expected.date")), false;
            reader.complain(node, "bad-date", msg("map.bad_date", {{"value", shown(node.text)}}), msg("map.bad_date_hint"));
            return false;
          }};
}

Type<TimeMs> duration() {
  return {plain_shape(Shape::Kind::duration), [](Reader& reader, const YamlNode& node, TimeMs& out) {
            const auto value = is_scalar(node) ? parse_duration(node.text) : std::nullopt;
            if (value) return out = *value, true;
            if (!is_scalar(node)) return reader.wrong_type(node, msg("map.expected.duration")), false;
            reader.complain(node, "bad-duration", msg("map.bad_duration", {{"value", shown(node.text)}}), msg("map.bad_duration_hint"));
            return false;
          }};
}

Type<bool> flag() {
  return {plain_shape(Shape::Kind::flag), [](Reader& reader, const YamlNode& node, bool& out) {
            const bool plain = is_scalar(node) && node.style == YamlNode::Style::plain;
            if (plain && (node.text == "true" || node.text == "false")) return out = node.text == "true", true;
            reader.wrong_type(node, msg("map.expected.flag"));
            return false;
          }};
}

Type<std::string> one_of_words(std::vector<std::string> choices) {
  Shape shape = plain_shape(Shape::Kind::choice);
  shape.choices = choices;
  return {std::move(shape), [choices](Reader& reader, const YamlNode& node, std::string& out) {
            const bool known = is_scalar(node) && std::find(choices.begin(), choices.end(), node.text) != choices.end();
            if (!known) return detail::unknown_value(reader, node, choices), false;
            out = node.text;
            return true;
          }};
}

Shape either(std::vector<Shape> alternatives) {
  Shape shape = plain_shape(Shape::Kind::one_of);
  shape.alternatives = std::move(alternatives);
  return shape;
}

}  // namespace parcours
