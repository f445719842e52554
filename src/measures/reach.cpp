#include "measures/reach.h"

#include <algorithm>

#include "measures/shares_by.h"

namespace parcours {
namespace {

// What one journey did at one place.
struct Stay {
  std::uint64_t first_visit = 0;
  std::uint32_t runs = 0, visits = 0;
};

class ReachCounter {
 public:
  ReachCounter(const JourneyTable& table, const Places& places)
      : table_(table),
        places_(places),
        stays_(places.size()),
        last_customer_(places.size(), kNobody),
        out_(places.size()),
        journeys_(places.size()) {}

  void add(const Journey& journey) {
    follow(journey);
    find_later_stages(journey);
    ++customer_journeys_;
    for (const PlaceId place : visited_) count(journey, place);
    visited_.clear();
  }

  void end_customer() {
    for (std::size_t place = 0; place < places_.size(); ++place) {
      shares_[place].add(journeys_[place], customer_journeys_);
      journeys_[place] = 0;
    }
    customer_journeys_ = 0;
    next_.end_customer(), goal_.end_customer(), repeats_.end_customer();
  }

  std::vector<Reach> result() {
    for (std::uint32_t place = 0; place < places_.size(); ++place) {
      Reach& reach = out_[place];
      reach.journeys_share = shares_[place].share();
      reach.to_next_stage = next_.share(place);
      reach.to_goal = goal_.share(place);
      reach.repeats = repeats_.share(place);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};

  PlaceId place_at(std::uint64_t visit) const { return places_.of[table_.touchpoint[visit]]; }

  void follow(const Journey& journey) {
    for (auto visit = journey.first; visit < journey.last; ++visit) {
      const PlaceId place = place_at(visit);
      Stay& stay = stays_[place];
      if (stay.visits++ == 0) {
        stay.first_visit = visit;
        visited_.push_back(place);
      }
      if (visit == journey.first || place_at(visit - 1) != place) ++stay.runs;
    }
  }

  // The latest stage among the visits after each visit of the journey; -1 after the last one.
  void find_later_stages(const Journey& journey) {
    latest_after_.assign(journey.last - journey.first, -1);
    int latest = -1;
    for (auto visit = journey.last; visit-- > journey.first;) {
      latest_after_[visit - journey.first] = latest;
      latest = std::max(latest, int{table_.shape.stage_of[table_.touchpoint[visit]]});
    }
  }

  void count(const Journey& journey, PlaceId place) {
    Reach& reach = out_[place];
    Stay& stay = stays_[place];
    reach.visits += stay.visits;
    ++reach.journeys;
    ++journeys_[place];
    if (last_customer_[place] != journey.customer) ++reach.customers;
    last_customer_[place] = journey.customer;
    repeats_.add(place, stay.runs > 1);
    if (journey.closed()) {
      const int stage = places_.stage[place];
      if (stage < table_.shape.last_with_rule) next_.add(place, latest_after_[stay.first_visit - journey.first] > stage);
      if (!places_.after[place] && table_.shape.goal >= 0) goal_.add(place, journey.reached_goal);
    }
    stay = {};
  }

  const JourneyTable& table_;
  const Places& places_;
  std::vector<Stay> stays_;  // of the present journey
  std::vector<PlaceId> visited_;
  std::vector<int> latest_after_;
  std::vector<std::uint32_t> last_customer_;
  std::vector<Reach> out_;
  std::vector<std::int64_t> journeys_;  // of the present customer
  std::int64_t customer_journeys_ = 0;
  std::vector<ClusteredCount> shares_ = std::vector<ClusteredCount>(places_.size());
  SharesBy next_, goal_, repeats_;
};

}  // namespace

std::vector<Reach> reach_of(const JourneyTable& table, JourneyIds ids, const Places& places) {
  ReachCounter counter(table, places);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Journey& journey = table.journeys[ids[i]];
    counter.add(journey);
    if (i + 1 == ids.size() || table.journeys[ids[i + 1]].customer != journey.customer) counter.end_customer();
  }
  return counter.result();
}

}  // namespace parcours
