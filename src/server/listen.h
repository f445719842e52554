// The door to the network: a service over HTTP, on this machine's loopback unless told otherwise.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/service.h"

namespace parcours {

struct ListenLimits {
  std::uint32_t header_bytes_max = 16 << 10;
  std::size_t connections_max = 512;              // the next one takes the place of that which has kept us waiting longest, or waits itself
  std::size_t listeners_max = 384;                // of them, those who listen for changes: the rest is for questions
  std::size_t secrets_max = 24;                   // passwords and passcodes that wait to be compared, one after the other
  std::chrono::milliseconds header_time{15'000};  // for the whole of it; also how long an idle connection is kept
  std::chrono::milliseconds body_time{120'000};   // for the whole of it, as for the answer
  std::chrono::milliseconds look_again{1'000};    // how often files are looked at while somebody listens for changes
  std::chrono::milliseconds stop_time{3'000};     // how long requests under way may still take once it is stopped
};

struct ListenAt {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any that is free
};

// Whether nobody but this machine reaches that address; nothing when it is none ("localhost" is a name, not an address).
std::optional<bool> is_loopback(const std::string& address);

// Listens there until `stopped`; then no new request is taken, and those under way are answered. `open` is told the port once it is had and gives
// what answers there. Misuse: the address or the port cannot be had.
using OpenService = std::function<Result<std::unique_ptr<Service>>(std::uint16_t)>;
Outcome listen(const ListenAt& at, const ListenLimits& limits, const std::atomic<bool>& stopped, const OpenService& open);

}  // namespace parcours
