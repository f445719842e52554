// Who is signed in, and the links by which a password is chosen. Of each token a digest alone is kept.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "store/sqlite.h"

namespace parcours {

class Sessions {
 public:
  static constexpr TimeMs kIdleMs = 12LL * 3'600'000, kWholeMs = 14LL * 86'400'000, kLinkMs = 3LL * 86'400'000;

  Sessions(Sqlite& file, const Clock& clock) : file_(file), clock_(clock) {}

  // The token to hand out. What has run out is cleared away with it.
  Result<std::string> begin(std::int64_t account);
  // The account that the token stands for, as long as it was used within kIdleMs and begun within kWholeMs. `in_use`: this counts as a use.
  Result<std::optional<std::int64_t>> account_of(std::string_view token, bool in_use);
  Outcome end(std::string_view token);
  Outcome end_others(std::int64_t account, std::string_view but_token);  // "": all

  // A link by which the account chooses its password: once, within kLinkMs. Earlier ones no longer hold.
  Result<std::string> make_password_link(std::int64_t account);
  Result<std::optional<std::int64_t>> account_of_link(std::string_view token);
  Outcome use_up_link(std::int64_t account);

 private:
  Sqlite& file_;
  const Clock& clock_;
};

}  // namespace parcours
