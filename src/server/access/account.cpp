#include "server/access/account.h"

#include <algorithm>

#include "base/letters.h"

namespace parcours {
namespace {

constexpr std::int64_t kNameMax = 100, kPasswordMin = 12, kPasswordMax = 200;

}  // namespace

Rights rights_in(const Account& account, const std::string& workspace) {
  if (account.administrator) return rights_of(Role::administrator);
  const auto role = account.roles.find(workspace);
  return role == account.roles.end() ? Rights{Right::own_account} : rights_of(role->second);
}

Result<std::string> account_name(std::string_view typed) {
  const auto begin = typed.find_first_not_of(' ');
  const std::string name(begin == std::string_view::npos ? "" : typed.substr(begin, typed.find_last_not_of(' ') - begin + 1));
  const bool has_control = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (name.empty() || has_control || characters_in(name) > static_cast<std::size_t>(kNameMax))
    return misuse(msg("access.bad_name", {{"most", kNameMax}}));
  return name;
}

Outcome check_password(const std::string& password, std::string_view name) {
  const auto letters = static_cast<std::int64_t>(characters_in(password));
  if (letters < kPasswordMin) return misuse(msg("access.short_password", {{"least", kPasswordMin}}), msg("access.short_password.hint"));
  if (letters > kPasswordMax) return misuse(msg("access.long_password", {{"most", kPasswordMax}}));
  if (lower_case(password) == lower_case(name)) return misuse(msg("access.password_is_name"), msg("access.short_password.hint"));
  return Done{};
}

}  // namespace parcours
