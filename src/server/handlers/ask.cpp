// The analyst's questions: flow, variants, funnel, channels, retention, and the same of what they are compared with.
#include "questions/answer_json.h"
#include "questions/compare_answers.h"
#include "server/asked_question.h"
#include "server/handlers/handlers.h"
#include "server/handlers/scope.h"
#include "server/replies.h"

namespace parcours {
namespace {

Json compared_json(const std::vector<ComparedShare>& rows) {
  Json out = Json::array();
  for (const auto& row : rows)
    out.push_back({{"figure", row.figure},
                   {"at", row.at},
                   {"here", to_json(row.here)},
                   {"there", to_json(row.there)},
                   {"difference", row.difference ? to_json(*row.difference) : Json()},
                   {"surely", row.surely}});
  return out;
}

Outcome is_for_him(const Call& call, const Question& question, const Answer& answer) {
  const Scope& scope = std::visit([](const auto& asked) -> const Scope& { return asked.scope; }, question);
  return speaks_of_many(call, scope, std::visit([](const auto& any) -> const Basis& { return any.basis; }, answer));
}

Result<Json> answered(Call& call, const AskedQuestion& asked) {
  PARCOURS_TRY(Engine* const engine, call.workspace.engine());
  const Zone& zone = call.workspace.zone();
  PARCOURS_TRY(const Answer answer, engine->ask(asked.question));
  PARCOURS_CHECK(is_for_him(call, asked.question, answer));
  Json out = {{"version", 1}, {"answer", to_json(asked.question, answer, zone, call.lang)}, {"against", nullptr}, {"compared", Json::array()}};
  if (!asked.against) return out;
  PARCOURS_TRY(const Answer other, engine->ask(*asked.against));
  PARCOURS_CHECK(is_for_him(call, *asked.against, other));
  out["against"] = to_json(*asked.against, other, zone, call.lang);
  out["compared"] = compared_json(compare_answers(answer, other));
  return out;
}

}  // namespace

Response no_events_reply(Lang lang) { return error_reply(422, "no-events", msg("cli.no_events"), lang); }

Response post_ask(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto asked = asked_question(*body, map->value, call.workspace);
  if (!asked.ok()) return failure_reply(asked.failure(), call.lang);
  if (std::holds_alternative<MeasureQuestion>(asked->question))  // figures of the map have a request of their own
    return failure_reply(misuse(msg("server.bad_value", {{"name", "question"}, {"value", "measure"}})), call.lang);
  const auto has_events = call.workspace.has_events();
  if (!has_events.ok()) return failure_reply(has_events.failure(), call.lang);
  if (!*has_events) return no_events_reply(call.lang);
  const auto answer = answered(call, *asked);
  return answer.ok() ? json_reply(*answer) : failure_reply(answer.failure(), call.lang);
}

}  // namespace parcours
