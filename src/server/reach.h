// By which addresses the server may be reached: this machine's own, and one it is known by elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcours {

struct ServerReach {
  std::uint16_t port = 0;  // where requests come in
  std::string elsewhere;   // "https://parcours.example": what stands before the path; "": from this machine alone

  bool is_host(std::string_view host) const;      // of a request's Host
  bool is_origin(std::string_view origin) const;  // of its Origin
  // Who asks: where the connection comes from, or, when that is a proxy on this machine, whom it last says it passes on.
  std::string asker(std::string_view peer, std::string_view forwarded_for) const;
  bool is_secure() const { return elsewhere.starts_with("https://"); }
};

// "https://parcours.example/" without its last stroke; nothing when it is no address of http or https, or has more than host and port.
std::optional<std::string> elsewhere_of(std::string_view address);

}  // namespace parcours
