#include "server/handlers/guided.h"

#include <algorithm>

#include "app/guided/guided_json.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::uint64_t kAnswersBytesMax = 1 << 20;

std::string place_of_answers(const Workspace& workspace) { return join_path(workspace.folder(), ".parcours/guided.json"); }

Json with_kept(const Interview& interview, bool kept) {
  Json json = questions_json(interview);
  json["kept"] = kept;
  return json;
}

}  // namespace

bool has_kept_answers(const Workspace& workspace) { return workspace.doors().files.exists(place_of_answers(workspace)); }

GuidedAnswers kept_answers(const Workspace& workspace, Lang lang) {
  const Date today = workspace.zone().date(workspace.doors().clock.now());
  const auto text = workspace.doors().files.read(place_of_answers(workspace), kAnswersBytesMax);
  if (!text.ok()) return {lang, today, {}};
  auto answers = read_answers_json(place_of_answers(workspace), *text, lang, today);
  return answers.ok() ? std::move(*answers) : GuidedAnswers{lang, today, {}};
}

Outcome keep_answers(const Workspace& workspace, const GuidedAnswers& answers) {
  return workspace.doors().files.write(place_of_answers(workspace), to_text(answers_json(answers)));
}

Outcome forget_answers(const Workspace& workspace) {
  return has_kept_answers(workspace) ? workspace.doors().files.remove(place_of_answers(workspace)) : Outcome(Done{});
}

Response get_guided(Call& call) {
  return json_reply(with_kept(Interview(kept_answers(call.workspace, call.lang)), has_kept_answers(call.workspace)));
}

// One answer: {id, typed}; typed null takes it back.
Response post_guided(Call& call) {
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const bool whole = body->is_object() && body->contains("id") && (*body)["id"].is_string() && body->contains("typed");
  if (!whole || (!(*body)["typed"].is_string() && !(*body)["typed"].is_null()))
    return error_reply(400, "bad-answer", msg("server.bad_answer"), call.lang);
  const std::string id = (*body)["id"].get<std::string>();
  GuidedAnswers answers = kept_answers(call.workspace, call.lang);
  if ((*body)["typed"].is_null()) answers.given.erase(id);
  else answers.given[id] = (*body)["typed"].get<std::string>();
  const Interview interview(std::move(answers));
  for (const auto& problem : interview.problems())
    if (problem.question == id) return error_reply(422, "bad-answer", problem.failure.what.message, call.lang, problem.failure.what.hint);
  const auto& asked = interview.questions();
  if (std::none_of(asked.begin(), asked.end(), [&](const GuidedQuestion& question) { return question.id == id; }))
    return error_reply(404, "no-such-question", msg("server.no_question", {{"id", id}}), call.lang);
  if (const auto kept = keep_answers(call.workspace, interview.answers()); !kept.ok()) return failure_reply(kept.failure(), call.lang);
  return json_reply(with_kept(interview, true));
}

Response delete_guided(Call& call) {
  if (const auto gone = forget_answers(call.workspace); !gone.ok()) return failure_reply(gone.failure(), call.lang);
  return get_guided(call);
}

}  // namespace parcours
