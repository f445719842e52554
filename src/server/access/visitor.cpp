#include "server/access/visitor.h"

namespace parcours {

std::string_view code_of(VisitorKind kind) {
  switch (kind) {
    case VisitorKind::nobody: return "nobody";
    case VisitorKind::owner: return "owner";
    case VisitorKind::account: return "account";
    case VisitorKind::guest: break;
  }
  return "guest";
}

Visitor the_owner() {
  Visitor owner;
  owner.kind = VisitorKind::owner;
  owner.rights = {Right::read_map, Right::read_figures, Right::read_people, Right::edit, Right::erase_people};
  return owner;
}

}  // namespace parcours
