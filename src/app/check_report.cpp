#include "app/check_report.h"

#include <algorithm>

#include "app/brand_font.h"
#include "app/pictures.h"

namespace parcours {
namespace {

std::vector<JourneyMap> maps_beside(const Workspace& workspace, const std::string& id) {
  std::vector<JourneyMap> beside;
  for (const auto& name : workspace.map_names()) {
    if (name == id) continue;
    if (auto other = workspace.map(name); other.ok()) beside.push_back(std::move(other->value));
  }
  return beside;
}

Outcome apply_rules(Workspace& workspace, bool no_events, CheckReport& report) {
  PARCOURS_TRY(const MeasuredMap measured, measured_or_not(workspace, report.map, no_events));
  const Date today = workspace.zone().date(workspace.doors().clock.now());
  const auto beside = maps_beside(workspace, report.map.value.id);
  const auto views = workspace.views_of(report.map);
  for (const auto& file : views) report.found.sources.try_emplace(file.source.file(), file.source.text());
  CheckedMap checked = check_map({measured, report.map.source, today, beside, views});
  report.with_events = measured.figures.has_value();
  report.hypotheses = hypotheses_of(measured);
  report.score = std::move(checked.score);
  report.found.ignored = std::move(checked.ignored);
  report.found.findings.insert(report.found.findings.end(), checked.findings.begin(), checked.findings.end());
  return Done{};
}

// A map that is there and cannot even be read does not keep the others from being checked.
CheckReport unreadable(const std::string& name, Diagnostic why) {
  CheckReport report;
  report.map.value.id = stem_of(name);
  report.map.source = SourceText("maps/" + stem_of(name) + ".yaml", "", nullptr);
  why.code = "cannot-read", why.severity = Severity::error;
  why.place.file = report.map.source.file();
  report.map.diagnostics = {why};
  report.found.findings = {std::move(why)};
  return report;
}

}  // namespace

Result<CheckReport> check_report(Workspace& workspace, const std::string& name, bool no_events) {
  auto map = workspace.map(name);
  if (!map.ok() && map.failure().kind == FailureKind::misuse) return map.failure();
  if (!map.ok()) return unreadable(name, map.failure().what);
  CheckReport report;
  report.map = std::move(*map);
  report.found.findings = report.map.diagnostics;
  report.found.sources[report.map.source.file()] = report.map.source.text();
  auto around = workspace.around(report.map);
  for (auto& diagnostic : load_pictures(workspace, report.map).diagnostics) around.diagnostics.push_back(std::move(diagnostic));
  for (auto& diagnostic : load_brand_font(workspace).diagnostics) around.diagnostics.push_back(std::move(diagnostic));
  for (auto& diagnostic : around.diagnostics) {
    if (const auto text = workspace.doors().files.read(diagnostic.place.file, kMaxMapBytes); text.ok())
      report.found.sources.try_emplace(diagnostic.place.file, *text);
    report.found.findings.push_back(std::move(diagnostic));
  }
  if (report.map.usable()) PARCOURS_CHECK(apply_rules(workspace, no_events, report));
  return report;
}

std::int64_t CheckReport::count(Severity severity) const {
  return std::count_if(found.findings.begin(), found.findings.end(), [&](const auto& d) { return d.severity == severity; });
}

Json report_json(const CheckReport& report, Lang lang) {
  Json json = {{"version", 1}, {"findings", Json::array()}, {"ignored", report.found.ignored.size()}};
  for (const auto& finding : report.found.findings) json["findings"].push_back(to_json(finding, lang));
  json["map"] = report.map.value.id;
  json["file"] = report.map.source.file();
  json["with_events"] = report.with_events;
  json["hypotheses"] = to_json(report.hypotheses, lang);
  json["score"] = report.score ? to_json(*report.score, lang) : Json();
  return json;
}

}  // namespace parcours
