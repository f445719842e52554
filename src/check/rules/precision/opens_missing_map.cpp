#include <algorithm>

#include "base/suggest.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

void opens_missing_map(const Subject& subject, RuleFindings& complaints) {
  std::vector<std::string> known = {subject.map().id};
  for (const JourneyMap& other : subject.beside) known.push_back(other.id);
  const auto visit = [&](const std::string& opens, const std::string& path, const std::string& id) {
    if (opens.empty()) return;
    complaints.looked_at(1);
    if (std::find(known.begin(), known.end(), opens) != known.end()) return;
    const auto near = nearest(opens, known);
    complaints.at(path, id, msg("rule.opens-missing-map.message", {{"id", id}, {"map", opens}}),
                  near ? msg("rule.opens-missing-map.meant", {{"map", *near}}) : msg("rule.opens-missing-map.hint", {{"map", opens}}));
  };
  for (const Stage& stage : subject.map().stages) visit(stage.opens, "stages/" + stage.id + "/opens", stage.id);
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    visit(touchpoint.opens, path_of(stage, touchpoint, "opens"), touchpoint.id);
  });
}

}  // namespace

const CheckRule kOpensMissingMap{"opens-missing-map", GoodJourneyTest::precision, Severity::warning, opens_missing_map};

}  // namespace parcours
