#include "cases/random_events.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

template <std::size_t N>
std::string one_of(Dice& dice, const std::array<const char*, N>& words) {
  return words[dice.below(N)];
}

constexpr std::array<const char*, 5> kNames = {"a", "b", "c", "d", "a"};
constexpr std::array<const char*, 4> kChannels = {"", "web", "store", "app"};
constexpr std::array<const char*, 4> kColours = {"", "red", "1", "1.0"};  // 1 and 1.0 are one value

TimeMs random_time(Dice& dice, const RandomEvents& shape, const Zone& zone) {
  // Around the night in which Paris leaves winter time, so that one of the days has 23 hours.
  LocalTime local{plus_days(Date{2026, 3, 28}, static_cast<std::int64_t>(shape.dense ? 1 : dice.below(3)))};
  if (shape.spread) local.date = plus_days(local.date, static_cast<std::int64_t>(dice.below(5) * 23));
  local.hour = !shape.dense && dice.one_in(4) ? 23 : 10;
  local.minute = static_cast<int>(dice.below(2));
  local.second = static_cast<int>(dice.below(2) * 30);
  local.millisecond = static_cast<int>(dice.below(3) * 250);
  return zone.instant(local);
}

TimeUnit random_unit(Dice& dice, const RandomEvents& shape) {
  if (shape.untimed) return TimeUnit::order;
  if (!shape.units_mixed) return TimeUnit::ms;
  constexpr std::array<TimeUnit, 5> kUnits = {TimeUnit::ms, TimeUnit::ms, TimeUnit::second, TimeUnit::minute, TimeUnit::day};
  return kUnits[dice.below(kUnits.size())];
}

Rule random_rule(Dice& dice) {
  static constexpr std::array<const char*, 14> kRules = {
      "a", "b", "c", "a", "b", "a,b", "b,c", "a,c,d", "*", "*", "a[channel=web],b", "a,b[colour=1]", "c[value>=2],a", "b[channel!=web]"};
  return parse_step(one_of(dice, kRules))->rule;
}

void draw_gaps(Dice& dice, FunnelStep& step) {
  static constexpr std::array<TimeMs, 5> kSpans = {0, 250, 30 * kSecond, kMinute, kDay};
  if (dice.one_in(2)) step.within = kSpans[dice.below(5)];
  if (dice.one_in(2)) step.after = std::min(kSpans[dice.below(4)], step.within.value_or(kDay));
}

void draw_steps(Dice& dice, FunnelQuestion& question, bool timed) {
  const std::size_t steps = 1 + dice.below(4);
  const bool gaps = timed && !question.any_order && dice.one_in(8), optional = !question.any_order && dice.one_in(5);
  for (std::size_t i = 0; i < steps; ++i) {
    FunnelStep& step = question.steps.emplace_back();
    step.name = "step " + std::to_string(i + 1);
    step.rule = i > 0 && dice.one_in(4) ? question.steps[i - 1].rule : random_rule(dice);
    if (i > 0) step.optional = optional && dice.one_in(2);
    if (i > 0 && gaps) draw_gaps(dice, step);
  }
}

void draw_scope(Dice& dice, Scope& scope, bool timed) {
  if (dice.one_in(16)) scope.where.push_back(*parse_where(one_of(dice, std::array{"channel=web", "colour!=red", "value>=2", "!size"})));
  if (dice.one_in(4)) scope.per = Per::journey;
  if (scope.per == Per::journey && dice.one_in(2)) scope.inactivity = kHour;
  const TimeMs noon = day_number(Date{2026, 3, 29}) * kDay + 12 * kHour;
  if (timed && dice.one_in(12)) scope.since = noon - kDay;
  if (timed && dice.one_in(12)) scope.until = noon;
}

}  // namespace

RandomEvents random_shape(Dice& dice) {
  RandomEvents shape;
  shape.customers = 1 + dice.below(3);
  shape.untimed = dice.one_in(12);
  shape.units_mixed = !dice.one_in(4);
  shape.dense = dice.one_in(3);
  shape.spread = !shape.dense && dice.one_in(4);
  return shape;
}

std::vector<CaseEvent> random_events(Dice& dice, const RandomEvents& shape, const Zone& zone) {
  std::vector<CaseEvent> events;
  for (std::size_t customer = 0; customer < shape.customers; ++customer) {
    const std::size_t count = dice.one_in(4) ? 1 + dice.below(shape.events_most) : shape.events_most;
    for (std::size_t i = 0; i < count; ++i) {
      CaseEvent event;
      event.customer = "customer " + std::to_string(customer + 1);
      event.unit = random_unit(dice, shape);
      event.time = shape.untimed ? kNoTime : random_time(dice, shape, zone);
      event.event = one_of(dice, kNames);
      event.channel = one_of(dice, kChannels);
      if (dice.one_in(3)) event.value = static_cast<double>(1 + dice.below(3));
      if (dice.one_in(9)) event.score = static_cast<double>(dice.below(11));
      const auto colour = one_of(dice, kColours);
      if (events.empty()) event.properties["colour"] = "red";  // a field that no event had could not be asked for
      else if (!colour.empty()) event.properties["colour"] = colour;
      event.properties["size"] = std::to_string(events.size());  // tells every event from every other
      events.push_back(event);
    }
  }
  for (std::size_t i = events.size(); i > 1; --i) std::swap(events[i - 1], events[dice.below(i)]);
  return events;
}

FunnelQuestion random_funnel(Dice& dice, bool timed) {
  FunnelQuestion question;
  question.any_order = dice.one_in(6);
  if (!question.any_order) {
    question.strict = dice.one_in(9);
    question.first = dice.one_in(9);
    question.attempts = !question.first && dice.one_in(6);
  }
  draw_steps(dice, question, timed);
  static constexpr std::array<TimeMs, 8> kWindows = {0, 500, 30 * kSecond, kMinute, kDay, 2 * kDay, 30 * kDay, 30 * kDay};
  if (dice.one_in(5)) question.window = std::nullopt;
  else question.window = kWindows[dice.below(kWindows.size())];
  if (dice.one_in(8)) question.except = parse_step(one_of(dice, std::array{"d", "c", "a[channel=app]"}))->rule;
  if (dice.one_in(8)) question.same = one_of(dice, std::array{"channel", "colour", "value"});
  if (dice.one_in(3)) question.by = one_of(dice, std::array{"channel", "colour", "value", "size"});
  question.list = dice.one_in(3);
  draw_scope(dice, question.scope, timed);
  return question;
}

std::string show(const std::vector<CaseEvent>& events, const Zone& zone) {
  std::string out;
  for (const auto& event : events) {
    out += "  " + event.customer + "  " + (event.unit == TimeUnit::order ? "-" : show_instant(event.time, zone)) + " " +
           std::string(code_of(event.unit));
    out += "  " + event.event + "  channel=" + event.channel;
    if (event.value) out += " value=" + exact(*event.value);
    for (const auto& [name, value] : event.properties) out += " " + name + "=" + value;
    out += "\n";
  }
  return out;
}

std::string show(const FunnelQuestion& question) {
  std::string out;
  for (std::size_t i = 0; i < question.steps.size(); ++i) {
    const FunnelStep& step = question.steps[i];
    out += show_rule(step.rule) + (step.optional ? " (optional)" : "");
    if (step.within) out += " within " + show_exact_duration(*step.within);
    if (step.after) out += " after " + show_exact_duration(*step.after);
    out += "; ";
  }
  out += "window " + (question.window ? show_exact_duration(*question.window) : "none");
  for (const auto& [on, name] :
       {std::pair(question.first, " first"), std::pair(question.attempts, " attempts"), std::pair(question.strict, " strict"),
        std::pair(question.any_order, " any_order"), std::pair(question.scope.per == Per::journey, " per journey")})
    if (on) out += name;
  if (question.scope.inactivity) out += " inactivity " + show_exact_duration(*question.scope.inactivity);
  if (question.except) out += " except " + show_rule(*question.except);
  if (!question.same.empty()) out += " same " + question.same;
  if (!question.by.empty()) out += " by " + question.by;
  for (const auto& where : question.scope.where) out += " where " + show_filter(where);
  if (question.scope.since) out += " since " + show_instant(*question.scope.since, Zone::utc());
  if (question.scope.until) out += " until " + show_instant(*question.scope.until, Zone::utc());
  return out;
}

}  // namespace parcours
