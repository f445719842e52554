// The customers behind a figure: of a funnel's step, of a cohort, of a touchpoint.
#include <algorithm>

#include "questions/answer_list.h"
#include "server/asked_question.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::size_t kListedMost = 1000;

struct Listed {
  std::string customer;
  TimeMs last = kNoTime;  // his last visit there, or his last active event
};

Failure bad_value(const Json& body, const char* key) {
  return misuse(msg("server.bad_value", {{"name", key}, {"value", body.contains(key) ? body[key].dump() : ""}}));
}

std::string text_in(const Json& body, const char* key) {
  return body.contains(key) && body[key].is_string() ? body[key].get<std::string>() : std::string();
}

// Puts into the question which customers are wanted.
struct AskFor {
  const Json& body;

  Outcome operator()(FunnelQuestion& question) const {
    const bool is_step = body.contains("step") && body["step"].is_number_integer() && body["step"].get<double>() >= 1 &&
                         body["step"].get<double>() <= static_cast<double>(question.steps.size());
    question.list = true;
    return is_step ? Outcome(Done{}) : Outcome(bad_value(body, "step"));
  }
  Outcome operator()(RetentionQuestion& question) const {
    const auto day = parse_date(text_in(body, "day"));
    if (!day) return bad_value(body, "day");
    for (const MembersWho who : {MembersWho::lapsed, MembersWho::returned, MembersWho::all})
      if (text_in(body, "who") == code_of(who)) {
        question.list = ListMembers{*day, who};
        return Done{};
      }
    return bad_value(body, "who");
  }
  Outcome operator()(MeasureQuestion& question) const {
    const std::string touchpoint = text_in(body, "touchpoint");
    for (const ListWho who : {ListWho::lost, ListWho::open, ListWho::visited})
      if (text_in(body, "who") == code_of(who)) {
        question.list = ListAt{touchpoint, who};
        return Done{};
      }
    return bad_value(body, "who");
  }
  template <class Other>
  Outcome operator()(Other&) const {
    return bad_value(body, "ask");
  }
};

std::vector<Listed> listed_in(const Json& body, const Answer& answer) {
  std::vector<Listed> listed;
  if (const auto* funnel = std::get_if<FunnelAnswer>(&answer))
    for (const auto& customer : funnel->steps[body["step"].get<std::size_t>() - 1].customers) listed.push_back({customer, kNoTime});
  if (const auto* retention = std::get_if<RetentionAnswer>(&answer))
    for (const auto& one : retention->listed) listed.push_back({one.customer, one.last_active});
  if (const auto* measured = std::get_if<MeasureAnswer>(&answer))
    for (const auto& one : measured->listed) listed.push_back({one.customer, one.last_visit});
  return listed;
}

Json listed_json(const std::vector<Listed>& listed, const Zone& zone) {
  Json customers = Json::array();
  for (std::size_t i = 0; i < std::min(listed.size(), kListedMost); ++i)
    customers.push_back({{"customer", listed[i].customer}, {"last", listed[i].last == kNoTime ? Json() : Json(show_instant(listed[i].last, zone))}});
  return {{"version", 1}, {"total", listed.size()}, {"customers", std::move(customers)}};
}

Result<Json> behind_the_figure(Call& call, const JourneyMap& map, const Json& body) {
  if (!body.is_object() || !body.contains("ask")) return misuse(msg("server.bad_value", {{"name", "ask"}, {"value", ""}}));
  PARCOURS_TRY(AskedQuestion asked, asked_question(body["ask"], map, call.workspace));
  PARCOURS_CHECK(std::visit(AskFor{body}, asked.question));
  PARCOURS_TRY(const bool has_events, call.workspace.has_events());
  if (!has_events) return listed_json({}, call.workspace.zone());
  PARCOURS_TRY(Engine* const engine, call.workspace.engine());
  PARCOURS_TRY(const Answer answer, engine->ask(asked.question));
  return listed_json(listed_in(body, answer), call.workspace.zone());
}

}  // namespace

Response post_customers(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto listed = behind_the_figure(call, map->value, *body);
  return listed.ok() ? json_reply(*listed) : failure_reply(listed.failure(), call.lang);
}

}  // namespace parcours
