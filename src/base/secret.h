// What only some may know: tokens that cannot be guessed, and passcodes that are kept so that nobody can read them back.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace parcours {

// 144 random bits as 24 characters that may stand in an address.
std::string random_token();
bool looks_like_token(std::string_view text);
// 256 of them as 43 characters, for what nobody has to scan: sessions.
std::string random_long_token();
// What to keep of a token: a digest that does not lead back to it.
std::string digest_of_token(std::string_view token);
// Takes the time of `known`, however much of it is right.
bool is_same_secret(std::string_view known, std::string_view given);

// Argon2id with a salt of its own: one text to keep. Failure: there is not the memory for it.
Result<std::string> kept_passcode(std::string_view passcode);
bool is_passcode(std::string_view passcode, const std::string& kept);
// The same of a password, where there may be none to compare with (kept ""): takes as long then.
bool is_password(const std::string& password, const std::string& kept);

}  // namespace parcours
