// Chance, customer by customer.
#pragma once

#include "base/random.h"

namespace parcours {

// Each customer has a stream of his own: more customers, or a planted friction, change nothing of what the others did, nor of what he did before.
inline Random stream_of(std::uint64_t seed, std::int64_t person) {
  Random mixed(seed);
  return Random(mixed.next() ^ (static_cast<std::uint64_t>(person) * 0x9e3779b97f4a7c15));
}

}  // namespace parcours
