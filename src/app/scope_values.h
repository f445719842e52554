// Periods and segments as a person types them and as they are named to him.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "questions/scope.h"

namespace parcours {

// A date or a local time: "2026-11-21", "2026-11-21T10:00", "2026-11-21 10:00:30". Misuse names the option.
Result<TimeMs> since_value(std::string_view option, const std::string& text, const Zone& zone);  // the start of the day
Result<TimeMs> until_value(std::string_view option, const std::string& text, const Zone& zone);  // the end of the day: excluded

// How a person would name the period or the segment of a scope: "1 Oct 2026 – 31 Oct 2026", "platform=mobile"; "all" without filters.
std::string period_text(const Scope& scope, const Basis& basis, const Zone& zone, Lang lang);
std::string segment_text(const Scope& scope, Lang lang);

}  // namespace parcours
