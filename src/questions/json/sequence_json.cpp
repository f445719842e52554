// The JSON of funnel, flow, variants, retention and channels.
#include "questions/json/parts.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

Json to_json(const std::vector<FunnelStepCount>& steps) {
  Json out = Json::array();
  for (const auto& step : steps) {
    Json row{{"step", step.step},
             {"count", step.count},
             {"open", step.open},
             {"median_s", optional_number(step.median_s)},
             {"median_total_s", optional_number(step.median_total_s)},
             {"share_of_first", to_json(step.share_of_first)},
             {"share_of_previous", to_json(step.share_of_previous)},
             {"closed_share_of_first", to_json(step.closed_share_of_first)},
             {"closed_share_of_previous", to_json(step.closed_share_of_previous)}};
    if (!step.customers.empty()) row["customers"] = step.customers;
    out.push_back(std::move(row));
  }
  return out;
}

Json starts_json(const std::vector<FlowEnd>& starts) {
  Json out = Json::array();
  for (const auto& start : starts) out.push_back({{"at", start.at}, {"count", start.count}});
  return out;
}

Json ends_json(const std::vector<FlowEnd>& ends) {
  Json out = Json::array();
  for (const auto& end : ends) out.push_back({{"at", end.at}, {"count", end.count}, {"open", end.open}});
  return out;
}

}  // namespace

void put_answer(Json& out, const FunnelAnswer& answer) {
  out["steps"] = to_json(answer.steps);
  if (answer.segments.empty()) return;
  Json& segments = out["segments"] = Json::array();
  for (const auto& segment : answer.segments) segments.push_back({{"value", optional_text(segment.value)}, {"steps", to_json(segment.steps)}});
}

void put_answer(Json& out, const FlowAnswer& answer) {
  Json& edges = out["edges"] = Json::array();
  for (const auto& e : answer.edges)
    edges.push_back({{"from", e.from},
                     {"to", e.to},
                     {"count", e.count},
                     {"moves", e.moves},
                     {"mean_s", optional_number(e.mean_s)},
                     {"median_s", optional_number(e.median_s)}});
  out["starts"] = starts_json(answer.starts);
  out["ends"] = ends_json(answer.ends);
}

void put_answer(Json& out, const VariantsAnswer& answer) {
  out["total"] = answer.total;
  out["sequences"] = answer.sequences;
  out["mean_duration_s"] = optional_number(answer.mean_duration_s);
  out["median_duration_s"] = optional_number(answer.median_duration_s);
  Json& variants = out["variants"] = Json::array();
  for (const auto& v : answer.variants)
    variants.push_back({{"path", v.path}, {"count", v.count}, {"open", v.open}, {"share", to_json(wilson(v.count, answer.sequences))}});
}

void put_answer(Json& out, const RetentionAnswer& answer) {
  Json& cohorts = out["cohorts"] = Json::array();
  for (const auto& cohort : answer.cohorts) {
    Json cells = Json::array();
    for (const auto& cell : cohort.cells)
      cells.push_back({{"n", cell.n}, {"over", cell.over}, {"active_share", to_json(wilson(cell.n, cohort.size))}});
    cohorts.push_back({{"start", show(cohort.start)}, {"size", cohort.size}, {"cells", std::move(cells)}});
  }
  Json& mean = out["mean"] = Json::array();
  for (const auto& share : answer.mean) mean.push_back(to_json(share));
  if (!answer.repurchase) return;
  const Repurchase& r = *answer.repurchase;
  out["repurchase"] = {
      {"buyers", r.buyers}, {"repeat", r.repeat}, {"share", to_json(r.share)}, {"time_to_second", to_json(std::span(r.time_to_second))}};
}

void put_answer(Json& out, const ChannelsAnswer& answer) {
  const auto channel = [](const std::string& name) { return name.empty() ? Json() : Json(name); };
  Json& moves = out["moves"] = Json::array();
  for (const auto& m : answer.moves) moves.push_back({{"from", channel(m.from)}, {"to", channel(m.to)}, {"moves", m.moves}, {"count", m.count}});
  Json& last = out["last"] = Json::array();
  for (const auto& l : answer.last) last.push_back({{"channel", channel(l.channel)}, {"count", l.count}});
  Json& changes = out["changes"] = Json::array();
  for (const auto& c : answer.changes)
    changes.push_back({{"from", channel(c.from)}, {"to", channel(c.to)}, {"moves", c.moves}, {"went_on", to_json(c.went_on)}});
  out["went_on_after_staying"] = to_json(answer.went_on_after_staying);
  out["on_two_or_more"] = to_json(answer.on_two_or_more);
  out["joined"] = to_json(answer.joined);
  out["cannot_be_seen"] = answer.unseen.has_value();
  out["cannot_be_seen_because"] = answer.unseen ? Json(code_of(*answer.unseen)) : Json();
}

}  // namespace parcours
