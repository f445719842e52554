#include "check/score.h"

#include <algorithm>
#include <cmath>

#include "check/element.h"

namespace parcours {
namespace {

constexpr std::size_t kNextSteps = 3;
constexpr int kLeastToPass = 50;
constexpr std::string_view kMostToHave = "mostly-assumed";  // facts are no better than the share that is not assumed: its mark caps C4
constexpr double kWarningWeight = 3, kNoteWeight = 1;

double weight_of(const CheckRule& rule) { return rule.severity == Severity::note ? kNoteWeight : kWarningWeight; }

double mark_of(const RuleOutcome& outcome) { return 1 - static_cast<double>(outcome.fell_short) / static_cast<double>(outcome.looked_at); }

TestScore score_test(GoodJourneyTest test, const std::vector<RuleOutcome>& outcomes) {
  TestScore made{test, {}, true, {}};
  double sum = 0, weights = 0, most = 1;
  for (const auto& outcome : outcomes) {
    if (outcome.rule->test != test || outcome.looked_at == 0) continue;
    made.outcomes.push_back(outcome);
    made.passed = made.passed && (outcome.fell_short == 0 || outcome.rule->severity == Severity::note);
    sum += weight_of(*outcome.rule) * mark_of(outcome);
    weights += weight_of(*outcome.rule);
    if (outcome.rule->code == kMostToHave) most = std::min(most, mark_of(outcome));
  }
  constexpr double kHair = 1e-9;  // a sum of thirds that should be whole
  if (weights > 0) made.score = static_cast<int>(std::floor(100 * std::min(sum / weights, most) + kHair));
  made.passed = made.passed && made.score.value_or(100) >= kLeastToPass;
  return made;
}

// Weight of an element: how important the author calls it, how many customers pass it, how many it loses.
double weight_of(const ElementInMap& element) {
  constexpr double kUsualImportance = 3;
  return element.importance.value_or(static_cast<int>(kUsualImportance)) / kUsualImportance * (1 + element.reach + element.drop_off);
}

struct Weighed {
  std::string id;
  ElementInMap element;
  double weight;
};

NextStep next_step(const Subject& subject, const RuleOutcome& outcome) {
  std::vector<Weighed> found;
  for (const auto& id : outcome.at) {
    if (std::any_of(found.begin(), found.end(), [&](const Weighed& other) { return other.id == id; })) continue;
    ElementInMap element = element_in(subject.measured, id);
    const double weight = weight_of(element);
    found.push_back({id, std::move(element), weight});
  }
  std::stable_sort(found.begin(), found.end(), [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
  NextStep step{outcome.rule, {}, {}, {}, weight_of(*outcome.rule) * found.front().weight};
  for (auto& [id, element, weight] : found) {
    if (element.journeys) step.journeys = std::max(step.journeys.value_or(0), *element.journeys);
    if (element.name.empty()) continue;
    step.at.push_back(id);
    step.names.push_back(std::move(element.name));
  }
  return step;
}

}  // namespace

MapScore score_of(const Subject& subject, const std::vector<RuleOutcome>& outcomes) {
  MapScore score;
  for (std::size_t i = 0; i < score.tests.size(); ++i) score.tests[i] = score_test(static_cast<GoodJourneyTest>(i), outcomes);
  for (const auto& outcome : outcomes)
    if (!outcome.at.empty()) score.next.push_back(next_step(subject, outcome));
  std::stable_sort(score.next.begin(), score.next.end(),
                   [](const NextStep& a, const NextStep& b) { return a.weight != b.weight ? a.weight > b.weight : a.at.size() > b.at.size(); });
  if (score.next.size() > kNextSteps) score.next.resize(kNextSteps);
  return score;
}

Json to_json(const MapScore& score, Lang lang) {
  Json tests = Json::array(), next = Json::array();
  for (const auto& test : score.tests) {
    const std::string code(code_of(test.test));
    Json marks = Json::array();
    for (const auto& outcome : test.outcomes)
      marks.push_back({{"rule", outcome.rule->code}, {"looked_at", outcome.looked_at}, {"fell_short", outcome.fell_short}});
    Json json = {{"test", code}, {"name", text("check.test." + code, lang)}};
    json["score"] = test.score ? Json(*test.score) : Json();
    json["passed"] = test.passed;
    json["marks"] = std::move(marks);
    tests.push_back(std::move(json));
  }
  for (const auto& step : score.next) {
    Json names = Json::array();
    for (const auto& name : step.names) names.push_back(name.in(lang));
    Json json = {{"rule", step.rule->code}, {"do", text("rule." + std::string(step.rule->code) + ".next", lang)}, {"at", step.at}};
    json["names"] = std::move(names);
    json["journeys"] = step.journeys ? Json(*step.journeys) : Json();
    json["weight"] = step.weight;
    next.push_back(std::move(json));
  }
  return {{"tests", std::move(tests)}, {"next", std::move(next)}};
}

}  // namespace parcours
