#include "base/score.h"

#include <array>

namespace parcours {

std::string_view code_of(ScoreScale scale) {
  static constexpr std::array<std::string_view, 4> kCodes = {"", "0-10", "1-5", "1-7"};
  return kCodes[static_cast<std::size_t>(scale)];
}

std::optional<ScoreScale> scale_of(std::string_view code) {
  for (const ScoreScale scale : {ScoreScale::none, ScoreScale::zero_to_ten, ScoreScale::one_to_five, ScoreScale::one_to_seven})
    if (code_of(scale) == code) return scale;
  return std::nullopt;
}

std::optional<double> as_emotion(ScoreScale scale, double score) {
  switch (scale) {
    case ScoreScale::none: return std::nullopt;
    case ScoreScale::zero_to_ten: return score / 2.5 - 2;
    case ScoreScale::one_to_five: return score - 3;
    case ScoreScale::one_to_seven: return (score - 4) * 2 / 3;
  }
  return std::nullopt;
}

}  // namespace parcours
