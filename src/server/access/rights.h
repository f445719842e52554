// What may be asked of the server, as rights. Every route names the one it needs (server/routes.cpp); every visitor has some.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace parcours {

enum class Right : std::uint8_t {
  none,          // anybody: signing in, and what comes before it
  read_map,      // maps and what is drawn of them, without figures
  read_figures,  // figures, findings, answers: of many customers
  read_people,   // single customers: their names, their journeys
  edit,          // maps, imports
  erase_people,  // a person erased for good
  own_account,   // one’s own password
  administer,    // accounts, the audit log
};

class Rights {
 public:
  constexpr Rights() = default;
  constexpr Rights(std::initializer_list<Right> rights) {
    for (const Right right : rights) bits_ |= bit(right);
  }
  constexpr bool has(Right right) const { return right == Right::none || (bits_ & bit(right)) != 0; }

 private:
  static constexpr std::uint32_t bit(Right right) { return 1u << static_cast<unsigned>(right); }
  std::uint32_t bits_ = 0;
};

// What an account is in a workspace. An administrator is one in all of them.
enum class Role { reader, editor, administrator };

std::string_view code_of(Role role);  // "reader"
std::optional<Role> role_of(std::string_view code);
Rights rights_of(Role role);

}  // namespace parcours
