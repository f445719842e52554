// What cannot be told from one key alone.
#include <algorithm>
#include <map>
#include <set>

#include "map/keys.h"

namespace parcours {
namespace {

std::vector<const YamlNode*> items_of(const YamlTree& tree, const YamlNode& mapping, std::string_view key) {
  std::vector<const YamlNode*> items;
  const YamlNode* list = tree.find(mapping, key);
  if (list && list->kind == YamlNode::Kind::list)
    for (const int child : list->children) items.push_back(&tree.node(child));
  return items;
}

std::string_view text_of(const YamlTree& tree, const YamlNode& mapping, std::string_view key) {
  const YamlNode* value = tree.find(mapping, key);
  return value && value->kind == YamlNode::Kind::scalar ? std::string_view(value->text) : std::string_view();
}

void check_leads_to(Reader& reader, const std::vector<const YamlNode*>& stages) {
  const YamlTree& tree = reader.tree();
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const YamlNode* leads_to = tree.find(*stages[i], "leads_to");
    if (!leads_to || leads_to->is_null()) continue;
    if (i + 1 < stages.size())
      reader.complain_at_handle(*leads_to, "leads-to-not-last", msg("map.leads_to_not_last"), msg("map.leads_to_not_last_hint"));
    else if (text_of(tree, *stages[i], "id") == leads_to->text) reader.complain(*leads_to, "leads-to-itself", msg("map.leads_to_itself"));
  }
}

struct Group {
  const YamlNode* first = nullptr;
  const YamlNode* stage = nullptr;
  int members = 0;
  bool split = false;
};

void check_alternatives(Reader& reader, const std::vector<const YamlNode*>& stages) {
  const YamlTree& tree = reader.tree();
  std::map<std::string_view, Group> groups;
  for (const YamlNode* stage : stages) {
    for (const YamlNode* touchpoint : items_of(tree, *stage, "touchpoints")) {
      const YamlNode* alternative = tree.find(*touchpoint, "alternative");
      if (!alternative || alternative->kind != YamlNode::Kind::scalar) continue;
      Group& group = groups[alternative->text];
      if (group.members++ == 0) group.first = alternative, group.stage = stage;
      if (group.stage != stage && !std::exchange(group.split, true))
        reader.complain(*alternative, "split-alternative", msg("map.split_alternative", {{"id", shown(alternative->text)}}),
                        msg("map.split_alternative_hint"));
    }
  }
  for (const auto& [id, group] : groups)
    if (group.members == 1)
      reader.complain(*group.first, "lonely-alternative", msg("map.lonely_alternative", {{"id", shown(id)}}), msg("map.lonely_alternative_hint"),
                      Severity::warning);
}

// Stages dated one after another must not go round in a circle.
void check_circles(Reader& reader, const std::vector<const YamlNode*>& stages) {
  const YamlTree& tree = reader.tree();
  std::map<std::string_view, const YamlNode*> after;  // stage id -> its `after`
  for (const YamlNode* stage : stages) {
    const YamlNode* when = tree.find(*stage, "when");
    const YamlNode* value = when ? tree.find(*when, "after") : nullptr;
    if (value && value->kind == YamlNode::Kind::scalar) after.try_emplace(text_of(tree, *stage, "id"), value);
  }
  std::set<std::string_view> done;
  for (const auto& [start, first] : after) {
    std::set<std::string_view> seen;
    for (std::string_view id = start; after.contains(id) && !done.contains(id); id = after[id]->text) {
      if (seen.insert(id).second) continue;
      reader.complain(*after[id], "when-circle", msg("map.when.circle", {{"id", shown(id)}}), msg("map.when.circle_hint"));
      break;
    }
    done.insert(seen.begin(), seen.end());
  }
}

void check_target_date(Reader& reader, const YamlNode& root, const std::vector<const YamlNode*>& stages) {
  const YamlTree& tree = reader.tree();
  if (tree.find(root, "target_date")) return;
  for (const YamlNode* stage : stages) {
    const YamlNode* when = tree.find(*stage, "when");
    const YamlNode* value = when ? tree.find(*when, "before_target") : nullptr;
    if (value && !value->is_null()) reader.complain_at_handle(*value, "no-target-date", msg("map.when.no_target"), msg("map.when.no_target_hint"));
  }
}

}  // namespace

void check_whole_map(Reader& reader, const YamlNode& root, const JourneyMap&) {
  const auto stages = items_of(reader.tree(), root, "stages");
  check_leads_to(reader, stages);
  check_alternatives(reader, stages);
  check_circles(reader, stages);
  check_target_date(reader, root, stages);
}

}  // namespace parcours
