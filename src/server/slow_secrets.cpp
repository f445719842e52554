#include "server/slow_secrets.h"

#include <algorithm>

#include "base/secret.h"

namespace parcours {

SlowSecret done(SlowSecret secret) {
  if (secret.kept) secret.right = is_password(secret.typed, *secret.kept);
  else secret.made = kept_passcode(secret.typed);
  return secret;
}

const SlowSecret* SlowSecrets::find(const std::string& typed, const std::optional<std::string>& kept) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const SlowSecret& one) { return one.typed == typed && one.kept == kept; });
  if (known != known_.end()) return &*known;
  needed_ = SlowSecret{typed, kept};
  return nullptr;
}

Result<bool> SlowSecrets::is(const std::string& typed, const std::string& kept) {
  const SlowSecret* const known = find(typed, kept);
  return known ? Result<bool>(known->right) : failure(msg("server.too_many_secrets"));
}

Result<std::string> SlowSecrets::keep(const std::string& typed) {
  const SlowSecret* const known = find(typed, std::nullopt);
  return known ? *known->made : failure(msg("server.too_many_secrets"));
}

}  // namespace parcours
