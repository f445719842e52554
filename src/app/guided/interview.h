// The guided start as a state: the answers given so far, and the question to ask next. No one reads or prints here, so that the command line and
// any other face ask the same.
#pragma once

#include "app/guided/draft.h"
#include "app/guided/question.h"
#include "app/guided/script.h"
#include "app/new_workspace.h"

namespace parcours {

// docs/formats/guided.md
struct GuidedAnswers {
  Lang lang = Lang::en;  // in which they were typed, and the map is written
  Date begun;            // today: what dates are proposed from
  TypedAnswers given;
};

class Interview {
 public:
  explicit Interview(GuidedAnswers begun);

  // The first question that has no answer that will do; nothing when all are answered. Its proposal is what was answered before going back, if that
  // still will do.
  const GuidedQuestion* current() const { return current_ < questions_.size() ? &questions_[current_] : nullptr; }
  std::size_t number() const { return current_ + 1; }
  // All questions, as far as the answers given and the proposals for the others let them be known: answers may add some and take some away.
  const std::vector<GuidedQuestion>& questions() const { return questions_; }
  const std::vector<GuidedScript::Problem>& problems() const { return problems_; }

  // Goes on to the next question. Misuse: why the answer will not do; the question stays. REQUIRES: there is a current question.
  Outcome answer(const std::string& typed);
  // To the question before; false at the first.
  bool back();

  // What was given, without answers to questions that are not asked any more.
  GuidedAnswers answers() const;

 private:
  void run();

  GuidedAnswers answers_;
  TypedAnswers withdrawn_;
  std::vector<GuidedQuestion> questions_;
  std::vector<GuidedScript::Problem> problems_;
  std::size_t current_ = 0;
};

// The map and the persona that the answers make. What has no answer is left out; with `assume`, takes its proposal.
Result<GuidedFiles> files_of(const GuidedAnswers& answers, bool assume);

}  // namespace parcours
