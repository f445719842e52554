// Answers as JSON. docs/formats/questions.md, version 1.
#pragma once

#include "base/json.h"
#include "base/text.h"
#include "questions/question.h"

namespace parcours {

inline constexpr int kAnswerVersion = 1;

// REQUIRES: the answer is the alternative of the question. Times in `zone`, definitions in `lang`; keys and codes are English always.
// The order of everything is stable: equal answers give equal bytes.
Json to_json(const Question& question, const Answer& answer, const Zone& zone, Lang lang);

// {count, n, value, low, high} and "mark": "weak" | "withheld" where n is small; value, low, high null without n.
Json to_json(const Share& share);
// {value, low, high, n} and the mark.
Json to_json(const Estimate& estimate);
// A whole number when it is one; null when NaN or infinite.
Json json_number(double value);

}  // namespace parcours
