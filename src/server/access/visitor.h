// Who asks. Established once for each request, by the service, and handed to the handlers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/access/rights.h"

namespace parcours {

enum class VisitorKind {
  nobody,   // not signed in
  owner,    // whoever sits at this machine: on loopback, where there are no accounts
  account,  // signed in
  guest,    // came by a link
};

std::string_view code_of(VisitorKind kind);  // "owner"

struct Visitor {
  VisitorKind kind = VisitorKind::nobody;
  std::string name;          // as the audit log has it: of the account, of the link
  Rights rights;             // in the workspace that is asked
  std::int64_t account = 0;  // of an account
  std::string only_map;      // of a guest: the one map that his link opens; routes that are not about it are not there for him

  bool may(Right right) const { return rights.has(right); }
};

// Without accounts, on loopback: all there is, as he could do with the files themselves.
Visitor the_owner();

}  // namespace parcours
