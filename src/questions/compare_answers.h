// Two answers to one question side by side: which of their shares differ for sure. docs/measures/share.md.
#pragma once

#include <string>
#include <vector>

#include "questions/question.h"

namespace parcours {

struct ComparedShare {
  std::string figure;  // its key in JSON: "share_of_first", "share", "mean", "on_two_or_more" …
  std::string at;      // the step, the period, the path's names joined by " → "; "" where there is one only
  Share here, there;
  std::optional<Estimate> difference;  // here - there, Newcombe
  bool surely = false;                 // adjusted p <= 0.05 (Benjamini–Hochberg over all rows), both on n >= 30
};

inline constexpr std::size_t kComparedVariantsMost = 20;

// Funnel: steps but the first. Variants: the most frequent paths here. Retention: the mean by period. Channels: its shares. Else nothing.
// REQUIRES: both answer the same question, scopes apart.
std::vector<ComparedShare> compare_answers(const Answer& here, const Answer& there);

}  // namespace parcours
