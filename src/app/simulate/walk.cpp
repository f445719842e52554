#include "app/simulate/walk.h"

#include <algorithm>
#include <cmath>

#include "app/simulate/clockwork.h"
#include "app/simulate/recorder.h"

namespace parcours {
namespace {

constexpr double kRepeats = 0.25, kFails = 0.06, kLogsIn = 0.6;
constexpr double kComesBackUndecided = 0.12, kStageAgain = 0.12;
constexpr int kMostJourneys = 4;

class Walk {
 public:
  Walk(const Ground& ground, const Person& person, Random& random, std::vector<SimulatedEvent>& events)
      : ground_(ground), route_(ground.route), random_(random), clock_(ground, random), recorder_(ground, person, random, events) {}

  void run() {
    clock_.begin();
    std::size_t from = 0;
    for (int journeys = 1;; ++journeys) {
      const bool reached = to_goal(from);
      if (!recorder_.any()) visit(0);
      if (reached) after_goal();
      if (clock_.over() || journeys == kMostJourneys || !ground_.traits.returns) return;
      if (!random_.chance(!reached ? kComesBackUndecided : route_.leads_to ? route_.comes_back : 0)) return;
      clock_.come_back(reached);
      recorder_.begin_journey();
      from = reached ? *route_.leads_to : 0;
    }
  }

 private:
  bool walked_before_goal(std::size_t stop) const { return route_.before_goal(stop) && (!route_.goal || stop <= *route_.goal); }

  bool to_goal(std::size_t from_stage) {
    visited_.clear();
    std::size_t stage = route_.map->stages.size();
    for (std::size_t i = 0; i < route_.stops.size() && !clock_.over(); ++i) {
      const Stop& stop = route_.stops[i];
      if (stop.stage < from_stage || !walked_before_goal(i)) continue;
      if (stop.stage != stage) enter(stage = stop.stage);
      if (!is_visited(stop)) continue;
      visit(i);
      if (i == route_.goal) return true;
      if (leaves(stop)) return false;
      if (ground_.traits.loops) loop(i);
    }
    return false;
  }

  // What the map has after the goal, touchpoints that are read before it included.
  void after_goal() {
    visited_.clear();
    std::size_t stage = route_.stops[*route_.goal].stage;
    for (std::size_t i = 0; i < route_.stops.size() && !clock_.over(); ++i) {
      const Stop& stop = route_.stops[i];
      if (walked_before_goal(i)) continue;
      if (stop.stage != stage) enter(stage = stop.stage);
      if (!is_visited(stop)) continue;
      visit(i);
      if (leaves(stop)) return;
      if (ground_.traits.loops) repeat_stage(i);
    }
  }

  void enter(std::size_t stage) {
    choices_.clear();
    clock_.enter_stage(stage);
  }

  // Of touchpoints that are one choice, the one taken this time: one on a channel the persona likes three times as often.
  const Touchpoint* chosen(const Stop& stop) {
    const std::string& name = stop.touchpoint->alternative;
    for (const auto* choice : choices_)
      if (choice->alternative == name) return choice;
    std::vector<const Touchpoint*> ballots;
    for (const auto& touchpoint : route_.map->stages[stop.stage].touchpoints)
      if (touchpoint.alternative == name && !touchpoint.match.empty())
        ballots.insert(ballots.end(), recorder_.likes(touchpoint.channel) ? 3 : 1, &touchpoint);
    choices_.push_back(ballots[random_.below(ballots.size())]);
    return choices_.back();
  }

  bool is_visited(const Stop& stop) {
    if (!stop.touchpoint->alternative.empty() && chosen(stop) != stop.touchpoint) return false;
    return stop.visited >= 1 || random_.chance(stop.visited);
  }

  void visit(std::size_t index) {
    const Stop& stop = route_.stops[index];
    const Stage& stage = route_.map->stages[stop.stage];
    if (index == route_.goal || (stage.phase != Phase::before && random_.chance(kLogsIn))) recorder_.log_in();
    clock_.reach(stop);
    recorder_.visit(stop, clock_.now());
    if (stop.stays_s) clock_.stay(*stop.stays_s), recorder_.visit(stop, clock_.now());
    while (ground_.traits.loops && stop.touchpoint->repeatable && random_.chance(kRepeats))
      clock_.pass_minutes(3), recorder_.visit(stop, clock_.now());
    clock_.leave(stop);
    if (!stop.touchpoint->failure.empty() && random_.chance(kFails)) clock_.pass_minutes(0.5), recorder_.fail(stop, clock_.now());
    if (ground_.traits.surveys && recorder_.is_asked(stop)) clock_.pass_minutes(8), recorder_.survey(stop, clock_.now());
    visited_.push_back(index);
  }

  bool leaves(const Stop& stop) { return random_.uniform() < recorder_.chance_to_leave(stop); }

  // Back to something seen in this stage or the one before, then here again; nobody leaves on the way.
  void loop(std::size_t here) {
    const Stop& stop = route_.stops[here];
    repeat_stage(here);
    if (!random_.chance(stop.again)) return;
    std::vector<std::size_t> seen;
    for (const std::size_t i : visited_)
      if (i != here && route_.stops[i].stage + 1 >= stop.stage) seen.push_back(i);
    if (seen.empty()) return;
    visit(seen[random_.below(seen.size())]);
    visit(here);
  }

  // A stage that may come again, at its end.
  void repeat_stage(std::size_t here) {
    const std::size_t stage = route_.stops[here].stage;
    const bool last = here + 1 == route_.stops.size() || route_.stops[here + 1].stage != stage;
    if (!last || !route_.map->stages[stage].repeatable || !random_.chance(kStageAgain)) return;
    std::vector<std::size_t> again;
    for (const std::size_t i : visited_)
      if (route_.stops[i].stage == stage && std::find(again.begin(), again.end(), i) == again.end()) again.push_back(i);
    for (const std::size_t i : again) visit(i);
  }

  const Ground& ground_;
  const SimulatedRoute& route_;
  Random& random_;
  Clockwork clock_;
  Recorder recorder_;
  std::vector<std::size_t> visited_;        // stops of this journey, in order
  std::vector<const Touchpoint*> choices_;  // of this stage
};

}  // namespace

void walk(const Ground& ground, const Person& person, Random& random, std::vector<SimulatedEvent>& events) {
  Walk(ground, person, random, events).run();
}

}  // namespace parcours
