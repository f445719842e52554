#include "plan/plan.h"

#include <algorithm>

#include "plan/look.h"

namespace parcours {
namespace {

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

PlannedContent planned(const JourneyMap& map, const Content& content, std::size_t index, const StageDates& dates) {
  PlannedContent out;
  out.index = index;
  for (const auto& id : content.via) {
    const Touchpoint* touchpoint = map.touchpoint(id);
    if (!touchpoint) continue;
    add_once(out.channels, touchpoint->channel);
    if (touchpoint->starts == Initiator::company) add_once(out.pushed, touchpoint->channel);
    if (out.team.empty()) out.team = touchpoint->backstage.team;
  }
  if (!content.lead_time) return out;
  out.lead_days = whole_days(*content.lead_time);
  if (!dates.dated()) return out;
  out.work_from = moved(*dates.from_earliest, -*out.lead_days), out.work_from_latest = moved(*dates.from_latest, -*out.lead_days);
  return out;
}

bool has_relative_date(const JourneyMap& map) {
  return std::any_of(map.stages.begin(), map.stages.end(), [](const Stage& s) { return !s.when.after.empty() || s.when.lasts; });
}

bool is_ignored(const JourneyMap& map, const PlanFinding& finding) {
  return std::any_of(map.ignores.begin(), map.ignores.end(),
                     [&](const Ignore& ignore) { return ignore.rule == finding.what.code && (ignore.at.empty() || ignore.at == finding.stage); });
}

void look_for_findings(const PlanRequest& request, Plan& plan) {
  PlanLook look{request.map, request.source, request.settings, plan, request.others, {}, {}};
  for (const JourneyMap* other : request.others) look.others.push_back(bare_plan(*other, request.as_of));
  for (const auto part : {look_for_dates, look_for_lateness, look_for_collisions, look_for_overload, look_for_gaps, look_for_days_off}) part(look);
  for (auto& finding : look.findings) {
    if (is_ignored(request.map, finding)) ++plan.ignored;
    else plan.findings.push_back(std::move(finding));
  }
  std::stable_sort(plan.findings.begin(), plan.findings.end(), [](const PlanFinding& a, const PlanFinding& b) {
    const bool a_note = a.what.severity == Severity::note, b_note = b.what.severity == Severity::note;
    return a_note != b_note ? b_note : a.what.place.begin < b.what.place.begin;
  });
}

}  // namespace

Plan bare_plan(const JourneyMap& map, Date as_of) {
  Plan plan;
  plan.as_of = as_of;
  plan.target = map.target_date;
  auto dates = stage_dates(map);
  const bool nothing_dated = std::none_of(dates.begin(), dates.end(), [](const StageDates& d) { return d.dated(); });
  if (nothing_dated && has_relative_date(map))
    if (const auto started = started_on(map, as_of)) dates = stage_dates(*started), plan.starts_today = true;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    PlannedStage stage{std::move(dates[i]), {}};
    const auto& contents = map.stages[i].contents;
    for (std::size_t k = 0; k < contents.size(); ++k) stage.contents.push_back(planned(map, contents[k], k, stage.dates));
    plan.stages.push_back(std::move(stage));
  }
  return plan;
}

Plan make_plan(const PlanRequest& request) {
  Plan plan = bare_plan(request.map, request.as_of);
  look_for_findings(request, plan);
  return plan;
}

std::optional<Plan::Span> Plan::span() const {
  std::optional<Span> span;
  const auto take = [&](Date date) {
    if (!span) span = Span{date, date};
    span->first = std::min(span->first, date), span->last = std::max(span->last, date);
  };
  for (const PlannedStage& stage : stages) {
    if (!stage.dates.dated()) continue;
    take(*stage.dates.from_earliest), take(stage.dates.last_possible());
    for (const PlannedContent& content : stage.contents)
      if (content.work_from) take(*content.work_from);
  }
  if (span && target) take(*target);
  return span;
}

const PlannedStage* Plan::stage(std::string_view id) const {
  for (const PlannedStage& stage : stages)
    if (stage.dates.stage == id) return &stage;
  return nullptr;
}

bool Plan::has_warnings() const {
  return std::any_of(findings.begin(), findings.end(), [](const PlanFinding& finding) { return finding.what.severity != Severity::note; });
}

}  // namespace parcours
