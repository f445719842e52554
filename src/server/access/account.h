// An account, and the words that are taken for its name and its password.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "server/access/rights.h"

namespace parcours {

struct Account {
  std::int64_t id = 0;
  std::string name;  // an e-mail address, or what one is called; no two differ in capitals alone
  bool administrator = false, disabled = false, has_password = false;
  std::map<std::string, Role> roles;  // workspace -> reader or editor; of an administrator none, he is one everywhere
  TimeMs made = 0;
  std::optional<TimeMs> last_in;
};

// What it may do in that workspace; in none ("") only what concerns the account and the server.
Rights rights_in(const Account& account, const std::string& workspace);

// Without blanks around it. Misuse: empty, longer than 100 characters, or with control characters.
Result<std::string> account_name(std::string_view typed);
// Misuse: shorter than 12 characters, longer than 200, or the name itself.
Outcome check_password(const std::string& password, std::string_view name);

}  // namespace parcours
