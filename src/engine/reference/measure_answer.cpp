#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/reference/questions_sql.h"
#include "questions/score_figure.h"
#include "questions/statistics.h"
#include "questions/time_figure.h"

namespace parcours {
namespace {

using Place = std::tuple<std::int64_t, std::string, std::int64_t>;  // group, level, number

// Everything the results say, by place.
struct Found {
  struct Counts {
    std::int64_t customers = 0, journeys = 0, visits = 0, lost = 0, lost_customers = 0;
  };
  struct Spans {
    std::vector<TimeMs> within, to_next;
  };
  std::map<Place, Counts> counts;
  std::map<std::pair<Place, std::string>, ClusteredCount> shares;
  std::map<Place, Spans> spans;
  std::map<Place, std::vector<Lifetime>> lifetimes;
  std::map<Place, std::vector<ScoreOf>> scores;
  std::map<std::int64_t, std::vector<ValueOf>> values;
  std::map<std::string, std::uint64_t> customers;

  std::uint64_t number_of(const std::string& customer) { return customers.try_emplace(customer, customers.size()).first->second; }
  Share share(const Place& place, const std::string& figure) const {
    const auto at = shares.find({place, figure});
    return at == shares.end() ? wilson(0, 0) : at->second.share();
  }
};

Place place_of(const Rows& rows, std::size_t row) { return {rows.integer(row, 0), rows.text(row, 1), rows.integer(row, 2)}; }

// A journey closed without the goal outlives all others.
constexpr TimeMs kNever = std::numeric_limits<TimeMs>::max() / 4;

void read_counts(Found& found, const Results& results) {
  const Rows &places = results.at("places"), &lost = results.at("lost"), &shares = results.at("shares");
  for (std::size_t row = 0; row < places.size(); ++row) {
    auto& counts = found.counts[place_of(places, row)];
    counts.customers = places.integer(row, 3), counts.journeys = places.integer(row, 4), counts.visits = places.integer(row, 5);
  }
  for (std::size_t row = 0; row < lost.size(); ++row) {
    auto& counts = found.counts[place_of(lost, row)];
    counts.lost = lost.integer(row, 3), counts.lost_customers = lost.integer(row, 4);
  }
  for (std::size_t row = 0; row < shares.size(); ++row)
    found.shares[{place_of(shares, row), shares.text(row, 3)}].add(shares.integer(row, 4), shares.integer(row, 5), shares.integer(row, 6));
}

void read_lists(Found& found, const Results& results, bool timed) {
  const Rows &spans = results.at("spans"), &lifetimes = results.at("lifetimes"), &scores = results.at("scores"), &values = results.at("values");
  for (std::size_t row = 0; timed && row < spans.size(); ++row) {
    auto& out = found.spans[place_of(spans, row)];
    out.within.push_back(spans.integer(row, 3));
    if (!spans.is_null(row, 4)) out.to_next.push_back(spans.integer(row, 4));
  }
  for (std::size_t row = 0; timed && row < lifetimes.size(); ++row)
    found.lifetimes[place_of(lifetimes, row)].push_back({lifetimes.optional_integer(row, 3).value_or(kNever), lifetimes.truth(row, 4)});
  for (std::size_t row = 0; row < scores.size(); ++row)
    found.scores[place_of(scores, row)].push_back(
        {found.number_of(scores.text(row, 3)), scale_of(scores.text(row, 4)).value_or(ScoreScale::none), scores.number(row, 5)});
  for (std::size_t row = 0; row < values.size(); ++row)
    found.values[values.integer(row, 0)].push_back({found.number_of(values.text(row, 1)), values.number(row, 2)});
}

// By touchpoint of one group.
std::map<std::int64_t, double> chances_of(const Results& results, std::int64_t group) {
  std::map<std::int64_t, double> hope, out;
  const Rows &hopes = results.at("hopes"), &moves = results.at("hope_moves");
  for (std::size_t row = 0; row < hopes.size(); ++row)
    if (hopes.integer(row, 0) == group)
      hope[hopes.integer(row, 1)] = static_cast<double>(hopes.integer(row, 3)) / static_cast<double>(hopes.integer(row, 2));
  for (std::size_t row = 0; row < moves.size(); ++row) {
    if (moves.integer(row, 0) != group) continue;
    const double fall = hope[moves.integer(row, 1)] - (moves.is_null(row, 2) ? 0 : hope[moves.integer(row, 2)]);
    out[moves.integer(row, 1)] += static_cast<double>(moves.integer(row, 3)) * std::max(0.0, fall);
  }
  return out;
}

// Fills what touchpoints and stages have in common.
template <class Figures>
void fill(Figures& out, const Found& found, const Place& place, bool may_lose_a_sale, const std::optional<Estimate>& goal_value) {
  if (const auto at = found.counts.find(place); at != found.counts.end()) {
    const auto& c = at->second;
    out.customers = c.customers, out.journeys = c.journeys, out.visits = c.visits, out.lost = c.lost, out.lost_customers = c.lost_customers;
  }
  out.journeys_share = found.share(place, "journeys_share");
  out.to_next_stage = found.share(place, "to_next_stage");
  out.to_goal = found.share(place, "to_goal");
  out.drop_off = found.share(place, "drop_off");
  if (may_lose_a_sale) out.at_stake = at_stake(out.lost_customers, goal_value);
  if (const auto at = found.spans.find(place); at != found.spans.end())
    out.within = time_figure(at->second.within), out.to_next = time_figure(at->second.to_next);
  if (const auto at = found.scores.find(place); at != found.scores.end()) out.score = score_figure(at->second);
}

void fill_river(std::vector<StageFigures>& stages, const MeasureQuestion& question, const Results& results, std::int64_t group,
                const MeasuredFigures& whole) {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> leaves;
  const Rows& rows = results.at("river");
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows.integer(row, 0) == group) leaves[rows.integer(row, 1)] = {rows.integer(row, 2), rows.integer(row, 3)};
  for (const bool after : {false, true}) {
    std::int64_t in = after ? whole.reached_goal : whole.journeys;
    for (std::size_t s = 0; s < stages.size(); ++s) {
      if (question.stages[s].after_goal != after) continue;
      const auto [lost, open] = leaves[static_cast<std::int64_t>(s)];
      stages[s].river_in = in, stages[s].river_lost = lost, stages[s].river_open = open;
      in = stages[s].river_out = in - lost - open;
    }
  }
}

class GroupReader {
 public:
  GroupReader(const MeasureQuestion& question, const Results& results, const Found& found, std::int64_t group)
      : q_(question), results_(results), found_(found), group_(group) {}

  // `row` of the result "whole"; nothing when the group has no journeys.
  MeasuredFigures figures(std::optional<std::size_t> row) {
    MeasuredFigures out;
    if (row) read_whole(out, *row);
    const Place map{group_, "map", 0};
    out.conversion = found_.share(map, "conversion");
    out.conversion_with_open = found_.share(map, "conversion_with_open");
    if (const auto at = found_.values.find(group_); at != found_.values.end()) out.goal_value = mean_of(at->second);
    if (const auto at = found_.lifetimes.find(map); at != found_.lifetimes.end() && !q_.goal.empty()) {
      out.time_to_goal = kaplan_meier(at->second);
      out.median_to_goal_s = time_at_survival(out.time_to_goal, 0.5);
    }
    const auto back = std::find_if(q_.stages.begin(), q_.stages.end(), [&](const MeasuredStage& stage) { return stage.id == q_.leads_to; });
    if (back != q_.stages.end() && !back->after_goal && !q_.leads_to.empty()) out.returned = found_.share(map, "returned");
    read_places(out);
    read_arrows(out);
    fill_river(out.stages, q_, results_, group_, out);
    return out;
  }

 private:
  void read_whole(MeasuredFigures& out, std::size_t row) const {
    const Rows& whole = results_.at("whole");
    out.customers = whole.integer(row, 2), out.journeys = whole.integer(row, 3), out.open = whole.integer(row, 4), out.closed = whole.integer(row, 5);
    out.reached_goal = whole.integer(row, 6), out.closed_without_goal = whole.integer(row, 7);
  }

  void read_places(MeasuredFigures& out) {
    const auto chances = chances_of(results_, group_);
    std::int64_t t = 0;
    for (std::size_t s = 0; s < q_.stages.size(); ++s) {
      const MeasuredStage& asked = q_.stages[s];
      StageFigures stage;
      stage.id = asked.id;
      const Place place{group_, "stage", static_cast<std::int64_t>(s)};
      fill(stage, found_, place, !asked.after_goal, out.goal_value);
      stage.goes_on = found_.share(place, "goes_on");
      for (const auto& touchpoint : asked.touchpoints) {
        const bool is_after = asked.after_goal && touchpoint.id != q_.goal;
        stage.touchpoints.push_back(read_touchpoint(touchpoint, t, !asked.after_goal && touchpoint.id != q_.goal, out.goal_value));
        if (!is_after && !q_.goal.empty() && !touchpoint.match.empty())
          stage.touchpoints.back().chance_lost = chances.contains(t) ? chances.at(t) : 0.0;
        ids_.push_back(touchpoint.id);
        ++t;
      }
      out.stages.push_back(std::move(stage));
    }
  }

  TouchpointFigures read_touchpoint(const MeasuredTouchpoint& asked, std::int64_t t, bool may_lose_a_sale,
                                    const std::optional<Estimate>& goal_value) const {
    TouchpointFigures out;
    out.id = asked.id;
    out.has_rule = !asked.match.empty();
    const Place place{group_, "touchpoint", t};
    fill(out, found_, place, may_lose_a_sale, goal_value);
    out.repeats = found_.share(place, "repeats");
    if (const auto at = found_.lifetimes.find(place); at != found_.lifetimes.end() && !q_.goal.empty())
      out.to_goal_time = survival_figure(at->second);
    const Rows &failed = results_.at("failed"), &channels = results_.at("visit_channels");
    for (std::size_t row = 0; row < failed.size(); ++row)
      if (failed.integer(row, 0) == group_ && failed.integer(row, 1) == t) out.failed = failed.integer(row, 2);
    for (std::size_t row = 0; row < channels.size(); ++row)
      if (channels.integer(row, 0) == group_ && channels.integer(row, 1) == t)
        out.channels.emplace_back(channels.text(row, 2), channels.integer(row, 3));
    return out;
  }

  void read_arrows(MeasuredFigures& out) const {
    const Rows& arrows = results_.at("arrows");
    for (std::size_t row = 0; row < arrows.size(); ++row) {
      if (arrows.integer(row, 0) != group_) continue;
      ArrowFigures arrow{ids_[static_cast<std::size_t>(arrows.integer(row, 1))],
                         ids_[static_cast<std::size_t>(arrows.integer(row, 2))],
                         arrows.integer(row, 3),
                         arrows.integer(row, 4),
                         {}};
      if (!found_.spans.empty()) arrow.median_s = arrows.number(row, 5) / kSecond;
      out.arrows.push_back(std::move(arrow));
    }
    std::sort(out.arrows.begin(), out.arrows.end(),
              [](const ArrowFigures& a, const ArrowFigures& b) { return std::tie(b.moves, a.from, a.to) < std::tie(a.moves, b.from, b.to); });
  }

  const MeasureQuestion& q_;
  const Results& results_;
  const Found& found_;
  std::int64_t group_;
  std::vector<std::string> ids_;  // of touchpoints, by number
};

}  // namespace

MeasureAnswer answer_of(const ReferenceLog& log, const MeasureQuestion& question, const Results& results) {
  MeasureAnswer answer;
  answer.basis = basis_of(results, log);
  Found found;
  read_counts(found, results);
  read_lists(found, results, log.timed);
  const Rows& whole = results.at("whole");
  const bool has_all = whole.size() > 0 && whole.integer(0, 0) == 0;
  answer.all = GroupReader(question, results, found, 0).figures(has_all ? std::optional<std::size_t>(0) : std::nullopt);
  for (std::size_t row = has_all ? 1 : 0; row < whole.size(); ++row)
    answer.segments.push_back({whole.optional_text(row, 1), GroupReader(question, results, found, whole.integer(row, 0)).figures(row)});
  std::vector<std::string> ids;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints) ids.push_back(touchpoint.id);
  answer.off_map = results.at("off_map").integer(0, 0);
  answer.claimed_events = results.at("claimed").integer(0, 0);
  const Rows &unclaimed = results.at("unclaimed"), &overlaps = results.at("overlaps");
  for (std::size_t row = 0; row < unclaimed.size(); ++row) answer.unclaimed.push_back({unclaimed.text(row, 0), unclaimed.integer(row, 1)});
  for (std::size_t row = 0; row < overlaps.size(); ++row)
    answer.overlaps.push_back(
        {ids[static_cast<std::size_t>(overlaps.integer(row, 0))], ids[static_cast<std::size_t>(overlaps.integer(row, 1))], overlaps.integer(row, 2)});
  answer.identities = results.at("identities").integer(0, 0);
  answer.identities_joined = results.at("identities").integer(0, 1);
  if (!question.list) return answer;
  const Rows& listed = results.at("listed");
  for (std::size_t row = 0; row < listed.size(); ++row)
    answer.listed.push_back({listed.text(row, 0), listed.integer(row, 1), log.timed ? listed.integer(row, 2) : kNoTime});
  std::sort(answer.listed.begin(), answer.listed.end(), [](const auto& a, const auto& b) { return a.customer < b.customer; });
  return answer;
}

}  // namespace parcours
