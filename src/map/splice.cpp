#include "map/splice.h"

#include <algorithm>
#include <cassert>

namespace parcours {

std::optional<std::string> spliced(std::string_view text, std::vector<Splice> splices) {
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  std::string out;
  std::size_t at = 0;
  for (const auto& splice : splices) {
    assert(splice.end >= splice.begin && splice.end <= text.size());
    if (splice.begin < at) return std::nullopt;
    out += text.substr(at, splice.begin - at);
    out += splice.text;
    at = splice.end;
  }
  out += text.substr(at);
  return out;
}

YamlLayout::YamlLayout(std::string_view text, const YamlTree& tree)
    : text_(text), tree_(tree), newline_(text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

std::size_t YamlLayout::line_start(std::size_t at) const {
  const auto before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  if (before != std::string_view::npos) return before + 1;
  return std::min<std::size_t>(at, text_.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

std::size_t YamlLayout::line_end(std::size_t at) const {
  const auto end = std::min(text_.find('\n', at), text_.size());
  return end > at && end < text_.size() && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t YamlLayout::next_line(std::size_t at) const {
  const auto end = text_.find('\n', at);
  return end == std::string_view::npos ? text_.size() : end + 1;
}

bool YamlLayout::is_first_on_line(std::size_t at) const {
  const auto before = text_.substr(line_start(at), column_of(at));
  return before.find_first_not_of(' ') == std::string_view::npos;
}

std::size_t YamlLayout::start_with_comments(const YamlNode& node) const {
  const YamlNode& parent = tree_.node(node.parent);
  // Comments above the first element speak of it too, but not those at the very top of the file, nor what belongs to the parent's line.
  const std::size_t floor = node.index > 0       ? next_line(tree_.node(parent.children[static_cast<std::size_t>(node.index) - 1]).end)
                            : parent.parent >= 0 ? next_line(head_end(parent))
                                                 : line_start(node.lead);
  const std::size_t column = column_of(node.lead);
  std::size_t start = line_start(node.lead);
  while (start > floor) {
    const std::size_t above = line_start(start - 1);
    const auto line = text_.substr(above, start - above);
    if (above < floor || line.find_first_not_of(' ') != column || line[column] != '#') break;
    start = above;
  }
  return start;
}

std::size_t YamlLayout::head_end(const YamlNode& node) const {
  if (node.key < 0) return node.lead + 1;
  const YamlNode& key = tree_.node(node.key);
  const std::size_t limit = std::max(node.begin, key.end);
  const std::size_t colon = find(':', key.end, std::min(limit + 1, text_.size()));
  return colon < text_.size() && text_[colon] == ':' ? colon + 1 : key.end;
}

std::size_t YamlLayout::find(char wanted, std::size_t from, std::size_t limit) const {
  for (std::size_t i = from; i < limit && i < text_.size(); ++i) {
    if (text_[i] == wanted) return i;
    if (text_[i] == '#' && (i == 0 || text_[i - 1] == ' ' || text_[i - 1] == '\t' || text_[i - 1] == '\n')) i = line_end(i);
  }
  return limit;
}

std::string YamlLayout::below(const std::vector<std::string>& lines) const {
  std::string out;
  for (const auto& line : lines) out += newline_ + line;
  return out;
}

std::vector<Splice> YamlLayout::replace(const YamlNode& node, const Json& value) const {
  if (node.parent < 0) return {{node.begin, node.end, flow_yaml(value)}};
  const YamlNode& parent = tree_.node(node.parent);
  if (parent.is_flow()) {
    const std::size_t colon = node.key >= 0 ? head_end(node) : node.begin;
    const bool bare_key = node.key >= 0 && (colon == 0 || text_[colon - 1] != ':');
    const std::string gap = node.begin == node.end && node.key >= 0 ? (bare_key ? ": " : " ") : "";
    std::size_t end = node.end;
    while (gap == " " && end < text_.size() && text_[end] == ' ') ++end;
    return {{node.begin, end, gap + flow_yaml(value)}};
  }
  const auto context = node.key >= 0 ? YamlContext::mapping_value : YamlContext::list_item;
  return replace(node, block_yaml(value, context, column_of(node.lead)));
}

std::vector<Splice> YamlLayout::replace(const YamlNode& node, const YamlLines& lines) const {
  const std::size_t head = head_end(node);
  const std::size_t last_line_end = line_end(node.end);
  const std::string first = lines.first.empty() ? "" : " " + lines.first;
  if (line_start(node.begin) == line_start(head) || node.begin <= head) {
    // The value begins beside its key: a comment behind it stays beside the key.
    const std::string tail(text_.substr(node.end, last_line_end - node.end));
    const bool blank_tail = tail.find_first_not_of(" \t") == std::string::npos;
    return {{head, last_line_end, first + (blank_tail && !lines.rest.empty() ? "" : tail) + below(lines.rest)}};
  }
  std::vector<Splice> out;
  if (!first.empty()) out.push_back({head, head, first});
  const std::size_t start = line_start(node.begin);
  if (lines.rest.empty()) out.push_back({start, next_line(node.end), ""});
  else out.push_back({start, last_line_end, below(lines.rest).substr(newline_.size())});
  return out;
}

std::vector<Splice> YamlLayout::remove(const YamlNode& node) const {
  const YamlNode& parent = tree_.node(node.parent);
  if (parent.children.size() == 1) return replace(parent, parent.kind == YamlNode::Kind::list ? Json::array() : Json::object());
  if (parent.is_flow()) return remove_flow(node, parent);
  if (is_first_on_line(node.lead)) return {{line_start(node.lead), next_line(std::max(node.end, head_end(node))), ""}};
  return remove_beside_dash(node, tree_.node(parent.children[1]));
}

// `- id: x` without its id: the next key moves up beside the dash, comments between them above the line.
std::vector<Splice> YamlLayout::remove_beside_dash(const YamlNode& node, const YamlNode& next) const {
  const std::size_t after = next_line(std::max(node.end, head_end(node)));
  const std::size_t next_start = line_start(next.lead);
  std::vector<Splice> out;
  if (next_start > after) out.push_back({line_start(node.lead), line_start(node.lead), std::string(text_.substr(after, next_start - after))});
  out.push_back({node.lead, next.lead, ""});
  return out;
}

std::vector<Splice> YamlLayout::remove_flow(const YamlNode& node, const YamlNode& parent) const {
  const auto at = static_cast<std::size_t>(node.index);
  const std::size_t end = std::max(node.end, node.key >= 0 ? head_end(node) : node.end);
  if (at + 1 < parent.children.size()) {
    const std::size_t next = tree_.node(parent.children[at + 1]).lead;
    const std::size_t comma = find(',', end, next);
    std::size_t stop = std::min(comma + 1, next);
    while (stop < next && (text_[stop] == ' ' || text_[stop] == '\t')) ++stop;
    // A line that is left empty goes.
    const bool alone = is_first_on_line(node.lead) && line_end(stop) == stop && stop < next;
    return {alone ? Splice{line_start(node.lead), next_line(stop), ""} : Splice{node.lead, stop, ""}};
  }
  // Alone on its lines it goes with its comma, if any; the one before it may stay: YAML allows it behind the last element.
  const std::size_t behind = end < text_.size() && text_[end] == ',' ? end + 1 : end;
  if (is_first_on_line(node.lead) && line_end(behind) == behind) return {{line_start(node.lead), next_line(behind), ""}};
  const YamlNode& previous = tree_.node(parent.children[at - 1]);
  const std::size_t previous_end = std::max(previous.end, previous.key >= 0 ? head_end(previous) : previous.end);
  const std::size_t comma = find(',', previous_end, node.lead);
  const bool plain_gap = text_.substr(comma, node.lead - comma).find('#') == std::string_view::npos;
  if (plain_gap) return {{comma, end, ""}};
  return {{comma, comma + 1, ""}, {node.lead, end, ""}};
}

std::vector<Splice> YamlLayout::insert(const YamlNode& collection, std::size_t index, const std::vector<std::string>& lines) const {
  assert(!collection.children.empty());
  if (index > 0) {
    const YamlNode& previous = tree_.node(collection.children[std::min(index, collection.children.size()) - 1]);
    const std::size_t at = line_end(std::max(previous.end, head_end(previous)));
    return {{at, at, below(lines)}};
  }
  const YamlNode& next = tree_.node(collection.children.front());
  const std::string block = below(lines).substr(newline_.size()) + newline_;
  if (is_first_on_line(next.lead)) {
    const std::size_t at = start_with_comments(next);
    return {{at, at, block}};
  }
  // Beside the dash of the list the mapping stands in.
  const std::size_t column = column_of(next.lead);
  return {{next.lead, next.lead, block.substr(std::min(column, block.size())) + std::string(column, ' ')}};
}

std::vector<Splice> YamlLayout::insert_flow(const YamlNode& collection, std::size_t index, const std::string& element) const {
  if (collection.children.empty()) return {{collection.begin + 1, collection.begin + 1, element}};
  if (index < collection.children.size()) {
    const std::size_t at = tree_.node(collection.children[index]).lead;
    return {{at, at, element + ", "}};
  }
  const YamlNode& last = tree_.node(collection.children.back());
  const std::size_t at = std::max(last.end, last.key >= 0 ? head_end(last) : last.end);
  return {{at, at, ", " + element}};
}

}  // namespace parcours
