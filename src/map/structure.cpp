#include "map/structure.h"

#include <algorithm>
#include <cassert>

#include "map/splice.h"

namespace parcours {
namespace {

// What stays of a mapping, and the list of mappings below it.
struct Level {
  std::vector<std::string_view> stays;
  std::string_view list;
  const Level* below = nullptr;
};

const Level& touchpoint_level() {
  static const Level kLevel{{"id", "name", "channel", "starts", "served_by", "why", "optional", "repeatable", "alternative"}, {}, nullptr};
  return kLevel;
}

const Level& stage_level() {
  static const Level kLevel{{"id", "name", "phase", "leads_to", "repeatable"}, "touchpoints", &touchpoint_level()};
  return kLevel;
}

const Level& map_level() {
  static const Level kLevel{{"parcours", "title", "language", "state", "personas", "goal", "window", "inactivity"}, "stages", &stage_level()};
  return kLevel;
}

const Level& persona_level() {
  static const Level kLevel{{"parcours", "name"}, {}, nullptr};
  return kLevel;
}

class Emptying {
 public:
  Emptying(const std::string& text, const YamlTree& tree) : text_(text), tree_(tree), layout_(text, tree) {}

  std::string run(const Level& level) {
    mapping(tree_.root(), level);
    auto out = spliced(text_, std::move(splices_));
    assert(out && "the values of one mapping do not overlap");
    return *std::move(out);
  }

 private:
  std::string_view key_of(const YamlNode& child) const { return tree_.node(child.key).text; }

  // A touchpoint out of sight stays so; a rule speaks of the events of the map it was written for.
  bool stays(const YamlNode& child, const Level& level) const {
    const std::string_view key = key_of(child);
    if (key == "match") return &level == &touchpoint_level() && child.kind == YamlNode::Kind::scalar && child.text == "none";
    return key == level.list || std::find(level.stays.begin(), level.stays.end(), key) != level.stays.end();
  }

  void mapping(const YamlNode& node, const Level& level) {
    if (node.is_flow()) {
      splices_.push_back({node.begin, node.end, flow(node, level)});
      return;
    }
    for (const int index : node.children) {
      const YamlNode& child = tree_.node(index);
      if (!stays(child, level)) empty(child);
      else if (key_of(child) == level.list)
        for (const int element : child.children) mapping(tree_.node(element), *level.below);
    }
  }

  // The value goes; a comment behind the key stays, and the line break too.
  void empty(const YamlNode& child) {
    std::size_t begin = layout_.head_end(child), end = child.end;
    if (child.begin > layout_.line_end(begin)) begin = layout_.line_end(begin);
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    if (end > begin) splices_.push_back({begin, end, ""});
  }

  std::string flow(const YamlNode& node, const Level& level) const {
    std::string kept;
    for (const int index : node.children) {
      const YamlNode& child = tree_.node(index);
      if (!stays(child, level)) continue;
      const YamlNode& key = tree_.node(child.key);
      kept += (kept.empty() ? "" : ", ") + text_.substr(key.begin, key.end - key.begin) + ": ";
      kept += key_of(child) == level.list ? flow_list(child, *level.below) : text_.substr(child.begin, child.end - child.begin);
    }
    return "{" + kept + "}";
  }

  std::string flow_list(const YamlNode& list, const Level& level) const {
    std::string elements;
    for (const int index : list.children) elements += (elements.empty() ? "" : ", ") + flow(tree_.node(index), level);
    return "[" + elements + "]";
  }

  const std::string& text_;
  const YamlTree& tree_;
  YamlLayout layout_;
  std::vector<Splice> splices_;
};

std::string emptied(const SourceText& source, const Level& level) {
  if (!source.tree() || source.tree()->empty()) return source.text();
  return Emptying(source.text(), *source.tree()).run(level);
}

}  // namespace

std::string structure_of(const MapFile& map) {
  assert(map.usable());
  return emptied(map.source, map_level());
}

std::string structure_of(const PersonaFile& persona) {
  assert(persona.usable());
  return emptied(persona.source, persona_level());
}

}  // namespace parcours
