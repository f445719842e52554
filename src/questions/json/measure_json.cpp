#include "questions/json/parts.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

Json to_json(const TimeFigure& time) {
  return {
      {"n", time.n}, {"median_s", to_json(time.median)}, {"p25_s", to_json(time.p25)}, {"p75_s", to_json(time.p75)}, {"p90_s", to_json(time.p90)}};
}

Json to_json(const std::optional<ScoreFigure>& score) {
  if (!score) return nullptr;
  Json out{{"scale", code_of(score->scale)}, {"n", score->n}};
  if (score->nps) out["nps"] = to_json(*score->nps);
  if (score->csat) out["csat"] = to_json(*score->csat);
  if (score->ces_mean) out["ces_mean"] = to_json(*score->ces_mean);
  if (score->ces_high) out["ces_high"] = to_json(*score->ces_high);
  out["emotion"] = to_json(score->emotion);
  return out;
}

Json to_json(const TouchpointFigures& t) {
  Json out{{"id", t.id},
           {"has_rule", t.has_rule},
           {"customers", t.customers},
           {"journeys", t.journeys},
           {"visits", t.visits},
           {"journeys_share", to_json(t.journeys_share)},
           {"to_next_stage", to_json(t.to_next_stage)},
           {"to_goal", to_json(t.to_goal)},
           {"lost", t.lost},
           {"lost_customers", t.lost_customers},
           {"drop_off", to_json(t.drop_off)},
           {"at_stake", to_json(t.at_stake)},
           {"chance_lost", optional_number(t.chance_lost)},
           {"within", to_json(t.within)},
           {"to_next", to_json(t.to_next)},
           {"to_goal_time", to_json(t.to_goal_time)},
           {"repeats", to_json(t.repeats)},
           {"failed", t.failed},
           {"score", to_json(t.score)}};
  Json& channels = out["channels"] = Json::array();
  for (const auto& [channel, visits] : t.channels) channels.push_back({{"channel", channel.empty() ? Json() : Json(channel)}, {"visits", visits}});
  return out;
}

Json to_json(const StageFigures& s) {
  Json out{{"id", s.id},
           {"customers", s.customers},
           {"journeys", s.journeys},
           {"visits", s.visits},
           {"journeys_share", to_json(s.journeys_share)},
           {"to_next_stage", to_json(s.to_next_stage)},
           {"to_goal", to_json(s.to_goal)},
           {"lost", s.lost},
           {"lost_customers", s.lost_customers},
           {"drop_off", to_json(s.drop_off)},
           {"at_stake", to_json(s.at_stake)},
           {"within", to_json(s.within)},
           {"to_next", to_json(s.to_next)},
           {"score", to_json(s.score)},
           {"river", {{"in", s.river_in}, {"lost", s.river_lost}, {"open", s.river_open}, {"out", s.river_out}, {"goes_on", to_json(s.goes_on)}}}};
  Json& touchpoints = out["touchpoints"] = Json::array();
  for (const auto& touchpoint : s.touchpoints) touchpoints.push_back(to_json(touchpoint));
  return out;
}

void put_figures(Json& out, const MeasuredFigures& figures) {
  Json& stages = out["stages"] = Json::array();
  for (const auto& stage : figures.stages) stages.push_back(to_json(stage));
  Json& arrows = out["arrows"] = Json::array();
  for (const auto& a : figures.arrows)
    arrows.push_back({{"from", a.from}, {"to", a.to}, {"count", a.count}, {"moves", a.moves}, {"median_s", optional_number(a.median_s)}});
  out["customers"] = figures.customers;
  out["journeys"] = figures.journeys;
  out["open"] = figures.open;
  out["closed"] = figures.closed;
  out["reached_goal"] = figures.reached_goal;
  out["closed_without_goal"] = figures.closed_without_goal;
  out["conversion"] = to_json(figures.conversion);
  out["conversion_with_open"] = to_json(figures.conversion_with_open);
  out["goal_value"] = to_json(figures.goal_value);
  out["median_to_goal_s"] = optional_number(figures.median_to_goal_s);
  out["time_to_goal"] = to_json(std::span(figures.time_to_goal));
  out["returned"] = to_json(figures.returned);
}

Json coverage_json(const MeasureAnswer& answer) {
  Json out = to_json(wilson(answer.claimed_events, answer.basis.events));
  Json& unclaimed = out["unclaimed"] = Json::array();
  for (const auto& u : answer.unclaimed) unclaimed.push_back({{"event", u.event}, {"count", u.count}});
  Json& overlaps = out["overlaps"] = Json::array();
  for (const auto& o : answer.overlaps) overlaps.push_back({{"first", o.first}, {"second", o.second}, {"events", o.events}});
  out["off_map"] = answer.off_map;
  out["identities"] = answer.identities;
  out["identities_joined"] = answer.identities_joined;
  return out;
}

}  // namespace

void put_answer(Json& out, const MeasureAnswer& answer) {
  put_figures(out, answer.all);
  out["coverage"] = coverage_json(answer);
  if (answer.segments.empty()) return;
  Json& segments = out["segments"] = Json::array();
  for (const auto& segment : answer.segments) {
    Json row{{"value", optional_text(segment.value)}};
    put_figures(row, segment.figures);
    segments.push_back(std::move(row));
  }
}

}  // namespace parcours
