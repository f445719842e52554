#include <algorithm>
#include <map>
#include <set>

#include "check/rules/registry.h"

namespace parcours {
namespace {

using OpenedBy = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> opened_by(const JourneyMap& map) {
  std::vector<std::string> out;
  for (const Stage& stage : map.stages)
    if (!stage.opens.empty()) out.push_back(stage.opens);
  each_touchpoint(map, [&](const Stage&, const Touchpoint& touchpoint) {
    if (!touchpoint.opens.empty()) out.push_back(touchpoint.opens);
  });
  return out;
}

// The way from `id` to `wanted`, both included, as short as it can be; empty: there is none.
std::vector<std::string> way(const OpenedBy& opens, const std::string& id, const std::string& wanted) {
  std::vector<std::vector<std::string>> ways = {{id}};
  std::set<std::string> seen = {id};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const std::vector<std::string> here = ways[i];
    if (here.back() == wanted) return here;
    const auto next = opens.find(here.back());
    if (next == opens.end()) continue;
    for (const std::string& to : next->second)
      if (seen.insert(to).second) ways.push_back(here), ways.back().push_back(to);
  }
  return {};
}

void opens_in_circle(const Subject& subject, RuleFindings& complaints) {
  OpenedBy opens;
  for (const JourneyMap& other : subject.beside) opens[other.id] = opened_by(other);
  opens[subject.map().id] = opened_by(subject.map());
  const auto visit = [&](const std::string& opened, const std::string& path, const std::string& id) {
    if (opened.empty()) return;
    complaints.looked_at(1);
    const auto circle = way(opens, opened, subject.map().id);
    if (circle.empty()) return;
    std::string words = subject.map().id;
    for (const std::string& map : circle) words += " → " + map;
    complaints.at(path, id, msg("rule.opens-in-circle.message", {{"way", words}}), msg("rule.opens-in-circle.hint"));
  };
  for (const Stage& stage : subject.map().stages) visit(stage.opens, "stages/" + stage.id + "/opens", stage.id);
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    visit(touchpoint.opens, path_of(stage, touchpoint, "opens"), touchpoint.id);
  });
}

}  // namespace

const CheckRule kOpensInCircle{"opens-in-circle", GoodJourneyTest::precision, Severity::warning, opens_in_circle};

}  // namespace parcours
