// The requests about who one is and who may come in: of the server, whatever workspace is open.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "server/access/access.h"
#include "server/served_workspace.h"

namespace parcours {

struct AccessCall {
  Access* access;  // none: on loopback, for whoever sits at this machine
  const Visitor& visitor;
  const Request& request;
  std::vector<std::string> steps;
  Lang lang;
  std::span<const std::unique_ptr<ServedWorkspace>> workspaces;
  SlowSecrets& secrets;
};

Response get_session(AccessCall& call);
Response post_session(AccessCall& call);
Response delete_session(AccessCall& call);
Response post_setup(AccessCall& call);
Response post_password(AccessCall& call);
Response post_password_link(AccessCall& call);
Response get_accounts(AccessCall& call);
Response post_accounts(AccessCall& call);
Response put_account(AccessCall& call);
Response post_account_link(AccessCall& call);
Response get_audit(AccessCall& call);

// What the studio is told of who asks, as he will be from now on.
Response session_reply(AccessCall& call, const Visitor& visitor);
// A line of the audit log. The visitor's name and kind, unless `who` says another.
Outcome note(AccessCall& call, std::string_view what, std::string_view about = {}, std::string_view who = {});

}  // namespace parcours
