// Against guessing: whoever fails again and again has to wait, longer each time. Kept in memory; nothing is computed for one who waits.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/time.h"

namespace parcours {

class Guessing {
 public:
  // Longest waits. That of an account is short: who guesses at it from elsewhere must not keep its owner out.
  static constexpr TimeMs kAddressMostMs = 15 * 60'000, kAccountMostMs = 60'000;
  static constexpr int kFree = 4;  // failures that cost nothing

  // How long one must still wait, for this name from this address; 0: one may try. `name` "": the address alone.
  TimeMs wait(std::string_view name, std::string_view address, TimeMs now) const;
  void failed(std::string_view name, std::string_view address, TimeMs now);
  // The name is trusted again; the address waits as before, lest an account of one's own pays for guesses at others.
  void succeeded(std::string_view name);

 private:
  struct Failures {
    int count = 0;
    TimeMs last = 0;
  };
  void count(const std::string& key, TimeMs now);
  void forget_older_half();
  TimeMs wait_of(const std::string& key, TimeMs most, TimeMs now) const;

  std::map<std::string, Failures> failures_;
};

}  // namespace parcours
