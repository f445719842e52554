// The same events and question put to the kernels and to the SQL, and where the answers differ.
#pragma once

#include <string>
#include <vector>

#include "cases/event_list.h"
#include "engine/reference/reference_answer.h"
#include "questions/question.h"

namespace parcours {

// A table of the events as the store's view gives them, in a database kept for all sets of a test.
class ReferenceBench {
 public:
  ReferenceBench();
  // Each customer's events come under two identities where `two_identities`; scores get a scale by their value.
  void load(const std::vector<CaseEvent>& events, const Zone& zone, bool two_identities);
  Result<Answer> ask_reference(const Question& question);
  Result<Answer> ask_native(const Question& question) const;
  const ReferenceLog& log() const { return log_; }

 private:
  Database database_;
  ReferenceLog log_;
  EventIndex index_;
};

// "" when the JSON of both answers says the same (numbers to one part in 10^9); else the first place where it does not.
std::string difference(const Question& question, const Result<Answer>& native, const Result<Answer>& reference, const Zone& zone);

}  // namespace parcours
