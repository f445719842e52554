#include "map/edits.h"

#include <algorithm>
#include <cassert>

#include "map/json_members.h"
#include "map/splice.h"

namespace parcours {
namespace {

using namespace json_members;
using Kind = YamlNode::Kind;
using Steps = std::vector<std::size_t>;  // the index of each child on the way

Failure no_such(const std::string& path) { return misuse(msg("map.edit.no_such", {{"path", path}})); }

Steps steps_to(const YamlTree& tree, const YamlNode& node) {
  Steps steps;
  for (const YamlNode* here = &node; here->parent >= 0; here = &tree.node(here->parent))
    steps.insert(steps.begin(), static_cast<std::size_t>(here->index));
  return steps;
}

// A change of the text and what the file must say after it.
struct Plan {
  std::vector<Splice> splices;
  Json expected;
};

class Planner {
 public:
  Planner(const SourceText& source) : tree_(*source.tree()), layout_(source.text(), tree_), now_(to_json(tree_)) {}

  Result<Plan> plan(const Edit& edit) {
    if (tree_.empty()) return plan_empty(edit);
    switch (edit.kind) {
      case Edit::Kind::set: return set(edit);
      case Edit::Kind::add: return add(edit);
      case Edit::Kind::move: return move(edit);
      case Edit::Kind::remove: return remove(edit);
    }
    return no_such(edit.path);
  }

 private:
  // A file without any element takes its first keys.
  Result<Plan> plan_empty(const Edit& edit) {
    const auto steps = split_path(edit.path);
    Json value = edit.value;
    if (edit.kind == Edit::Kind::add && !edit.key.empty()) value = single(edit.key, value);
    if (edit.kind == Edit::Kind::add && edit.key.empty()) value = Json::array({value});
    if (edit.kind != Edit::Kind::set && edit.kind != Edit::Kind::add) return no_such(edit.path);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) value = single(*step, value);
    if (!value.is_object()) return no_such(edit.path);
    std::string text;
    const std::string_view old = layout_.text();
    if (!old.empty() && old.back() != '\n') text += layout_.newline();
    for (const auto& [key, item] : value.items()) {
      const YamlLines lines = block_yaml(item, YamlContext::mapping_value, 0);
      text += yaml_key(key, false) + ":" + (lines.first.empty() ? "" : " " + lines.first) + layout_.below(lines.rest) + layout_.newline();
    }
    return Plan{{{old.size(), old.size(), text}}, value};
  }

  Result<Plan> set(const Edit& edit) {
    if (const YamlNode* node = tree_.at(edit.path); node && node->parent >= 0) {
      Json expected = now_;
      value_at(expected, steps_to(tree_, *node)) = edit.value;
      return Plan{layout_.replace(*node, edit.value), std::move(expected)};
    }
    // The first missing key on the way is added, with the rest of the path inside it.
    const YamlNode* above = tree_.nearest(edit.path);
    auto steps = split_path(edit.path);
    const std::size_t there = split_path(tree_.path_of(*above)).size();
    if (there >= steps.size() || (above->kind != Kind::mapping && !above->is_null())) return no_such(edit.path);
    Json value = edit.value;
    for (std::size_t i = steps.size() - 1; i > there; --i) value = single(steps[i], value);
    return put_into(*above, above->children.size(), {steps[there], value});
  }

  Result<Plan> add(const Edit& edit) {
    const YamlNode* node = tree_.at(edit.path);
    if (!node) return add_to_missing(edit);
    const bool fits = node->is_null() || node->kind == (edit.key.empty() ? Kind::list : Kind::mapping);
    if (!fits) return misuse(msg("map.edit.not_a_collection", {{"path", edit.path}}));
    if (!edit.key.empty() && tree_.find(*node, edit.key)) return misuse(msg("map.edit.key_exists", {{"path", edit.path}, {"key", edit.key}}));
    return put_into(*node, edit.index.value_or(node->children.size()), {edit.key, edit.value});
  }

  // A list that is not there yet begins with its first element.
  Result<Plan> add_to_missing(const Edit& edit) {
    Edit first = set_edit(edit.path, edit.key.empty() ? Json::array({edit.value}) : single(edit.key, edit.value));
    return set(first);
  }

  Result<Plan> put_into(const YamlNode& node, std::size_t index, Member member) {
    Json expected = now_;
    Json& target = value_at(expected, steps_to(tree_, node));
    put(target, index, member);
    if (node.children.empty() && node.parent < 0) return misuse(msg("map.edit.root"));
    if (node.children.empty()) return Plan{layout_.replace(node, target), std::move(expected)};
    if (node.is_flow()) {
      const std::string element = member.key.empty() ? flow_yaml(member.value) : yaml_key(member.key, true) + ": " + flow_yaml(member.value);
      return Plan{layout_.insert_flow(node, index, element), std::move(expected)};
    }
    return Plan{layout_.insert(node, index, lines_of(member, layout_.column_of(tree_.node(node.children.front()).lead))), std::move(expected)};
  }

  static std::vector<std::string> lines_of(const Member& member, std::size_t column) {
    YamlLines lines = block_yaml(member.value, member.key.empty() ? YamlContext::list_item : YamlContext::mapping_value, column);
    const std::string head = std::string(column, ' ') + (member.key.empty() ? "-" : yaml_key(member.key, false) + ":");
    lines.rest.insert(lines.rest.begin(), head + (lines.first.empty() ? "" : " " + lines.first));
    return lines.rest;
  }

  Result<Plan> remove(const Edit& edit) {
    const YamlNode* node = tree_.at(edit.path);
    if (!node || node->parent < 0) return no_such(edit.path);
    Json expected = now_;
    Steps steps = steps_to(tree_, *node);
    steps.pop_back();
    taken(value_at(expected, steps), static_cast<std::size_t>(node->index));
    const YamlNode& parent = tree_.node(node->parent);
    if (parent.children.size() == 1 && parent.parent < 0) return misuse(msg("map.edit.root"));
    return Plan{layout_.remove(*node), std::move(expected)};
  }

  Result<Plan> move(const Edit& edit) {
    const YamlNode* node = tree_.at(edit.path);
    if (!node || node->parent < 0) return no_such(edit.path);
    const YamlNode& from = tree_.node(node->parent);
    const YamlNode* to = edit.moves_within ? &from : tree_.at(edit.to);
    if (!to) return no_such(edit.to);
    if (is_inside(*to, *node)) return misuse(msg("map.edit.into_itself", {{"path", edit.path}}));
    if (!to->is_null() && to->kind != from.kind) return misuse(msg("map.edit.not_a_collection", {{"path", edit.to}}));
    const std::string key = node->key >= 0 ? tree_.node(node->key).text : "";
    if (to != &from && node->key >= 0 && tree_.find(*to, key)) return misuse(msg("map.edit.key_exists", {{"path", edit.to}, {"key", key}}));
    const auto old_index = static_cast<std::size_t>(node->index);
    const std::size_t room = to->children.size() - (to == &from ? 1 : 0);
    const std::size_t index = std::min(edit.index.value_or(room), room);
    if (to == &from && index == old_index) return Plan{{}, now_};
    Json expected = now_;
    Steps steps = steps_to(tree_, *node);
    steps.pop_back();
    Json& target = value_at(expected, steps_to(tree_, *to));
    const Member member{key, value_at(expected, steps_to(tree_, *node))};
    if (to == &from) {
      put(target, index, taken(target, old_index));
    } else if (contains_steps(steps_to(tree_, *to), steps)) {
      // The list that takes it stands in the list it leaves: its place shifts, so it is filled first.
      put(target, index, member);
      taken(value_at(expected, steps), old_index);
    } else {
      taken(value_at(expected, steps), old_index);
      put(value_at(expected, steps_to(tree_, *to)), index, member);
    }
    // The place before the removal.
    const std::size_t before = to == &from && index >= old_index ? index + 1 : index;
    return Plan{move_splices(*node, *to, before, member), std::move(expected)};
  }

  bool is_inside(const YamlNode& inner, const YamlNode& outer) const {
    for (const YamlNode* here = &inner;; here = &tree_.node(here->parent)) {
      if (here == &outer) return true;
      if (here->parent < 0) return false;
    }
  }

  static bool contains_steps(const Steps& inner, const Steps& outer) {
    return inner.size() >= outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
  }

  std::vector<Splice> move_splices(const YamlNode& node, const YamlNode& to, std::size_t before, const Member& member) {
    const YamlNode& from = tree_.node(node.parent);
    std::vector<Splice> out;
    const bool own_lines = !from.is_flow() && layout_.is_first_on_line(node.lead);
    if (own_lines && from.children.size() > 1) {
      const std::size_t start = layout_.start_with_comments(node);
      out.push_back({start, layout_.next_line(std::max(node.end, layout_.head_end(node))), ""});
    } else {
      out = layout_.remove(node);
    }
    const auto add = [&](std::vector<Splice> more) { out.insert(out.end(), more.begin(), more.end()); };
    if (to.children.empty()) {
      Json value;
      put(value, 0, member);
      add(layout_.replace(to, value));
    } else if (to.is_flow()) {
      const std::string raw(layout_.text().substr(node.lead, node.end - node.lead));
      const std::string flow = member.key.empty() ? flow_yaml(member.value) : yaml_key(member.key, true) + ": " + flow_yaml(member.value);
      add(layout_.insert_flow(to, before, from.is_flow() && raw.find('\n') == std::string::npos ? raw : flow));
    } else {
      const std::size_t column = layout_.column_of(tree_.node(to.children.front()).lead);
      const auto lines = own_lines ? raw_lines(node, column) : lines_of(member, column);
      auto put_in = layout_.insert(to, before, lines);
      const bool in_its_place = out.size() == 1 && put_in.front().begin > out.front().begin && put_in.front().begin <= out.front().end;
      // The last of what `to` holds moves out to behind it: its lines stay where they are, but further left.
      if (in_its_place)
        out.front().text = layout_.below(lines).substr(layout_.newline().size()) + (out.front().end < layout_.text().size() ? layout_.newline() : "");
      else add(std::move(put_in));
    }
    return out;
  }

  // The element as it is written, with its comments, shifted to another column.
  std::vector<std::string> raw_lines(const YamlNode& node, std::size_t column) const {
    const std::size_t old_column = layout_.column_of(node.lead);
    const std::size_t end = layout_.line_end(std::max(node.end, layout_.head_end(node)));
    std::vector<std::string> lines;
    for (std::size_t at = layout_.start_with_comments(node); at <= end && at < layout_.text().size(); at = layout_.next_line(at)) {
      std::string line(layout_.text().substr(at, layout_.line_end(at) - at));
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      if (indent < line.size()) line = std::string(indent + column >= old_column ? indent + column - old_column : 0, ' ') + line.substr(indent);
      lines.push_back(std::move(line));
    }
    return lines;
  }

  const YamlTree& tree_;
  YamlLayout layout_;
  Json now_;
};

}  // namespace

Result<std::string> apply_edit(const SourceText& source, const Edit& edit) {
  assert(source.tree());
  YamlReading before = read_yaml(source.file(), source.text());
  if (!before.diagnostics.empty()) return Failure{FailureKind::misuse, before.diagnostics.front()};
  PARCOURS_TRY(Plan plan, Planner(source).plan(edit));
  auto spliced_text = spliced(source.text(), std::move(plan.splices));
  if (!spliced_text) return failure(msg("map.edit.would_break", {{"path", edit.path}}));
  std::string text = std::move(*spliced_text);
  const YamlReading after = read_yaml(source.file(), text);
  if (!after.diagnostics.empty()) return failure(msg("map.edit.would_break", {{"path", edit.path}}), after.diagnostics.front().message);
  if (to_json(after.tree) != plan.expected) return failure(msg("map.edit.would_break", {{"path", edit.path}}));
  return text;
}

Result<std::string> apply_edits(const std::string& file, std::string text, const std::vector<Edit>& edits) {
  for (const auto& edit : edits) {
    const auto tree = std::make_shared<const YamlTree>(read_yaml(file, text).tree);
    PARCOURS_TRY(text, apply_edit(SourceText(file, text, tree), edit));
  }
  return text;
}

}  // namespace parcours
