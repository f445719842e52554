// What only some may know: tokens that cannot be guessed, and passcodes that are kept so that nobody can read them back.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace parcours {

// 144 random bits as 24 characters that may stand in an address.
std::string random_token();
bool looks_like_token(std::string_view text);

// Argon2id with a salt of its own: one text to keep. Failure: there is not the memory for it.
Result<std::string> kept_passcode(std::string_view passcode);
bool is_passcode(std::string_view passcode, const std::string& kept);

}  // namespace parcours
