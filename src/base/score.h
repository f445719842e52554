// The scale a survey's score was given on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace parcours {

enum class ScoreScale : std::uint8_t { none, zero_to_ten, one_to_five, one_to_seven };

std::string_view code_of(ScoreScale scale);  // "" | "0-10" | "1-5" | "1-7"
std::optional<ScoreScale> scale_of(std::string_view code);

// A score as an emotion from -2 to +2: 1-5 -> v - 3, 0-10 -> v / 2.5 - 2, 1-7 -> (v - 4) * 2/3. Nothing without a scale.
std::optional<double> as_emotion(ScoreScale scale, double score);

}  // namespace parcours
