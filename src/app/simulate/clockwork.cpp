#include "app/simulate/clockwork.h"

#include <algorithm>

namespace parcours {
namespace {

constexpr double kTie = 0.03, kPause = 0.2, kGapMinutes = 4, kGapSigma = 1;
constexpr double kDeclaredSigma = 0.4;
constexpr TimeMs kLongestPause = 36 * kHour;
constexpr std::int64_t kDaysToStage = 2, kDaysAfterGoal = 4;
constexpr double kSoonAgain = 0.35;

}  // namespace

Clockwork::Clockwork(const Ground& ground, Random& random) : ground_(ground), random_(random), last_in_stage_(ground.map.stages.size(), kNoTime) {}

void Clockwork::begin() { now_ = ground_.calendar.beginning(random_); }

void Clockwork::pass_minutes(double median) { now_ += std::max(kSecond, static_cast<TimeMs>(random_.lognormal(median, kGapSigma) * kMinute)); }

void Clockwork::stay(double median_s) { now_ += static_cast<TimeMs>(random_.lognormal(median_s, kDeclaredSigma) * kSecond); }

void Clockwork::enter_stage(std::size_t index) {
  first_in_stage_ = true;
  if (!seen_) return;
  const Stage& stage = ground_.map.stages[index];
  if (const auto after = stage_named(ground_.map, stage.when.after)) {
    const std::int64_t least = stage.when.days_min.value_or(0), most = stage.when.days_max.value_or(least);
    const TimeMs from = last_in_stage_[*after];
    wait_days(from == kNoTime ? now_ : from, least, std::max(least, most));
  } else if (!to_next_s_) {
    const bool after_goal = stage.phase == Phase::after;
    wait_days(now_, after_goal ? 1 : 0, after_goal ? kDaysAfterGoal : kDaysToStage);
  }
}

void Clockwork::wait_days(TimeMs base, std::int64_t least, std::int64_t most) {
  const TimeMs latest = now_ + ground_.inactivity;
  most = std::clamp((latest - base) / kDay - 1, least, most);
  TimeMs at =
      ground_.calendar.days_after(base, least + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(most - least + 1))), random_);
  // The last day allowed may still end the journey: then as late as it can be, if that is late enough.
  const TimeMs last_moment = latest - static_cast<TimeMs>(1 + random_.below(60)) * kMinute;
  if (at > latest && last_moment >= base + std::max<std::int64_t>(least - 1, 0) * kDay + kHour) at = last_moment;
  if (at > now_) now_ = at;
}

TimeMs Clockwork::pause_within(const Stage& stage) {
  TimeMs longest = kLongestPause;
  if (stage.when.lasts) longest = std::min(stage_began_ + *stage.when.lasts - now_, *stage.when.lasts / 2);
  longest = std::min(longest, ground_.inactivity / 2);
  return longest > 0 ? static_cast<TimeMs>(random_.uniform() * static_cast<double>(longest)) : 0;
}

void Clockwork::reach(const Stop& stop) {
  if (!seen_) {
    seen_ = true;
  } else if (to_next_s_ && ground_.map.stages[stop.stage].when.after.empty()) {
    stay(*to_next_s_);
  } else if (first_in_stage_) {
    pass_minutes(kGapMinutes);
  } else if (!ground_.traits.ties || !random_.chance(kTie)) {
    pass_minutes(kGapMinutes);
    if (random_.chance(kPause)) now_ += pause_within(ground_.map.stages[stop.stage]);
  }
  if (first_in_stage_) stage_began_ = now_;
  first_in_stage_ = false;
}

void Clockwork::leave(const Stop& stop) {
  to_next_s_ = stop.to_next_s;
  last_in_stage_[stop.stage] = now_;
}

void Clockwork::come_back(bool bought) {
  const std::int64_t silence = ground_.inactivity / kDay + 1;
  const std::int64_t days = bought && random_.chance(kSoonAgain) ? 10 + static_cast<std::int64_t>(random_.below(20))
                                                                 : silence + static_cast<std::int64_t>(random_.below(60));
  now_ = ground_.calendar.days_after(now_, days, random_);
  seen_ = false;
  to_next_s_.reset();
  std::fill(last_in_stage_.begin(), last_in_stage_.end(), kNoTime);
}

}  // namespace parcours
