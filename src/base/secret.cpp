#include "base/secret.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "base/digest.h"

namespace parcours {
namespace {

constexpr std::size_t kTokenBytes = 18, kTokenCharacters = 24;
constexpr int kTokenForm = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

// Of a password that nobody has.
const std::string& nobodys_password() {
  static const std::string kept = [] {
    const auto made = kept_passcode(random_long_token());
    return made.ok() ? *made : std::string();
  }();
  return kept;
}

}  // namespace

std::string random_token() {
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string token(kTokenCharacters + 1, '\0');
  sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), kTokenForm);
  token.pop_back();
  return token;
}

bool looks_like_token(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return text.size() == kTokenCharacters && std::all_of(text.begin(), text.end(), fits);
}

std::string random_long_token() {
  const std::string bytes = random_key();
  std::string token(sodium_base64_encoded_len(bytes.size(), kTokenForm), '\0');
  sodium_bin2base64(token.data(), token.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), kTokenForm);
  token.pop_back();
  return token;
}

std::string digest_of_token(std::string_view token) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
  std::string out(2 * digest.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), digest.data(), digest.size());
  out.pop_back();
  return out;
}

bool is_same_secret(std::string_view known, std::string_view given) {
  const std::string one = digest_of_token(known), other = digest_of_token(given);
  return sodium_memcmp(one.data(), other.data(), one.size()) == 0;
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

bool is_password(const std::string& password, const std::string& kept) {
  const bool holds = is_passcode(password, kept.empty() ? nobodys_password() : kept);
  return holds && !kept.empty();
}

}  // namespace parcours
