// Digests of content: to know a file or a row again, and to remember an erased person without keeping a name.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace parcours {

using Digest128 = std::array<std::uint64_t, 2>;

// BLAKE2b cut to 128 bits; the same everywhere. An empty key gives the plain digest.
Digest128 digest(std::string_view content, std::string_view key = {});
std::string to_hex(const Digest128& digest);

// 32 bytes from the system's generator, for keys.
std::string random_key();

}  // namespace parcours
