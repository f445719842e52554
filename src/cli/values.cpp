#include "cli/values.h"

#include <charconv>

namespace parcours {
namespace {

Failure bad(std::string_view option, const std::string& text, Message hint) {
  return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", text}}), std::move(hint));
}

}  // namespace

Result<TimeMs> span_value(std::string_view option, const std::string& text) {
  const auto span = parse_duration(text);
  if (!span) return bad(option, text, msg("cli.span_hint"));
  return *span;
}

Result<std::optional<Date>> date_value(std::string_view option, const std::optional<std::string>& text) {
  if (!text) return std::optional<Date>();
  const auto date = parse_date(*text);
  if (!date) return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", *text}}), msg("plan.date_hint"));
  return date;
}

Result<StepSpan> step_span_value(std::string_view option, const std::string& text) {
  const auto equals = text.find('=');
  int step = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + std::min(equals, text.size()), step);
  const bool has_step = equals != std::string::npos && error == std::errc{} && end == text.data() + equals && step >= 1;
  const auto span = has_step ? parse_duration(std::string_view(text).substr(equals + 1)) : std::nullopt;
  if (!span) return bad(option, text, msg("cli.step_span_hint"));
  return StepSpan{step, *span};
}

}  // namespace parcours
