#include "server/access/rights.h"

namespace parcours {

std::string_view code_of(Role role) { return role == Role::reader ? "reader" : role == Role::editor ? "editor" : "administrator"; }

std::optional<Role> role_of(std::string_view code) {
  for (const Role role : {Role::reader, Role::editor, Role::administrator})
    if (code == code_of(role)) return role;
  return std::nullopt;
}

Rights rights_of(Role role) {
  switch (role) {
    case Role::reader: return {Right::read_map, Right::read_figures, Right::own_account};
    case Role::editor: return {Right::read_map, Right::read_figures, Right::read_people, Right::edit, Right::own_account};
    case Role::administrator: break;
  }
  return {Right::read_map, Right::read_figures, Right::read_people, Right::edit, Right::erase_people, Right::own_account, Right::administer};
}

}  // namespace parcours
