// What check says of a map, each finding with the element it is about.
#include "app/check_report.h"
#include "map/yaml_tree.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

// The path of the innermost element that holds the byte; "" for the map as a whole.
std::string path_at(const YamlTree& tree, std::size_t byte) {
  std::string path;
  if (tree.empty()) return path;
  for (const YamlNode* here = &tree.root();;) {
    const YamlNode* inner = nullptr;
    for (const int child : here->children)
      if (tree.node(child).lead <= byte && byte < tree.node(child).end) inner = &tree.node(child);
    if (!inner) return tree.path_of(*here);
    here = inner;
  }
}

}  // namespace

Response get_findings(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  const auto report = check_report(call.workspace, map->value.id, false);
  if (!report.ok()) return failure_reply(report.failure(), call.lang);
  Json json = report_json(*report, call.lang);
  const SourceText& source = report->map.source;
  for (Json& finding : json["findings"]) {
    const bool placed = finding["file"] == source.file() && finding["line"] != 0 && source.tree();
    finding["path"] = placed ? path_at(*source.tree(), finding["begin"].get<std::size_t>()) : "";
    if (const auto* rule = rule_named(finding["code"].get<std::string>())) finding["do"] = text("rule." + std::string(rule->code) + ".next", call.lang);
    finding["in_map"] = finding["file"] == source.file();
    finding["file"] = file_name(finding["file"].get<std::string>());
  }
  json["file"] = file_name(source.file());
  return json_reply(json);
}

}  // namespace parcours
