#include "app/simulate.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/simulated_event.h"
#include "base/number.h"
#include "base/random.h"

namespace parcours {
namespace {

constexpr double kVisitOptional = 0.55, kVisitAfterGoal = 0.75, kRepeat = 0.25, kFail = 0.06, kComeBackLater = 0.12, kLeadsBack = 0.15,
                 kFeedback = 0.08;
constexpr double kGiveUp = 0.05, kGiveUpPerBadEmotion = 0.05, kGiveUpAtFriction = 0.10;
constexpr double kMobileShare = 0.6, kMobileFriction = 1.35, kComputerFriction = 0.65;

struct Customer {
  std::string id, platform, source;
  double mood = 0;
  bool on_mobile = false;
};

double mean_emotion(const Touchpoint& touchpoint) {
  double sum = 0;
  for (const auto& emotion : touchpoint.emotions) sum += emotion.value;
  return touchpoint.emotions.empty() ? 0 : sum / static_cast<double>(touchpoint.emotions.size());
}

double chance_to_give_up(const Touchpoint& touchpoint, const Customer& customer) {
  double friction = 0;
  for (const auto& f : touchpoint.frictions) {
    double here = kGiveUpAtFriction;
    for (const auto& expected : f.expect)
      if (expected.measure == "drop_off") here = expected.value;
    friction += here;
  }
  friction *= customer.on_mobile ? kMobileFriction : kComputerFriction;
  return std::min(0.9, kGiveUp + friction + std::max(0.0, -mean_emotion(touchpoint)) * kGiveUpPerBadEmotion);
}

// One customer's way through the map, event after event.
class Walk {
 public:
  Walk(const JourneyMap& map, const SimulateOptions& options, Random& random, std::vector<SimulatedEvent>& events)
      : map_(map), options_(options), random_(random), events_(events) {}

  void run(const Customer& customer, TimeMs start) {
    customer_ = &customer;
    time_ = start;
    end_ = options_.zone.day_start(plus_days(options_.until, 1));
    bool reached = before_goal(0);
    if (!reached && random_.chance(kComeBackLater)) {
      wait_days(70, 0.2);
      reached = before_goal(0);
    }
    if (!reached) return;
    after_goal();
    lead_back();
  }

 private:
  bool before_goal(std::size_t from_stage) {
    for (std::size_t i = from_stage; i < map_.stages.size(); ++i) {
      const Stage& stage = map_.stages[i];
      if (stage.phase == Phase::after) continue;
      if (i > from_stage) wait_days(std::max(0.5, stage.when.days_min.value_or(1) * 1.0), 0.7);
      const std::string chosen = choose_alternative(stage);
      for (const auto& touchpoint : stage.touchpoints) {
        if (!is_visited(touchpoint, chosen, kVisitOptional)) continue;
        visit(touchpoint);
        if (touchpoint.id == map_.goal) return true;
        if (random_.chance(chance_to_give_up(touchpoint, *customer_))) return false;
      }
    }
    return false;
  }

  void after_goal() {
    for (const auto& stage : map_.stages) {
      if (stage.phase != Phase::after) continue;
      wait_days(2, 0.5);
      const std::string chosen = choose_alternative(stage);
      for (const auto& touchpoint : stage.touchpoints) {
        if (!is_visited(touchpoint, chosen, kVisitOptional)) continue;
        visit(touchpoint);
        if (!touchpoint.optional && !random_.chance(kVisitAfterGoal)) return;
      }
    }
  }

  void lead_back() {
    if (map_.stages.empty() || map_.stages.back().leads_to.empty() || !random_.chance(kLeadsBack)) return;
    wait_days(25, 0.4);
    for (std::size_t i = 0; i < map_.stages.size(); ++i)
      if (map_.stages[i].id == map_.stages.back().leads_to) before_goal(i);
  }

  // Of touchpoints that are one choice, the one taken in this stage.
  std::string choose_alternative(const Stage& stage) {
    std::vector<std::string> choices;
    for (const auto& touchpoint : stage.touchpoints)
      if (!touchpoint.alternative.empty()) choices.push_back(touchpoint.id);
    return choices.empty() ? "" : choices[random_.below(choices.size())];
  }

  bool is_visited(const Touchpoint& touchpoint, const std::string& chosen, double optional_chance) {
    if (touchpoint.match.empty()) return false;
    if (!touchpoint.alternative.empty() && touchpoint.id != chosen) return false;
    return !touchpoint.optional || random_.chance(optional_chance);
  }

  void visit(const Touchpoint& touchpoint) {
    emit(event_that_passes(touchpoint.match, random_), touchpoint);
    while (touchpoint.repeatable && random_.chance(kRepeat)) emit(event_that_passes(touchpoint.match, random_), touchpoint);
    if (!touchpoint.failure.empty() && random_.chance(kFail)) emit(event_that_passes(touchpoint.failure, random_), touchpoint);
    if (!touchpoint.emotions.empty() && random_.chance(kFeedback)) {
      SimulatedEvent feedback{.event = "feedback"};
      feedback.score = score_at(touchpoint);
      emit(std::move(feedback), touchpoint);
    }
  }

  double score_at(const Touchpoint& touchpoint) {
    const double emotion = mean_emotion(touchpoint) * 0.8 + customer_->mood + (customer_->on_mobile && !touchpoint.frictions.empty() ? -0.4 : 0);
    return std::clamp(std::round((emotion + 2) * 2.5 + random_.normal()), 0.0, 10.0);
  }

  void emit(SimulatedEvent event, const Touchpoint& touchpoint) {
    time_ += static_cast<TimeMs>(random_.lognormal(4 * 60, 1.0) * kSecond);
    if (time_ >= end_) return;
    event.customer = customer_->id;
    event.time = time_ / kSecond * kSecond;
    if (event.channel.empty()) event.channel = touchpoint.channel;
    event.source = event.source.empty() ? customer_->source : event.source;
    if (touchpoint.id == map_.goal) event.value = std::round(random_.lognormal(85, 0.5) * 100) / 100;
    if (event.score) event.score = score_at(touchpoint);
    event.properties["platform"] = customer_->platform;
    events_.push_back(std::move(event));
  }

  void wait_days(double median, double sigma) { time_ += static_cast<TimeMs>(random_.lognormal(median, sigma) * kDay); }

  const JourneyMap& map_;
  const SimulateOptions& options_;
  Random& random_;
  std::vector<SimulatedEvent>& events_;
  const Customer* customer_ = nullptr;
  TimeMs time_ = 0, end_ = 0;
};

Customer new_customer(std::int64_t number, Random& random) {
  static constexpr std::array<const char*, 5> kSources = {"search", "instagram", "email", "direct", "partner"};
  Customer customer;
  std::string digits = std::to_string(number + 1);
  customer.id = "synthetic-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
  customer.on_mobile = random.chance(kMobileShare);
  customer.platform = customer.on_mobile ? "mobile" : "desktop";
  customer.source = kSources[random.below(kSources.size())];
  customer.mood = random.normal() * 0.4;
  return customer;
}

}  // namespace

Result<std::string> simulate(const JourneyMap& map, const SimulateOptions& options) {
  const bool has_rule = std::any_of(map.stages.begin(), map.stages.end(), [](const Stage& stage) {
    return std::any_of(stage.touchpoints.begin(), stage.touchpoints.end(), [](const Touchpoint& t) { return !t.match.empty(); });
  });
  if (!has_rule) return misuse(msg("app.simulate_no_rule", {{"map", map.id}}), msg("app.simulate_no_rule.hint"));
  Random random(options.seed);
  std::vector<SimulatedEvent> events;
  Walk walk(map, options, random, events);
  const TimeMs first = options.zone.day_start(plus_days(options.until, -options.days));
  const double span = static_cast<double>(options.days) * kDay;
  for (std::int64_t i = 0; i < options.customers; ++i) {
    const Customer customer = new_customer(i, random);
    walk.run(customer, first + static_cast<TimeMs>(random.uniform() * span));
  }
  std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
  return csv_of(events, options.zone);
}

}  // namespace parcours
