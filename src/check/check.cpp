#include "check/check.h"

#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

const Ignore* ignore_of(const JourneyMap& map, std::string_view code, std::string_view at) {
  const auto found = std::find_if(map.ignores.begin(), map.ignores.end(),
                                  [&](const Ignore& ignore) { return ignore.rule == code && (ignore.at.empty() || ignore.at == at); });
  return found == map.ignores.end() ? nullptr : &*found;
}

RuleOutcome apply(const CheckRule& rule, const Subject& subject, CheckedMap& checked) {
  RuleFindings complaints(subject, rule.code, rule.severity);
  rule.look(subject, complaints);
  RuleOutcome outcome{&rule, complaints.elements(), 0, {}};
  const auto short_elements = complaints.short_elements();
  for (auto& complaint : complaints.take()) {
    if (const auto* ignore = ignore_of(subject.map(), rule.code, complaint.at)) {
      checked.ignored.push_back({std::move(complaint.diagnostic), ignore->why});
      continue;
    }
    outcome.at.push_back(std::move(complaint.at));
    checked.findings.push_back(std::move(complaint.diagnostic));
  }
  if (!outcome.at.empty() || !ignore_of(subject.map(), rule.code, ""))
    outcome.fell_short = std::min(outcome.looked_at, short_elements.value_or(outcome.at.size()));
  return outcome;
}

}  // namespace

std::span<const CheckRule* const> all_rules() { return kRules; }

const CheckRule* rule_named(std::string_view code) {
  for (const CheckRule* rule : kRules)
    if (rule->code == code) return rule;
  return nullptr;
}

CheckedMap check_map(const Subject& subject) {
  CheckedMap checked;
  std::vector<RuleOutcome> outcomes;
  for (const CheckRule* rule : kRules) outcomes.push_back(apply(*rule, subject, checked));
  std::stable_sort(checked.findings.begin(), checked.findings.end(), [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
  std::stable_sort(checked.ignored.begin(), checked.ignored.end(),
                   [](const auto& a, const auto& b) { return a.finding.place.begin < b.finding.place.begin; });
  checked.score = score_of(subject, outcomes);
  return checked;
}

std::string explain(const CheckRule& rule, Lang lang) {
  const std::string key = "rule." + std::string(rule.code);
  std::string out =
      std::string(rule.code) + " (" + std::string(code_of(rule.test)) + ", " + text("severity." + std::string(code_of(rule.severity)), lang) + ")\n";
  out += text(key + ".title", lang) + "\n\n";
  out += text(key + ".why", lang) + "\n\n";
  out += text("check.mend", lang) + " " + text(key + ".mend", lang) + "\n";
  return out;
}

Json to_json(const Diagnostic& finding, Lang lang) {
  Json json = {{"code", finding.code}, {"severity", code_of(finding.severity)}};
  if (const auto* rule = rule_named(finding.code)) json["test"] = code_of(rule->test);
  json["message"] = render(finding.message, lang);
  json["hint"] = finding.hint ? Json(render(*finding.hint, lang)) : Json();
  json["file"] = finding.place.file;
  json["line"] = finding.place.line;
  json["column"] = finding.place.column;
  json["begin"] = finding.place.begin;
  json["end"] = finding.place.end;
  return json;
}

}  // namespace parcours
