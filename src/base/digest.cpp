#include "base/digest.h"

#include <bit>
#include <cstring>

#include <sodium.h>

namespace parcours {

static_assert(std::endian::native == std::endian::little, "digests are stored as little-endian words");

Digest128 digest(std::string_view content, std::string_view key) {
  Digest128 out{};
  crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), sizeof out, reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                     reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return out;
}

std::string to_hex(const Digest128& digest) {
  std::string out(2 * sizeof digest + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(digest.data()), sizeof digest);
  out.pop_back();
  return out;
}

std::string random_key() {
  std::string key(32, '\0');
  randombytes_buf(key.data(), key.size());
  return key;
}

}  // namespace parcours
