// The accounts that are kept in the file.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "server/access/account.h"
#include "store/sqlite.h"

namespace parcours {

class Accounts {
 public:
  // Both must outlive it.
  Accounts(Sqlite& file, const Clock& clock) : file_(file), clock_(clock) {}

  Result<std::int64_t> administrators();  // who can sign in
  Result<std::vector<Account>> all();     // by name
  Result<std::optional<Account>> with_id(std::int64_t id);
  Result<std::optional<Account>> named(std::string_view name);
  Result<std::string> password_of(std::int64_t id);  // its hash; "" when none was chosen yet

  // Gives its id. Misuse: there is one of that name.
  Result<std::int64_t> add(const Account& account, const std::string& password_hash);
  // Roles, administrator, disabled; whoever is disabled is signed out.
  Outcome change(const Account& account);
  Outcome set_password(std::int64_t id, const std::string& password_hash);
  Outcome note_sign_in(std::int64_t id);

 private:
  Result<std::vector<Account>> read(const std::string& where, std::string_view value);
  Outcome write_roles(const Account& account);

  Sqlite& file_;
  const Clock& clock_;
};

}  // namespace parcours
