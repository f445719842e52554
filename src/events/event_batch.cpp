#include "events/event_batch.h"

#include <array>

namespace parcours {

std::string_view code_of(ScoreScale scale) {
  static constexpr std::array<std::string_view, 4> kCodes = {"", "0-10", "1-5", "1-7"};
  return kCodes[static_cast<std::size_t>(scale)];
}

}  // namespace parcours
