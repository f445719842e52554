#include "measures/read_journeys.h"

#include <cmath>

#include "measures/map_claims.h"

namespace parcours {
namespace {

int stage_numbered(const MeasureQuestion& question, const std::string& id) {
  for (std::size_t stage = 0; stage < question.stages.size(); ++stage)
    if (!id.empty() && question.stages[stage].id == id) return static_cast<int>(stage);
  return -1;
}

class Reader {
 public:
  Reader(const Selection& selection, TimeMs silence, const MeasureQuestion& question, const FieldValues* by)
      : selection_(selection), index_(*selection.index), silence_(silence), by_(by), leads_to_(stage_numbered(question, question.leads_to)) {
    table_.shape = shape_of(question);
    table_.timed = index_.timed;
    table_.as_of = selection.basis.as_of;
    match_ = std::make_unique<MapClaims>(match_rules(question), visit_order(table_.shape), index_);
    failure_ = std::make_unique<MapClaims>(failure_rules(question), visit_order(table_.shape), index_);
    if (by_) representatives_ = by_->representatives();
  }

  JourneyTable read() {
    for (std::size_t unit = 0; unit < selection_.units(); ++unit) {
      if (unit == 0 || selection_.customer[unit] != selection_.customer[unit - 1]) begin_customer();
      read_unit(unit);
    }
    begin_customer();
    return std::move(table_);
  }

 private:
  static constexpr std::uint64_t kNowhere = ~std::uint64_t{0};

  // Closes the books of the customer before.
  void begin_customer() {
    for (const auto& [journey, position] : goals_) table_.journeys[journey].returned = last_led_to_ != kNowhere && last_led_to_ > position;
    goals_.clear();
    last_led_to_ = kNowhere;
    last_visit_ = -1;
  }

  void read_unit(std::size_t unit) {
    journey_ = Journey{};
    journey_.customer = selection_.customer[unit];
    journey_.first = table_.touchpoint.size();
    const auto begin = selection_.begin[unit], end = selection_.begin[unit + 1];
    for (auto position = begin; position < end; ++position) read_event(position, selection_.row(position));
    journey_.last = table_.touchpoint.size();
    if (!journey_.reached_goal) journey_.middle = journey_.last;
    journey_.last_event = index_.start[selection_.row(end - 1)];
    journey_.silent = !index_.timed || table_.as_of - journey_.last_event > silence_;
    if (by_) journey_.segment = representatives_[by_->code(selection_.row(begin))];
    table_.journeys.push_back(journey_);
  }

  void read_event(std::uint64_t position, std::size_t row) {
    claiming_.clear();
    match_->each(row, [&](PlaceId touchpoint) { claiming_.push_back(touchpoint); });
    failure_->each(row, [&](PlaceId touchpoint) { table_.failed.push_back({table_.journeys.size(), touchpoint}); });
    for (const PlaceId touchpoint : claiming_) visit(touchpoint, position, row);
    if (!std::isnan(index_.score[row])) give_score(row);
    if (!claiming_.empty()) last_visit_ = claiming_.back();
  }

  void visit(PlaceId touchpoint, std::uint64_t position, std::size_t row) {
    const bool is_goal = touchpoint == table_.shape.goal;
    if (table_.shape.stage_of[touchpoint] == leads_to_) last_led_to_ = position;
    if (is_goal && !std::isnan(index_.value[row])) table_.goal_values.push_back({table_.journeys.size(), index_.value[row]});
    if (table_.shape.after(touchpoint) != journey_.reached_goal || (is_goal && journey_.reached_goal)) return;
    table_.touchpoint.push_back(touchpoint);
    table_.at.push_back(index_.start[row]);
    table_.channel.push_back(index_.channel[row]);
    if (!is_goal) return;
    journey_.reached_goal = true;
    journey_.middle = table_.touchpoint.size();
    goals_.emplace_back(table_.journeys.size(), position);
  }

  void give_score(std::size_t row) {
    const auto give = [&](PlaceId touchpoint) {
      table_.scores.push_back({table_.journeys.size(), row, touchpoint, index_.scale[row], index_.score[row]});
    };
    for (const PlaceId touchpoint : claiming_) give(touchpoint);
    if (claiming_.empty() && last_visit_ >= 0) give(static_cast<PlaceId>(last_visit_));
  }

  const Selection& selection_;
  const EventIndex& index_;
  const TimeMs silence_;
  const FieldValues* by_;
  const int leads_to_;
  std::unique_ptr<MapClaims> match_, failure_;
  std::vector<std::uint32_t> representatives_;
  JourneyTable table_;
  Journey journey_;                                             // the present one
  std::vector<PlaceId> claiming_;                               // the present event
  int last_visit_ = -1;                                         // the customer's last touchpoint, read or not
  std::vector<std::pair<std::uint64_t, std::uint64_t>> goals_;  // the customer's journeys that reached the goal, and where
  std::uint64_t last_led_to_ = kNowhere;
};

}  // namespace

JourneyTable read_journeys(const Selection& journeys, TimeMs silence, const MeasureQuestion& question, const FieldValues* by) {
  return Reader(journeys, silence, question, by).read();
}

}  // namespace parcours
