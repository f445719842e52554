#include "base/secret.h"

#include <algorithm>
#include <array>

#include <sodium.h>

namespace parcours {
namespace {

constexpr std::size_t kTokenBytes = 18, kTokenCharacters = 24;

}  // namespace

std::string random_token() {
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string token(kTokenCharacters + 1, '\0');
  sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  token.pop_back();
  return token;
}

bool looks_like_token(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return text.size() == kTokenCharacters && std::all_of(text.begin(), text.end(), fits);
}

Result<std::string> kept_passcode(std::string_view passcode) {
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (sodium_init() < 0 || crypto_pwhash_str_alg(kept.data(), passcode.data(), passcode.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                                 crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return failure(msg("base.passcode_memory"));
  return std::string(kept.data());
}

bool is_passcode(std::string_view passcode, const std::string& kept) {
  return sodium_init() >= 0 && crypto_pwhash_str_verify(kept.c_str(), passcode.data(), passcode.size()) == 0;
}

}  // namespace parcours
