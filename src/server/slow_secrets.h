// Passwords and passcodes are compared and kept slowly on purpose (argon2id), so not where everybody else waits: a handler that needs it says what,
// is given up, and is called again once it was done elsewhere. So nothing is changed before it is asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace parcours {

struct SlowSecret {
  std::string typed;
  std::optional<std::string> kept;  // what it is compared with, "": nobody's; none: it is to be kept
  // Once it was done:
  bool right = false;
  std::optional<Result<std::string>> made = {};  // what to keep
};

// Takes a tenth of a second, on any thread.
SlowSecret done(SlowSecret secret);

class SlowSecrets {
 public:
  // What was done for this request until now.
  explicit SlowSecrets(const std::vector<SlowSecret>& known) : known_(known) {}

  // A failure that nobody hears while it is not done: needed() says so.
  Result<bool> is(const std::string& typed, const std::string& kept);
  Result<std::string> keep(const std::string& typed);

  const std::optional<SlowSecret>& needed() const { return needed_; }

 private:
  const SlowSecret* find(const std::string& typed, const std::optional<std::string>& kept);

  const std::vector<SlowSecret>& known_;
  std::optional<SlowSecret> needed_;
};

}  // namespace parcours
