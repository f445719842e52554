#include "map/yaml_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "base/number.h"

namespace parcours {
namespace {

constexpr std::size_t kWidestFlow = 88;

Json scalar_to_json(const YamlNode& node) {
  if (node.is_null()) return nullptr;
  if (node.style != YamlNode::Style::plain) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  std::int64_t whole = 0;
  const char* end = node.text.data() + node.text.size();
  if (const auto [at, error] = std::from_chars(node.text.data(), end, whole); error == std::errc{} && at == end) return whole;
  if (const auto number = parse_number(node.text)) return *number;
  return node.text;
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  std::array<char, 16> escape;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '"' || text[i] == '\\') out += '\\', out += text[i];
    else if (text[i] == '\n') out += "\\n";
    else if (text[i] == '\t') out += "\\t";
    else if (byte < 0x20 || byte == 0x7F) std::snprintf(escape.data(), escape.size(), "\\x%02x", byte), out += escape.data();
    else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(text[++i])), out += escape.data();
    else if (text.substr(i, 3) == "\xEF\xBB\xBF") out += "\\ufeff", i += 2;
    else if (text.substr(i, 3) == "\xE2\x80\xA8") out += "\\u2028", i += 2;
    else if (text.substr(i, 3) == "\xE2\x80\xA9") out += "\\u2029", i += 2;
    else out += text[i];
  }
  return out + "\"";
}

bool is_odd(std::string_view text) {  // what a plain scalar and a literal block cannot hold
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    const auto three = text.substr(i, 3);
    if (three == "\xEF\xBB\xBF" || three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") return true;
  }
  return false;
}

std::string scalar(const Json& value, bool in_flow) {
  if (value.is_string()) return yaml_scalar(value.get_ref<const std::string&>(), in_flow);
  if (value.is_number_float()) return exact(value.get<double>());
  return value.dump();  // null, true, false, whole numbers
}

bool is_single(const Json& value) { return !value.is_object() && !value.is_array(); }

// Whether a literal block says the text exactly.
bool fits_literal(const std::string& text) {
  if (text.find('\n') == std::string::npos || text.size() < 2 || is_odd(text)) return false;
  if (text.front() == ' ' || text.front() == '\n') return false;
  const bool ends_in_blank = text.back() == ' ' || (text.back() == '\n' && (text[text.size() - 2] == '\n' || text[text.size() - 2] == ' '));
  return !ends_in_blank;
}

YamlLines literal(const std::string& text, std::size_t column) {
  YamlLines out{text.back() == '\n' ? "|" : "|-", {}};
  std::string_view rest = text;
  if (rest.back() == '\n') rest.remove_suffix(1);
  for (bool more = true; more;) {
    const auto end = std::min(rest.find('\n'), rest.size());
    out.rest.push_back(end == 0 ? "" : std::string(column, ' ') + std::string(rest.substr(0, end)));
    more = end < rest.size();
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::vector<std::string> block_lines(const Json& value, std::size_t column) {
  std::vector<std::string> lines;
  const auto add = [&](std::string head, const Json& item, YamlContext context) {
    YamlLines below = block_yaml(item, context, column);
    lines.push_back(std::string(column, ' ') + std::move(head) + (below.first.empty() ? "" : " " + below.first));
    lines.insert(lines.end(), below.rest.begin(), below.rest.end());
  };
  if (value.is_object())
    for (const auto& [key, item] : value.items()) add(yaml_key(key, false) + ":", item, YamlContext::mapping_value);
  else
    for (const auto& item : value) add("-", item, YamlContext::list_item);
  return lines;
}

bool fits_one_line(const Json& value) {
  if (!std::all_of(value.begin(), value.end(), is_single)) return false;
  const bool multi_line = std::any_of(value.begin(), value.end(),
                                      [](const Json& v) { return v.is_string() && v.get_ref<const std::string&>().find('\n') != std::string::npos; });
  return !multi_line && flow_yaml(value).size() <= kWidestFlow;
}

}  // namespace

Json to_json(const YamlTree& tree, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::list) {
    Json out = Json::array();
    for (const int child : node.children) out.push_back(to_json(tree, tree.node(child)));
    return out;
  }
  if (node.kind != YamlNode::Kind::mapping) return scalar_to_json(node);
  // Keys are unique in a file without complaints, so that the entries may simply be put one behind the other.
  Json out = Json::object();
  for (const int child : node.children) {
    const YamlNode& value = tree.node(child);
    out.get_ref<Json::object_t&>().Json::object_t::Container::emplace_back(tree.node(value.key).text, to_json(tree, value));
  }
  return out;
}

Json to_json(const YamlTree& tree) { return tree.empty() ? Json() : to_json(tree, tree.root()); }

// Older YAML takes these for true and false.
static bool is_old_flag(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kFlags = {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"};
  return std::find(kFlags.begin(), kFlags.end(), text) != kFlags.end();
}

bool fits_plain(std::string_view text, bool in_flow) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (text == "null" || text == "~" || text == "true" || text == "false" || text == "Null" || text == "NULL" || is_old_flag(text) ||
      parse_number(text))
    return false;
  if (text.starts_with("0x") || text.starts_with("0o") || text.starts_with(".inf") || text.starts_with(".nan") || text.starts_with("---") ||
      text.starts_with("..."))
    return false;
  if (text.find('\n') != std::string_view::npos || is_odd(text)) return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  return !in_flow || (text.find_first_of(",[]{}") == std::string_view::npos && text.find(':') == std::string_view::npos);
}

std::string yaml_scalar(std::string_view text, bool in_flow) { return fits_plain(text, in_flow) ? std::string(text) : double_quoted(text); }

std::string yaml_key(std::string_view key, bool in_flow) { return yaml_scalar(key, in_flow); }

std::string flow_yaml(const Json& value) {
  if (is_single(value)) return scalar(value, true);
  std::string out;
  if (value.is_object())
    for (const auto& [key, item] : value.items()) out += (out.empty() ? "" : ", ") + yaml_key(key, true) + ": " + flow_yaml(item);
  else
    for (const auto& item : value) out += (out.empty() ? "" : ", ") + flow_yaml(item);
  return value.is_object() ? "{" + out + "}" : "[" + out + "]";
}

YamlLines block_yaml(const Json& value, YamlContext context, std::size_t column) {
  if (value.is_string() && fits_literal(value.get_ref<const std::string&>())) return literal(value.get_ref<const std::string&>(), column + 2);
  if (is_single(value)) return {scalar(value, false), {}};
  if (value.empty() || fits_one_line(value)) return {flow_yaml(value), {}};
  YamlLines out{"", block_lines(value, column + 2)};
  if (context == YamlContext::mapping_value) return out;
  out.first = out.rest.front().substr(column + 2);
  out.rest.erase(out.rest.begin());
  return out;
}

}  // namespace parcours
