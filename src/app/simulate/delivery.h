// How events reach the file: under an id, mostly at once, some late, some twice.
#pragma once

#include <cstdint>
#include <vector>

#include "app/simulate/event.h"
#include "app/simulate/traits.h"

namespace parcours {

// Gives ids ("synthetic-7-000012-3": seed 7, the third event of person 12), adds events sent twice, and puts all in order of arrival; those that
// arrive together stay in the order they came in. Events that arrive late say when in the property `received_at`. REQUIRES: a person's events stand
// together, in order of time.
void deliver(std::vector<SimulatedEvent>& events, std::uint64_t seed, const Traits& traits, const Zone& zone);

}  // namespace parcours
