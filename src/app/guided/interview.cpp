#include "app/guided/interview.h"

#include <algorithm>
#include <cassert>

namespace parcours {

Interview::Interview(GuidedAnswers begun) : answers_(std::move(begun)) { run(); }

void Interview::run() {
  GuidedScript script(answers_.given, answers_.lang, answers_.begun, true);
  run_script(script);
  questions_ = std::move(script.questions);
  problems_ = std::move(script.problems);
  const auto to_ask = std::find_if(questions_.begin(), questions_.end(), [&](const GuidedQuestion& question) {
    const bool bad = std::any_of(problems_.begin(), problems_.end(), [&](const GuidedScript::Problem& p) { return p.question == question.id; });
    return bad || !answers_.given.contains(question.id);
  });
  current_ = static_cast<std::size_t>(to_ask - questions_.begin());
  if (to_ask == questions_.end()) return;
  const auto before = withdrawn_.find(to_ask->id);
  if (before != withdrawn_.end() && read_answer(*to_ask, before->second, answers_.lang).ok()) to_ask->proposal = before->second;
}

Outcome Interview::answer(const std::string& typed) {
  assert(current());
  const GuidedQuestion& question = *current();
  PARCOURS_CHECK(read_answer(question, typed, answers_.lang));
  const bool blank = typed.find_first_not_of(" \t\r\n") == std::string::npos;
  const auto before = withdrawn_.find(question.id);
  const bool as_before = blank && before != withdrawn_.end() && question.proposal == before->second;
  answers_.given[question.id] = as_before ? before->second : blank ? "" : typed;
  run();
  return Done{};
}

bool Interview::back() {
  if (current_ == 0) return false;
  const auto given = answers_.given.find(questions_[current_ - 1].id);
  assert(given != answers_.given.end());
  if (!given->second.empty()) withdrawn_[given->first] = given->second;
  answers_.given.erase(given);
  run();
  return true;
}

GuidedAnswers Interview::answers() const {
  GuidedAnswers out{answers_.lang, answers_.begun, {}};
  for (const auto& question : questions_)
    if (const auto given = answers_.given.find(question.id); given != answers_.given.end()) out.given.insert(*given);
  return out;
}

Result<GuidedFiles> files_of(const GuidedAnswers& answers, bool assume) {
  GuidedScript script(answers.given, answers.lang, answers.begun, assume);
  run_script(script);
  return files_of(script.draft);
}

}  // namespace parcours
