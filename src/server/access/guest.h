// Who comes by a link, without an account.
#pragma once

#include <optional>
#include <string>

#include "app/workspace.h"
#include "server/access/visitor.h"
#include "server/http.h"

namespace parcours {

// The guest whose link the request presents for the workspace in `folder`; nothing when it presents none, or one that does not hold (any more).
// Asked before accounts are: who follows a link sees what the link shows, whoever else he is.
std::optional<Visitor> guest_of(const Request& request, const std::string& folder, Doors doors);

}  // namespace parcours
