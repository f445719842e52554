// One run through the questions, from the first to the last, with the answers there are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/guided/answer.h"
#include "app/guided/draft.h"
#include "forms/draft.h"

namespace parcours {

// Answers as they were typed, by the id of their question; "" took the proposal.
using TypedAnswers = std::map<std::string, std::string, std::less<>>;

class GuidedScript {
 public:
  // With `assume`, a question without an answer counts as answered by its proposal, so that all that follow are seen; else as left out.
  GuidedScript(const TypedAnswers& answers, Lang lang, Date begun, bool assume) : answers_(answers), assume_(assume) {
    draft.lang = lang;
    draft.begun = begun;
  }

  // Null: nothing was said.
  Json ask(GuidedQuestion question);
  std::string ask_text(GuidedQuestion question);
  std::vector<std::string> ask_list(GuidedQuestion question);

  // It has an answer of its own, not its proposal.
  bool was_typed(std::string_view id) const;

  Lang lang() const { return draft.lang; }
  std::string who() const;  // the persona's name, or a word for one

  struct Problem {
    std::string question;
    Failure failure;
  };

  GuidedDraft draft;
  std::vector<GuidedQuestion> questions;
  std::vector<Problem> problems;  // answers that will not do; they count as not given
  Ids contact_ids;

 private:
  const TypedAnswers& answers_;
  bool assume_;
};

// Asks everything, in order.
void run_script(GuidedScript& script);

// Its parts, a file each.
void ask_offer(GuidedScript& script);
void ask_persona(GuidedScript& script);
void ask_stages(GuidedScript& script);
void ask_customer(GuidedScript& script);
void ask_channels(GuidedScript& script);
void ask_place(GuidedScript& script);
void ask_actions(GuidedScript& script);

GuidedQuestion a_question(GuidedPart part, std::string id, GuidedKind kind, Message prompt, Message help, std::string proposal);
// "a; b": texts as they may be typed.
std::string joined(const std::vector<std::string>& texts);
std::vector<std::string> strings_of(const Json& list);  // none of null
// A text, or several as they may be typed, that goes with the stage's objective: guided.<what>.<objective>.
std::string proposed(std::string_view what, const SetStage& stage, Lang lang);

}  // namespace parcours
