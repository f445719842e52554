// The customers behind a figure, by name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"

namespace parcours {

// At a touchpoint. lost: lost there. open: their journey stands there and may still go on. visited: everyone who came by.
enum class ListWho { lost, open, visited };

struct ListAt {
  std::string touchpoint;
  ListWho who = ListWho::lost;
};

struct ListedCustomer {
  std::string customer;
  std::int64_t journeys = 0;    // of his, those that put him on the list
  TimeMs last_visit = kNoTime;  // his last visit to the touchpoint in these; none in a log without times
};

// Of a cohort. lapsed: not active in any later period so far. returned: active in one. all: both.
enum class MembersWho { lapsed, returned, all };

struct ListMembers {
  Date day;  // any day of the cohort's period
  MembersWho who = MembersWho::lapsed;
};

struct ListedMember {
  std::string customer;
  TimeMs came = kNoTime;         // what made him a member
  TimeMs last_active = kNoTime;  // his last active event; none: he never was
};

}  // namespace parcours
