#include "app/simulate/recorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "app/simulate/surveys.h"

namespace parcours {
namespace {

constexpr double kAsked = 0.05, kAskedAfterGoal = 0.12;
constexpr double kValueSigma = 0.5;
constexpr const char* kSurveyEvent = "feedback";

using Kind = SimulatedEvent::Kind;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Where a loyalty card is shown; where the company knows whom it writes to, calls or delivers to; elsewhere nobody has a name before
// the log-in.
Contact contact_on(const WorkspaceSettings& settings, const std::string& channel) {
  static constexpr std::array<std::string_view, 7> kCounters = {"store", "concierge-bell", "id-card", "tent", "monitor-smartphone",
                                                                "car",   "calendar-days"};
  static constexpr std::array<std::string_view, 6> kAddressed = {"email", "newsletter", "sms", "whatsapp", "push", "survey"};
  const ChannelInfo info = channel_info(settings, channel);
  if (is_one_of(info.icon, kCounters)) return Contact::at_counter;
  const bool offline = info.online && !*info.online;
  return offline || is_one_of(channel, kAddressed) ? Contact::by_address : Contact::anonymous;
}

}  // namespace

Recorder::Recorder(const Ground& ground, const Person& person, Random& random, std::vector<SimulatedEvent>& events)
    : ground_(ground),
      person_(person),
      random_(random),
      events_(events),
      before_(events.size()),
      identities_(person, ground.traits.identities),
      source_(person.source) {}

bool Recorder::likes(std::string_view channel) const {
  if (!person_.persona) return false;
  const auto& channels = person_.persona->channels;
  return std::find(channels.begin(), channels.end(), channel) != channels.end();
}

void Recorder::begin_journey() { source_ = random_.chance(0.5) ? "email" : "direct"; }

SimulatedEvent Recorder::natural(const Touchpoint& touchpoint) {
  SimulatedEvent event;
  event.channel = touchpoint.channel;
  event.source = source_;
  event.properties = person_.properties;
  if (touchpoint.id == ground_.map.goal)
    event.value = std::round(random_.lognormal(ground_.route.goal_value * std::exp(-kValueSigma * kValueSigma / 2), kValueSigma) * 100) / 100;
  return event;
}

void Recorder::write(SimulatedEvent event, const Touchpoint& touchpoint, Kind kind, TimeMs at) {
  if (at >= ground_.calendar.end()) return;
  const auto recorded = identities_.at(contact_on(ground_.settings, event.channel));
  event.customer = recorded.customer;
  event.linked_to = recorded.linked_to;
  event.time = event.arrival = at;
  event.touchpoint = touchpoint.id;
  event.kind = kind;
  event.person = person_.number;
  events_.push_back(std::move(event));
}

void Recorder::visit(const Stop& stop, TimeMs at) {
  const Touchpoint& touchpoint = *stop.touchpoint;
  SimulatedEvent as_it_would_be = natural(touchpoint);
  const bool scored = std::any_of(touchpoint.match.any.begin(), touchpoint.match.any.end(), [](const Condition& condition) {
    return std::any_of(condition.where.begin(), condition.where.end(), [](const FieldCondition& where) { return where.field == "score"; });
  });
  if (scored) as_it_would_be.score = score_at(touchpoint, person_, random_);
  SimulatedEvent event = ground_.maker.make(touchpoint.match, as_it_would_be, &touchpoint, random_);
  if (event.score && ground_.traits.surveys)
    if (auto words = verbatim_at(touchpoint, *event.score, ground_.lang, random_); !words.empty()) event.properties["verbatim"] = std::move(words);
  event.time = at;
  event.touchpoint = touchpoint.id;
  planted_here_ = planted(event);
  write(std::move(event), touchpoint, Kind::visit, at);
}

void Recorder::fail(const Stop& stop, TimeMs at) {
  write(ground_.maker.make(stop.touchpoint->failure, natural(*stop.touchpoint), nullptr, random_), *stop.touchpoint, Kind::failure, at);
}

bool Recorder::is_asked(const Stop& stop) {
  const bool after = ground_.map.stages[stop.stage].phase == Phase::after;
  return !stop.touchpoint->emotions.empty() && random_.chance(after ? kAskedAfterGoal : kAsked);
}

void Recorder::survey(const Stop& stop, TimeMs at) {
  SimulatedEvent event = natural(*stop.touchpoint);
  event.event = kSurveyEvent;
  event.value.reset();
  event.score = score_at(*stop.touchpoint, person_, random_);
  if (auto words = verbatim_at(*stop.touchpoint, *event.score, ground_.lang, random_); !words.empty())
    event.properties["verbatim"] = std::move(words);
  if (!ground_.maker.claimed_by_another(event, nullptr)) write(std::move(event), *stop.touchpoint, Kind::survey, at);
}

double Recorder::planted(const SimulatedEvent& visit) const {
  double share = 0;
  for (std::size_t i = 0; i < ground_.plants.size(); ++i) {
    const Plant& plant = ground_.plants[i];
    if (plant.touchpoint == visit.touchpoint && visit.time >= ground_.planted_from[i] && passes(plant.where, visit)) share += plant.share;
  }
  return share;
}

double Recorder::chance_to_leave(const Stop& stop) const { return (person_.on_mobile ? stop.leaves_mobile : stop.leaves_computer) + planted_here_; }

}  // namespace parcours
