#include "cli/values.h"

#include <charconv>

namespace parcours {
namespace {

Failure bad(std::string_view option, const std::string& text, Message hint) {
  return misuse(msg("cli.bad_option_value", {{"option", std::string(option)}, {"text", text}}), std::move(hint));
}

std::optional<int> step_number(std::string_view text) {
  int step = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), step);
  return error == std::errc{} && end == text.data() + text.size() && step >= 1 ? std::optional(step) : std::nullopt;
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

Result<int> step_value(std::string_view option, const std::string& text) {
  const auto step = step_number(text);
  if (!step) return bad(option, text, msg("cli.step_hint"));
  return *step;
}

Result<StepSpan> step_span_value(std::string_view option, const std::string& text) {
  const auto equals = text.find('=');
  const auto step = equals == std::string::npos ? std::nullopt : step_number(std::string_view(text).substr(0, equals));
  const auto span = step ? parse_duration(std::string_view(text).substr(equals + 1)) : std::nullopt;
  if (!span) return bad(option, text, msg("cli.step_span_hint"));
  return StepSpan{*step, *span};
}

}  // namespace parcours
