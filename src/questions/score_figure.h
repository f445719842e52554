// What survey answers say: one function for every engine. docs/measures/score.md.
#pragma once

#include <optional>
#include <vector>

#include "questions/measure.h"

namespace parcours {

struct ScoreOf {
  std::uint64_t customer = 0;  // any number that tells customers apart
  ScoreScale scale = ScoreScale::none;
  double score = 0;
};

// NPS, CSAT or CES as the scale asks, and the mean emotion; intervals clustered by customer. Where answers came on several scales
// the one with most answers is reported (of equals the first of 0-10, 1-5, 1-7), the emotion is the mean over all with a scale.
// Answers without a scale only: n and nothing else. Nothing without answers.
std::optional<ScoreFigure> score_figure(const std::vector<ScoreOf>& answers);

}  // namespace parcours
