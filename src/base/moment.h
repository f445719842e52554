// A date or a local time as a person types it, for the ends of a period.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace parcours {

struct Moment {
  LocalTime local;
  bool whole_day = true;  // only the date was said
};

// "2026-11-21", "2026-11-21T10:00", "2026-11-21 10:00:30"; nothing else.
std::optional<Moment> parse_moment(std::string_view text);

// As the begin of a period, included: of a day, its start.
TimeMs begins_at(const Moment& moment, const Zone& zone);
// As the end of a period, excluded: of a day, its end.
TimeMs ends_at(const Moment& moment, const Zone& zone);

}  // namespace parcours
