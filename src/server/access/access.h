// Accounts at work: who a request comes from, and all that signing in takes. One for a server, kept in its first workspace.
#pragma once

#include <memory>
#include <string>

#include "app/workspace.h"
#include "server/access/accounts.h"
#include "server/access/audit.h"
#include "server/access/guessing.h"
#include "server/access/sessions.h"
#include "server/access/visitor.h"
#include "server/http.h"

namespace parcours {

class Access {
 public:
  static bool has_accounts(const Files& files, const std::string& folder);
  // Makes the file where there is none. `secure`: browsers reach us by https; `port` tells our cookie from that of another server on this machine.
  static Result<std::unique_ptr<Access>> open(const std::string& folder, Doors doors, bool secure, std::uint16_t port);

  // Nobody, or an account with its rights in that workspace ("": in none). `in_use`: the session is kept alive by it.
  Result<Visitor> visitor_of(const Request& request, const std::string& workspace, bool in_use);

  // What lets the first administrator in; "" once there is one.
  const std::string& setup_code() const { return setup_code_; }
  void forget_setup_code() { setup_code_.clear(); }

  std::string token_of(const Request& request) const;  // of the session; "" when there is none
  std::string cookie(const std::string& token) const;  // as Set-Cookie takes it; "" ends it

  Accounts& accounts() { return accounts_; }
  Sessions& sessions() { return sessions_; }
  Audit& audit() { return audit_; }
  Guessing& guessing() { return guessing_; }
  TimeMs now() const { return clock_.now(); }

 private:
  Access(Sqlite file, const Clock& clock, std::string cookie_name, bool secure);

  Sqlite file_;
  const Clock& clock_;
  std::string cookie_name_;
  bool secure_;
  std::string setup_code_;
  Accounts accounts_;
  Sessions sessions_;
  Audit audit_;
  Guessing guessing_;
};

}  // namespace parcours
