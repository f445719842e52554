#include "check/rule_case.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "questions/statistics.h"

namespace parcours::test {
namespace {

TouchpointFigures visited(const std::string& id, std::int64_t journeys, std::int64_t lost) {
  TouchpointFigures figures;
  figures.id = id;
  figures.has_rule = true;
  figures.customers = figures.journeys = figures.visits = journeys;
  figures.lost = figures.lost_customers = lost;
  figures.drop_off = wilson(lost, journeys);
  return figures;
}

template <class Change>
void touch(MeasureAnswer& answer, const std::string& id, Change change) {
  for (auto& stage : answer.all.stages)
    for (auto& touchpoint : stage.touchpoints)
      if (touchpoint.id == id) change(touchpoint);
}

void put(MeasureAnswer& answer, const TouchpointFigures& figures) {
  touch(answer, figures.id, [&](auto& touchpoint) { touchpoint = figures; });
}

void read_score(std::istream& words, MeasureAnswer& answer, const std::string& id) {
  Estimate emotion;
  words >> emotion.value >> emotion.low >> emotion.high >> emotion.n;
  touch(answer, id, [&](auto& touchpoint) { touchpoint.score = ScoreFigure{.scale = ScoreScale::one_to_five, .n = emotion.n, .emotion = emotion}; });
}

}  // namespace

CaseParts read_case(const std::string& path) {
  CaseParts parts;
  std::ifstream in(path);
  std::string* part = nullptr;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("--- ")) part = &parts[line.substr(4)];
    else if (part) *part += line + "\n";
  }
  return parts;
}

std::optional<MeasureAnswer> figures_of(const std::string& facts, const JourneyMap& map) {
  if (facts.empty()) return std::nullopt;
  MeasureAnswer answer;
  for (const auto& stage : map.stages) {
    answer.all.stages.push_back({.id = stage.id});
    for (const auto& touchpoint : stage.touchpoints)
      answer.all.stages.back().touchpoints.push_back({.id = touchpoint.id, .has_rule = !touchpoint.match.empty()});
  }
  std::istringstream lines(facts);
  for (std::string word, a, b; lines >> word;) {
    std::int64_t m = 0, n = 0;
    if (word == "visited" && lines >> a >> m >> n) put(answer, visited(a, m, n)), answer.claimed_events += m, answer.basis.events += m;
    if (word == "unclaimed" && lines >> a >> n) answer.unclaimed.push_back({a, n}), answer.basis.events += n;
    if (word == "silent" && lines >> a >> n >> b) {  // touchpoint, events, field, values up to the end of the line
      std::string values;
      std::getline(lines, values);
      std::istringstream each(values);
      SilentRule rule{a, n, b, {}};
      for (std::string value; each >> value;) rule.values.push_back(value);
      answer.silent.push_back(std::move(rule));
    }
    if (word == "overlap" && lines >> a >> b >> n) answer.overlaps.push_back({a, b, n});
    if (word == "reached" && lines >> a >> n) touch(answer, a, [n](auto& figures) { figures.to_goal = wilson(n, figures.journeys); });
    if (word == "score" && lines >> a) read_score(lines, answer, a);
    if (word == "closed") lines >> answer.all.closed;
    if (word == "identities") lines >> answer.identities >> answer.identities_joined;
    if (word == "last" && lines >> a) answer.basis.last = day_number(parse_date(a).value()) * kDay;
  }
  answer.basis.events = std::max<std::int64_t>(answer.basis.events, 1);
  return answer;
}

}  // namespace parcours::test
