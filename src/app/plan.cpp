#include "app/plan.h"

#include "check/check.h"
#include "questions/answer_json.h"

namespace parcours {
namespace {

// The workspace's other maps that can be read; those that cannot are not this command's matter.
std::vector<MapFile> other_maps(const Workspace& workspace, const std::string& id) {
  std::vector<MapFile> others;
  for (const auto& name : workspace.map_names()) {
    if (name == id) continue;
    auto map = workspace.map(name);
    if (map.ok() && map->usable()) others.push_back(std::move(*map));
  }
  return others;
}

Json date_json(const std::optional<Date>& date) { return date ? Json(show(*date)) : Json(); }
Json range_json(const std::optional<Date>& earliest, const std::optional<Date>& latest) {
  return earliest ? Json{{"earliest", show(*earliest)}, {"latest", date_json(latest)}} : Json();
}

Json content_json(const Content& content, const PlannedContent& planned, Lang lang) {
  Json json = {{"index", planned.index}, {"kind", content.kind}, {"text", content.text.in(lang)}};
  json["channels"] = planned.channels;
  json["team"] = planned.team.empty() ? Json() : Json(planned.team.in(lang));
  json["lead_days"] = planned.lead_days ? Json(*planned.lead_days) : Json();
  json["work_from"] = range_json(planned.work_from, planned.work_from_latest);
  return json;
}

Json stage_json(const Stage& stage, const PlannedStage& planned, Lang lang) {
  const StageDates& dates = planned.dates;
  Json json = {{"id", stage.id}, {"name", stage.name.in(lang)}};
  json["from"] = range_json(dates.from_earliest, dates.from_latest);
  json["until"] = range_json(dates.until_earliest, dates.until_latest);
  json["end_is_next_start"] = dates.end_is_next_start;
  json["contents"] = Json::array();
  for (const PlannedContent& content : planned.contents) json["contents"].push_back(content_json(stage.contents[content.index], content, lang));
  return json;
}

Json findings_json(const Plan& plan, Lang lang) {
  Json json = Json::array();
  for (const PlanFinding& finding : plan.findings) {
    json.push_back(to_json(finding.what, lang));
    json.back()["stage"] = finding.stage;
  }
  return json;
}

Json delays_json(const std::vector<StageDelay>& delays) {
  Json json = Json::array();
  for (const StageDelay& delay : delays)
    json.push_back({{"from", delay.from},
                    {"to", delay.to},
                    {"planned_days", {delay.days_min, delay.days_max}},
                    {"measured_days", delay.measured ? to_json(*delay.measured) : Json()},
                    {"verdict", code_of(delay.verdict)}});
  return json;
}

}  // namespace

Result<PlannedMap> plan_map(Workspace& workspace, const MapFile& map, const PlanOptions& options) {
  PlannedMap planned;
  PARCOURS_TRY(planned.measured, measured_or_not(workspace, map, options.no_events));
  if (options.start) {
    auto started = started_on(planned.measured.map, *options.start);
    if (!started) return misuse(msg("app.plan_has_no_start", {{"file", map.source.file()}}), msg("app.plan_has_no_start.hint"));
    planned.measured.map = std::move(*started);
  }
  const auto others = other_maps(workspace, map.value.id);
  const Date today = workspace.zone().date(workspace.doors().clock.now());
  PlanRequest request{planned.measured.map, map.source, workspace.settings(), options.as_of.value_or(today)};
  for (const MapFile& other : others) request.others.push_back(&other.value);
  planned.plan = make_plan(request);
  planned.delays = stage_delays(planned.measured, planned.plan);
  return planned;
}

Json plan_json(const PlannedMap& planned, const Zone& zone, Lang lang) {
  const JourneyMap& map = planned.measured.map;
  const auto& figures = planned.measured.figures;
  Json json = {{"version", 1}, {"question", "plan"}, {"definition", text("app.plan.definition", lang)}, {"unit", "day"}};
  json["as_of"] = show(planned.plan.as_of);
  json["synthetic"] = figures && figures->basis.synthetic;
  json["map"] = map.id;
  json["timezone"] = zone.name();
  json["target_date"] = date_json(planned.plan.target);
  json["starts_today"] = planned.plan.starts_today;
  json["stages"] = Json::array();
  for (std::size_t i = 0; i < map.stages.size(); ++i) json["stages"].push_back(stage_json(map.stages[i], planned.plan.stages[i], lang));
  json["findings"] = findings_json(planned.plan, lang);
  json["ignored"] = planned.plan.ignored;
  json["delays"] = delays_json(planned.delays);
  return json;
}

}  // namespace parcours
