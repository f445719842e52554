#include "base/dates.h"
#include "base/number.h"
#include "map/stage_dates.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

std::string settled(const Frame& frame, const StageDates& dates) {
  const Date from = *dates.from_earliest;
  if (dates.until_latest && *dates.until_latest >= from) return show_days(from, *dates.until_latest, frame.lang);
  return frame.say(msg("render.when.from", {{"day", say_day(frame, from)}}));
}

std::string relative(const Frame& frame, const When& when) {
  if (!when.after.empty()) {
    const Stage* after = frame.map.map.stage(when.after);
    const std::string name = after ? frame.say(after->name) : frame.say(when.after);
    if (!when.days_min && !when.days_max) return frame.say(msg("render.when.after_stage", {{"stage", name}}));
    const int first = when.days_min.value_or(when.days_max.value_or(0)), last = when.days_max.value_or(first);
    const std::string span = first == last ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
    return frame.say(msg("render.when.after", {{"days", span}, {"stage", name}}));
  }
  if (when.before_target) return frame.say(msg("render.when.before_target", {{"days", *when.before_target / kDay}}));
  if (when.end) return frame.say(msg("render.when.until", {{"day", say_day(frame, *when.end)}}));
  if (when.lasts) return frame.say(msg("render.when.lasts", {{"span", show_duration(static_cast<double>(*when.lasts) / 1000, frame.lang)}}));
  return {};
}

}  // namespace

std::string say_when(const Frame& frame, const Stage& stage) {
  if (stage.when.empty()) return {};
  for (const StageDates& dates : stage_dates(frame.map.map))
    if (dates.stage == stage.id && dates.from_earliest) return settled(frame, dates);
  return relative(frame, stage.when);
}

}  // namespace parcours
