// The questions and the answers of the guided start as JSON: docs/formats/guided.md.
#pragma once

#include "app/guided/interview.h"

namespace parcours {

// All questions, their texts in the language of the answers, with what was answered.
Json questions_json(const Interview& interview);

Json answers_json(const GuidedAnswers& answers);
// `lang` and `today` where the text does not say them. Misuse: no JSON of that form (`file` is named in what is said), a question that there is
// not, an answer that will not do.
Result<GuidedAnswers> read_answers_json(const std::string& file, std::string_view text, Lang lang, Date today);

}  // namespace parcours
