#include "server/reach.h"

#include <algorithm>

#include "base/letters.h"

namespace parcours {
namespace {

constexpr std::string_view kHere = "http://";
constexpr std::size_t kAddressMost = 64;

std::string_view host_in(std::string_view address) {
  const auto scheme = address.find("://");
  return scheme == std::string_view::npos ? std::string_view() : address.substr(scheme + 3);
}

bool is_this_machine(std::string_view host, std::uint16_t port) {
  const std::string with_port = ":" + std::to_string(port);
  for (const std::string name : {"127.0.0.1", "localhost", "[::1]"})
    if (host == name + with_port || (port == 80 && host == name)) return true;
  return false;
}

}  // namespace

bool ServerReach::is_host(std::string_view named) const {
  const std::string host = lower_case(named);
  return is_this_machine(host, port) || (!elsewhere.empty() && host == lower_case(host_in(elsewhere)));
}

bool ServerReach::is_origin(std::string_view origin) const {
  if (!elsewhere.empty() && origin == elsewhere) return true;
  return origin.starts_with(kHere) && is_this_machine(origin.substr(kHere.size()), port);
}

std::string ServerReach::asker(std::string_view peer, std::string_view forwarded_for) const {
  const bool is_proxy = !elsewhere.empty() && (peer.starts_with("127.") || peer == "::1");
  if (!is_proxy || forwarded_for.empty()) return std::string(peer);
  const auto comma = forwarded_for.rfind(',');
  std::string_view last = forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1);
  while (last.starts_with(' ')) last.remove_prefix(1);
  return std::string(last.substr(0, kAddressMost));
}

std::optional<std::string> elsewhere_of(std::string_view address) {
  if (address.ends_with('/')) address.remove_suffix(1);
  if (!address.starts_with("http://") && !address.starts_with("https://")) return std::nullopt;
  const std::string_view host = host_in(address);
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
  };
  if (host.empty() || !std::all_of(host.begin(), host.end(), fits)) return std::nullopt;
  return std::string(address);
}

}  // namespace parcours
