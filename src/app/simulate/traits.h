// What a simulation may have of real data, each to be left out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace parcours {

struct Traits {
  bool identities = true;  // a cookie before the log-in, an e-mail address afterwards, a loyalty card where people meet; links join them
  bool loops = true;       // touchpoints repeated, a stage gone back
  bool returns = true;     // who left comes back later; who bought comes back at the stage that the map leads to
  bool surveys = true;     // scores with verbatims at touchpoints that have an emotion
  bool season = true;      // hours, days of the week, months, a rush before the target date
  bool ties = true;        // two events at one instant
  bool late = true;        // some events arrive hours or days after they happened
  bool duplicates = true;  // some are sent twice

  static Traits none();
  bool operator==(const Traits&) const = default;
};

struct TraitName {
  std::string_view name;
  bool Traits::*trait;
};
std::span<const TraitName> all_traits();  // by the names of the fields above

// All of them but those of a list: "duplicates,late". Misuse: a name that is none.
Result<Traits> traits_without(const std::string& list);

}  // namespace parcours
