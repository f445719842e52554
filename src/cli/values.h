// What a person types for times, spans and periods, as values; misuse names the option.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/scope_values.h"
#include "base/result.h"
#include "base/time.h"

namespace parcours {

Result<TimeMs> span_value(std::string_view option, const std::string& text);  // "7d", "45m"

Result<std::optional<Date>> date_value(std::string_view option, const std::optional<std::string>& text);  // "2026-11-21"; nothing for nothing

Result<int> step_value(std::string_view option, const std::string& text);  // "2": the number of a step, from 1

// "K=2h": the number of a step and a span.
struct StepSpan {
  int step = 0;
  TimeMs span = 0;
};
Result<StepSpan> step_span_value(std::string_view option, const std::string& text);

}  // namespace parcours
