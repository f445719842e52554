// The door to the network: a workspace served over HTTP on this machine's loopback.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "app/workspace.h"

namespace parcours {

struct ListenLimits {
  std::uint32_t header_bytes_max = 16 << 10;
  std::size_t connections_max = 64;
  std::chrono::milliseconds header_time{15'000};  // for the whole of it; also how long an idle connection is kept
  std::chrono::milliseconds body_time{120'000};   // for the whole of it, as for the answer
  std::chrono::milliseconds look_again{1'000};    // how often files are looked at while somebody listens for changes
  std::chrono::milliseconds stop_time{3'000};     // how long requests under way may still take once it is stopped
};

// Listens on 127.0.0.1 until `stopped`; then no new request is taken, and those under way are answered. `ready` is told the port (of `port` 0: the
// one that was free). Misuse: the port cannot be had.
Outcome listen(const std::string& folder, Doors doors, std::uint16_t port, const ListenLimits& limits, const std::atomic<bool>& stopped,
               const std::function<void(std::uint16_t)>& ready);

}  // namespace parcours
