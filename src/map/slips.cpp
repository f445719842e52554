#include "map/slips.h"

#include <algorithm>

#include "base/number.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() < 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr int kMostCommas = 8;

const YamlNode& child(const YamlTree& tree, const YamlNode& mapping, int at) { return tree.node(mapping.children[static_cast<std::size_t>(at)]); }

// A key without colon and value.
bool is_bare_key(const YamlNode& value) { return value.is_null() && value.begin == value.end; }

}  // namespace

std::optional<Message> unquote_hint(const YamlNode& node) {
  if (node.kind == Kind::scalar && node.style != YamlNode::Style::plain && parse_number(node.text)) return msg("map.unquote_hint");
  if (node.kind == Kind::scalar && node.text.find(',') != std::string::npos) {
    std::string text = node.text;
    std::replace(text.begin(), text.end(), ',', '.');
    if (parse_number(text)) return msg("map.decimal_point_hint", {{"number", text}});
  }
  return std::nullopt;
}

std::optional<Message> percentage_hint(const YamlNode& node) {
  if (node.kind != Kind::scalar) return std::nullopt;
  std::string text = node.text;
  const bool has_sign = text.ends_with('%');
  if (has_sign) text.pop_back();
  for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
    if (text.ends_with(blank)) text.resize(text.size() - blank.size());
  std::replace(text.begin(), text.end(), ',', '.');
  const auto percent = parse_number(text);
  if (!percent || *percent < 0 || *percent > 100 || (!has_sign && *percent <= 1)) return std::nullopt;
  return msg("map.percentage_hint", {{"number", exact(*percent / 100)}});
}

std::optional<Message> range_hint(std::string_view text) {
  for (const std::string_view between : {"-", "–", "à", "to", "..", "/"}) {
    const auto at = text.find(between);
    if (at == std::string_view::npos) continue;
    std::string_view first = text.substr(0, at), last = text.substr(at + between.size());
    while (first.ends_with(' ')) first.remove_suffix(1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    if (is_digits(first) && is_digits(last)) return msg("map.when.days_range_hint", {{"first", std::string(first)}, {"last", std::string(last)}});
  }
  return std::nullopt;
}

std::string as_id(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool fine = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || low == '-';
    if (fine) out += low;
    else if (!out.empty() && out.back() != '_') out += '_';
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  const auto first = out.find_first_not_of("0123456789-_");
  return first == std::string::npos ? "" : out.substr(first).substr(0, 64);
}

bool is_cut_by_comma(const YamlTree& tree, const YamlNode& value) {
  const YamlNode& mapping = tree.node(value.parent);
  if (!mapping.is_flow()) return false;
  int at = value.index;
  for (int steps = 0; at > 0 && steps < kMostCommas && is_bare_key(child(tree, mapping, at)); ++steps) --at;
  const YamlNode& text = child(tree, mapping, at);
  return at < value.index && text.kind == Kind::scalar && text.style == YamlNode::Style::plain;
}

void complain_of_comma(Reader& reader, const YamlNode& value) {
  const YamlTree& tree = reader.tree();
  const YamlNode& mapping = tree.node(value.parent);
  const YamlNode& text = child(tree, mapping, value.index - 1);
  if (is_bare_key(text)) return;
  const std::string& cut = tree.node(value.key).text;
  if (is_digits(text.text) && is_digits(cut))
    return reader.complain_at_handle(value, "comma-in-number", msg("map.comma_in_number", {{"key", shown(cut)}}),
                                     msg("map.decimal_point_hint", {{"number", text.text + "." + cut}}));
  std::string whole = text.text;
  const int end = std::min(value.index + kMostCommas, static_cast<int>(mapping.children.size()));
  for (int i = value.index; i < end && is_bare_key(child(tree, mapping, i)); ++i) whole += ", " + tree.node(child(tree, mapping, i).key).text;
  reader.complain_at_handle(value, "comma-in-text", msg("map.comma_in_text", {{"key", shown(tree.node(value.key).text)}}),
                            msg("map.comma_in_text_hint", {{"key", tree.node(text.key).text}, {"text", shown(yaml_scalar(whole, true))}}));
}

}  // namespace parcours
