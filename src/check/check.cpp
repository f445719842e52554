#include "check/check.h"

#include <algorithm>

#include "check/rules/registry.h"

namespace parcours {
namespace {

bool is_ignored(const JourneyMap& map, std::string_view code, std::string_view at) {
  return std::any_of(map.ignores.begin(), map.ignores.end(),
                     [&](const Ignore& ignore) { return ignore.rule == code && (ignore.at.empty() || ignore.at == at); });
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

}  // namespace

std::span<const CheckRule* const> all_rules() { return kRules; }

const CheckRule* rule_named(std::string_view code) {
  for (const CheckRule* rule : kRules)
    if (rule->code == code) return rule;
  return nullptr;
}

CheckedMap check_map(const Subject& subject) {
  CheckedMap checked;
  for (const CheckRule* rule : kRules) {
    RuleFindings complaints(subject, rule->code, rule->severity);
    rule->look(subject, complaints);
    for (auto& complaint : complaints.take()) {
      if (is_ignored(subject.map(), rule->code, complaint.at)) ++checked.ignored;
      else checked.findings.push_back(std::move(complaint.diagnostic));
    }
  }
  std::stable_sort(checked.findings.begin(), checked.findings.end(), [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
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

Json to_json(const std::vector<Diagnostic>& findings, int ignored, Lang lang) {
  Json json = {{"version", 1}, {"findings", Json::array()}, {"ignored", ignored}};
  for (const auto& finding : findings) json["findings"].push_back(to_json(finding, lang));
  return json;
}

}  // namespace parcours
