#include "measures/map_figures.h"

#include <algorithm>
#include <tuple>

#include "measures/losses.h"
#include "measures/places.h"
#include "measures/reach.h"
#include "measures/tally_moves.h"
#include "measures/visit_times.h"
#include "questions/score_figure.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

class Figures {
 public:
  Figures(const EventIndex& index, const MeasureQuestion& question, const JourneyTable& table, const std::vector<Ending>& endings,
          const JourneySegment& segment)
      : index_(index), question_(question), table_(table), endings_(endings), segment_(segment), ids_(segment.ids) {
    for (const auto& stage : question.stages)
      for (const auto& touchpoint : stage.touchpoints) touchpoints_.push_back(&touchpoint);
  }

  MeasuredFigures all() {
    count_journeys();
    out_.goal_value = goal_value();
    time_to_goal();
    out_.returned = returned();
    stages();
    std::vector<TouchpointFigures> figures = touchpoints();
    for (std::size_t touchpoint = 0; touchpoint < figures.size(); ++touchpoint)
      out_.stages[table_.shape.stage_of[touchpoint]].touchpoints.push_back(std::move(figures[touchpoint]));
    arrows();
    return std::move(out_);
  }

 private:
  // Calls f(journey, is_last) for each journey; is_last: the customer has no further one.
  template <class F>
  void each_journey(F&& f) const {
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      const Journey& journey = table_.journeys[ids_[i]];
      f(journey, i + 1 == ids_.size() || table_.journeys[ids_[i + 1]].customer != journey.customer);
    }
  }

  void count_journeys() {
    ClusteredCount of_closed, of_all;
    std::int64_t closed = 0, reached = 0, all = 0;  // of the present customer
    each_journey([&](const Journey& journey, bool is_last) {
      ++all;
      closed += journey.closed();
      reached += journey.reached_goal;
      if (!is_last) return;
      ++out_.customers;
      out_.journeys += all;
      out_.closed += closed;
      out_.reached_goal += reached;
      if (table_.shape.goal >= 0) of_closed.add(reached, closed), of_all.add(reached, all);
      closed = reached = all = 0;
    });
    out_.open = out_.journeys - out_.closed;
    out_.closed_without_goal = out_.closed - out_.reached_goal;
    out_.conversion = of_closed.share();
    out_.conversion_with_open = of_all.share();
  }

  std::optional<Estimate> goal_value() const {
    std::vector<ValueOf> values;
    for (const auto& [id, value] : table_.goal_values)
      if (const Journey& journey = table_.journeys[id]; segment_.holds(journey)) values.push_back({journey.customer, value});
    return mean_of(std::move(values));
  }

  void time_to_goal() {
    if (!table_.timed || table_.shape.goal < 0) return;
    std::vector<Lifetime> lifetimes;
    each_journey([&](const Journey& journey, bool) { lifetimes.push_back(lifetime_from(table_, journey, table_.at[journey.first])); });
    out_.time_to_goal = kaplan_meier(std::move(lifetimes));
    out_.median_to_goal_s = time_at_survival(out_.time_to_goal, 0.5);
  }

  std::optional<Share> returned() const {
    const auto stage =
        std::find_if(question_.stages.begin(), question_.stages.end(), [&](const MeasuredStage& s) { return s.id == question_.leads_to; });
    if (stage == question_.stages.end() || stage->after_goal) return std::nullopt;
    ClusteredCount share;
    std::int64_t count = 0, n = 0;
    each_journey([&](const Journey& journey, bool is_last) {
      count += journey.returned;
      n += journey.reached_goal;
      if (!is_last) return;
      share.add(count, n);
      count = n = 0;
    });
    return share.share();
  }

  // The part that stages and touchpoints have in common.
  template <class PlaceFigures>
  void set_common(PlaceFigures& figures, const Reach& reach, const Loss& loss, VisitTimes& times, bool may_lose_a_sale) const {
    figures.customers = reach.customers;
    figures.journeys = reach.journeys;
    figures.visits = reach.visits;
    figures.journeys_share = reach.journeys_share;
    figures.to_next_stage = reach.to_next_stage;
    figures.to_goal = reach.to_goal;
    figures.lost = loss.lost;
    figures.lost_customers = loss.lost_customers;
    figures.drop_off = loss.drop_off;
    if (may_lose_a_sale) figures.at_stake = at_stake(loss.lost_customers, out_.goal_value);
    figures.within = std::move(times.within);
    figures.to_next = std::move(times.to_next);
  }

  void stages() {
    const Places places = stages_of(table_.shape);
    const auto reach = reach_of(table_, ids_, places);
    const auto losses = losses_of(table_, endings_, ids_, places);
    auto times = visit_times(table_, ids_, places);
    const auto river = river_of(table_, endings_, ids_);
    const auto scores = scores_by(places);
    out_.stages.resize(places.size());
    for (std::size_t stage = 0; stage < places.size(); ++stage) {
      StageFigures& figures = out_.stages[stage];
      figures.id = question_.stages[stage].id;
      set_common(figures, reach[stage], losses[stage], times[stage], !places.after[stage]);
      figures.score = score_figure(scores[stage]);
      figures.river_in = river[stage].in;
      figures.river_lost = river[stage].lost;
      figures.river_open = river[stage].open;
      figures.river_out = river[stage].out;
      figures.goes_on = river[stage].goes_on;
    }
  }

  std::vector<TouchpointFigures> touchpoints() const {
    const Places places = touchpoints_of(table_.shape);
    const auto reach = reach_of(table_, ids_, places);
    const auto losses = losses_of(table_, endings_, ids_, places);
    auto times = visit_times(table_, ids_, places);
    auto to_goal = times_to_goal(table_, ids_);
    const auto chances = chance_lost(table_, ids_);
    const auto scores = scores_by(places);
    const auto failed = failed_by_touchpoint();
    auto channels = channels_by_touchpoint();
    std::vector<TouchpointFigures> out(places.size());
    for (std::size_t touchpoint = 0; touchpoint < places.size(); ++touchpoint) {
      TouchpointFigures& figures = out[touchpoint];
      figures.id = touchpoints_[touchpoint]->id;
      figures.has_rule = !touchpoints_[touchpoint]->match.empty();
      set_common(figures, reach[touchpoint], losses[touchpoint], times[touchpoint], !places.after[touchpoint] && figures.id != question_.goal);
      if (figures.has_rule) figures.chance_lost = chances[touchpoint];
      figures.repeats = reach[touchpoint].repeats;
      figures.to_goal_time = std::move(to_goal[touchpoint]);
      figures.failed = failed[touchpoint];
      figures.score = score_figure(scores[touchpoint]);
      figures.channels = std::move(channels[touchpoint]);
    }
    return out;
  }

  // A survey claimed by several touchpoints of one place is one answer there.
  std::vector<std::vector<ScoreOf>> scores_by(const Places& places) const {
    std::vector<std::vector<ScoreOf>> out(places.size());
    std::vector<std::uint64_t> last(places.size(), ~std::uint64_t{0});
    for (const auto& given : table_.scores) {
      const Journey& journey = table_.journeys[given.journey];
      const PlaceId place = places.of[given.touchpoint];
      if (!segment_.holds(journey) || std::exchange(last[place], given.answer) == given.answer) continue;
      out[place].push_back({journey.customer, given.scale, given.score});
    }
    return out;
  }

  std::vector<std::int64_t> failed_by_touchpoint() const {
    std::vector<std::int64_t> out(touchpoints_.size());
    for (const auto& [id, touchpoint] : table_.failed) out[touchpoint] += segment_.holds(table_.journeys[id]);
    return out;
  }

  std::vector<std::vector<std::pair<std::string, std::int64_t>>> channels_by_touchpoint() const {
    const std::size_t channels = index_.channels.size();
    std::vector<std::int64_t> visits(touchpoints_.size() * channels);
    each_journey([&](const Journey& journey, bool) {
      for (auto visit = journey.first; visit < journey.last; ++visit) ++visits[table_.touchpoint[visit] * channels + table_.channel[visit]];
    });
    std::vector<std::vector<std::pair<std::string, std::int64_t>>> out(touchpoints_.size());
    for (std::size_t i = 0; i < visits.size(); ++i)
      if (visits[i] > 0) out[i / channels].emplace_back(index_.channels.at(static_cast<std::uint32_t>(i % channels)), visits[i]);
    for (auto& list : out)
      std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return std::tie(b.second, a.first) < std::tie(a.second, b.first); });
    return out;
  }

  void arrows() {
    const auto moves = tally_moves(touchpoints_.size(), table_.timed, [&](auto&& on_move) {
      each_journey([&](const Journey& journey, bool) {
        for (auto visit = journey.first; visit + 1 < journey.last; ++visit)
          on_move(journey.customer, table_.touchpoint[visit], table_.touchpoint[visit + 1], table_.at[visit + 1] - table_.at[visit]);
      });
    });
    for (const auto& move : moves)
      out_.arrows.push_back({touchpoints_[move.from]->id, touchpoints_[move.to]->id, move.count, move.moves, move.median_s});
    std::sort(out_.arrows.begin(), out_.arrows.end(),
              [](const ArrowFigures& a, const ArrowFigures& b) { return std::tie(b.moves, a.from, a.to) < std::tie(a.moves, b.from, b.to); });
  }

  const EventIndex& index_;
  const MeasureQuestion& question_;
  const JourneyTable& table_;
  const std::vector<Ending>& endings_;
  const JourneySegment& segment_;
  JourneyIds ids_;
  std::vector<const MeasuredTouchpoint*> touchpoints_;
  MeasuredFigures out_;
};

}  // namespace

MeasuredFigures map_figures(const EventIndex& index, const MeasureQuestion& question, const JourneyTable& table, const std::vector<Ending>& endings,
                            const JourneySegment& segment) {
  return Figures(index, question, table, endings, segment).all();
}

}  // namespace parcours
