#include "overlay/scope_words.h"

#include <algorithm>
#include <vector>

#include "base/dates.h"
#include "base/number.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

// Nothing when neither end is asked for. The last day is the one that was asked for, not the one after it.
std::optional<Message> period_words(const Scope& scope, const Zone& zone, Lang lang) {
  const auto day = [&](TimeMs time) { return Arg(show_date(zone.date(time), lang)); };
  if (scope.since && scope.until) return msg("narrowed.period", {{"first", day(*scope.since)}, {"last", day(*scope.until - 1)}});
  if (scope.since) return msg("narrowed.since", {{"first", day(*scope.since)}});
  if (scope.until) return msg("narrowed.until", {{"last", day(*scope.until - 1)}});
  return std::nullopt;
}

// The map is of one persona, and nothing was asked that would make its figures so.
std::optional<Message> everyones_figures(const MeasuredMap& measured) {
  if (measured.lived_by.empty() || !measured.scope.where.empty()) return std::nullopt;
  const auto persona = std::find_if(measured.personas.begin(), measured.personas.end(), [&](const Persona& one) { return one.id == measured.lived_by; });
  const bool named = persona != measured.personas.end() && !persona->name.empty();
  return msg("narrowed.not_to_persona", {{"persona", named ? Arg(persona->name) : Arg(measured.lived_by)}});
}

}  // namespace

TimeMs silence_of(const MeasuredMap& measured) { return measured.scope.inactivity.value_or(inactivity_of(measured.map, measured.settings)); }

std::string scope_words(const MeasuredMap& measured, Lang lang) {
  if (!measured.figures) return {};
  const Scope& scope = measured.scope;
  std::vector<Message> parts;
  std::string filters;
  for (const auto& condition : scope.where) filters += (filters.empty() ? "" : ", ") + show_filter(condition);
  if (!filters.empty()) parts.push_back(msg("narrowed.where", {{"filters", filters}}));
  if (const auto everyones = everyones_figures(measured)) parts.push_back(*everyones);
  if (const auto period = period_words(scope, Zone::find(measured.settings.zone).value_or(Zone::utc()), lang)) parts.push_back(*period);
  if (silence_of(measured) != inactivity_of(measured.map, measured.settings))
    parts.push_back(msg("narrowed.silence", {{"span", show_duration(static_cast<double>(silence_of(measured)) / 1000, lang)}}));
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : " · ") + render(part, lang);
  return out;
}

}  // namespace parcours
