#include "questions/json/parts.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

Json optional_rule(const std::optional<Rule>& rule) { return rule ? Json(show_rule(*rule)) : Json(); }
Json optional_span(const std::optional<TimeMs>& span) { return span ? Json(show_exact_duration(*span)) : Json(); }
Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string_view code_of(NodesAre nodes) {
  static constexpr std::string_view kCodes[] = {"event", "channel", "source", "steps"};
  return kCodes[static_cast<std::size_t>(nodes)];
}

Json steps_json(const std::vector<Step>& steps) {
  Json out = Json::array();
  for (const auto& step : steps) out.push_back({{"name", step.name}, {"rule", show_rule(step.rule)}});
  return out;
}

void put_nodes(Json& out, NodesAre nodes, const std::vector<Step>& steps, bool collapse) {
  out["nodes"] = code_of(nodes);
  if (nodes == NodesAre::steps) out["steps"] = steps_json(steps);
  out["collapse"] = collapse;
}

}  // namespace

void put_options(Json& out, const FunnelQuestion& q) {
  Json steps = Json::array();
  for (const auto& step : q.steps)
    steps.push_back({{"name", step.name},
                     {"rule", show_rule(step.rule)},
                     {"optional", step.optional},
                     {"within", optional_span(step.within)},
                     {"after", optional_span(step.after)}});
  out["steps"] = std::move(steps);
  out["window"] = q.window ? show_exact_duration(*q.window) : "none";
  out["first"] = q.first;
  out["attempts"] = q.attempts;
  out["strict"] = q.strict;
  out["any_order"] = q.any_order;
  out["except"] = optional_rule(q.except);
  out["same"] = text_or_null(q.same);
  out["by"] = text_or_null(q.by);
}

void put_options(Json& out, const FlowQuestion& q) { put_nodes(out, q.nodes, q.steps, q.collapse); }
void put_options(Json& out, const VariantsQuestion& q) {
  put_nodes(out, q.nodes, q.steps, q.collapse);
  if (q.longest) out["longest"] = q.longest;
}

void put_options(Json& out, const RetentionQuestion& q) {
  out["every"] = q.every == Every::day ? "day" : q.every == Every::week ? "week" : "month";
  out["came"] = optional_rule(q.came);
  out["active"] = optional_rule(q.active);
  out["purchase"] = optional_rule(q.purchase);
  out["list"] = q.list ? Json(show(q.list->day)) : Json();
}

void put_options(Json&, const ChannelsQuestion&) {}

void put_options(Json& out, const MeasureQuestion& q) {
  out["goal"] = text_or_null(q.goal);
  out["window"] = q.window ? show_exact_duration(*q.window) : "none";
  out["currency"] = q.currency;
  out["leads_to"] = text_or_null(q.leads_to);
  out["by"] = text_or_null(q.by);
  out["list"] = q.list ? Json(q.list->touchpoint) : Json();
}

}  // namespace parcours
