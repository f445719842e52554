#include "map/redate.h"

#include <algorithm>
#include <cassert>

#include "map/splice.h"

namespace parcours {
namespace {

constexpr std::int64_t kWeekDays = 7;

Date next_such_day(Date day, Date today) {
  while (day <= today) ++day.year;
  while (!exists(day)) --day.day;  // 29 February
  return day;
}

bool is_of_the_plan(std::string_view key) { return key == "due" || key == "done" || key == "start" || key == "end"; }

}  // namespace

std::string redated(const MapFile& map, Date today) {
  assert(map.usable());
  if (!map.value.reviewed || *map.value.reviewed >= today) return map.source.text();
  const std::int64_t days = day_number(today) - day_number(*map.value.reviewed);
  std::vector<Splice> splices;
  const YamlTree& tree = *map.source.tree();
  for (const YamlNode& node : tree.nodes) {
    if (node.key < 0 || node.kind != YamlNode::Kind::scalar) continue;
    const std::string& key = tree.node(node.key).text;
    const auto date = parse_date(node.text);
    if (!date) continue;
    if (key == "reviewed") splices.push_back({node.begin, node.end, show(today)});
    if (key == "target_date") splices.push_back({node.begin, node.end, show(next_such_day(*date, today))});
    if (is_of_the_plan(key)) splices.push_back({node.begin, node.end, show(plus_days(*date, days - days % kWeekDays))});
  }
  auto text = spliced(map.source.text(), std::move(splices));
  assert(text && "scalars do not overlap");
  return *std::move(text);
}

}  // namespace parcours
