// What every figure carries: its value, what it was counted on, and how sure it is.
#pragma once

#include <cstdint>
#include <optional>

namespace parcours {

// A part of a whole with its Wilson 95 % interval. n = 0: there is no share (value, low, high are NaN).
struct Share {
  std::int64_t count = 0;
  std::int64_t n = 0;
  double value = 0, low = 0, high = 0;
};

// A number with a 95 % interval and the n it stands on. Absent: std::optional.
struct Estimate {
  double value = 0, low = 0, high = 0;
  std::int64_t n = 0;
};

// A point of a survival curve S(t): Kaplan–Meier, Greenwood interval on log S.
struct SurvivalPoint {
  double time_s = 0;
  double survival = 1, low = 1, high = 1;
  std::int64_t at_risk = 0, events = 0;
};

inline constexpr std::int64_t kWeakBelow = 30;     // marked weak, looks weak
inline constexpr std::int64_t kWithheldBelow = 5;  // pictures and text hide the derived figure; JSON keeps it, marked

enum class Strength { solid, weak, withheld };
inline Strength strength_of(std::int64_t n) { return n < kWithheldBelow ? Strength::withheld : n < kWeakBelow ? Strength::weak : Strength::solid; }

}  // namespace parcours
