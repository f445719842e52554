#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "index/event_index.h"

namespace parcours {
namespace {

// Cuts times to their unit. Days are looked up in the zone once each.
class Cutter {
 public:
  explicit Cutter(const Zone& zone) : zone_(zone) {}

  TimeInterval cut(TimeMs time, TimeUnit unit) {
    if (unit != TimeUnit::day) return interval_of(time, unit, zone_);
    if (time >= last_.start && time < last_.end) return last_;
    std::vector<TimeInterval>& days = days_[time / kDay - (time % kDay < 0)];  // local days that meet this UTC day
    const auto known = std::find_if(days.begin(), days.end(), [time](const TimeInterval& day) { return time >= day.start && time < day.end; });
    return last_ = known != days.end() ? *known : days.emplace_back(interval_of(time, unit, zone_));
  }

 private:
  const Zone& zone_;
  std::unordered_map<std::int64_t, std::vector<TimeInterval>> days_;
  TimeInterval last_;
};

template <class T>
void release(std::vector<T>& column) {
  std::vector<T>().swap(column);
}

// A column that was left empty means: none of it in any row.
template <class T>
std::vector<T> filled(std::vector<T>&& column, std::size_t rows, T none) {
  assert(column.empty() || column.size() == rows);
  if (column.empty()) column.assign(rows, none);
  return std::move(column);
}

void take_customers(TextColumn& customer, EventIndex& index) {
  for (std::size_t row = 0; row < customer.codes.size(); ++row) {
    if (row != 0 && customer.codes[row] == customer.codes[row - 1]) continue;
    assert(row == 0 || customer.codes[row] > customer.codes[row - 1]);
    index.customer_code.push_back(customer.codes[row]);
    index.begin.push_back(row);
  }
  index.begin.push_back(customer.codes.size());
  index.customers = std::move(customer.texts);
  release(customer.codes);
}

void take_times(EventBatch& events, EventIndex& index) {
  index.timed = std::find(events.unit.begin(), events.unit.end(), TimeUnit::order) == events.unit.end();
  index.start = std::move(events.time);
  index.length.assign(index.start.size(), 0);
  if (index.timed) {
    Cutter cutter(index.zone);
    for (std::size_t row = 0; row < index.start.size(); ++row) {
      const TimeInterval interval = cutter.cut(index.start[row], events.unit[row]);
      index.start[row] = interval.start;
      index.length[row] = static_cast<std::uint32_t>(interval.end - interval.start);
    }
  } else {
    for (std::size_t customer = 0; customer < index.customer_count(); ++customer)
      std::iota(index.start.begin() + static_cast<std::ptrdiff_t>(index.begin[customer]),
                index.start.begin() + static_cast<std::ptrdiff_t>(index.begin[customer + 1]), TimeMs{0});
  }
  release(events.unit);
}

void take_fields(EventBatch& events, EventIndex& index) {
  const std::size_t rows = index.size();
  index.event = std::move(events.event.codes);
  index.events = std::move(events.event.texts);
  index.channel = filled(std::move(events.channel.codes), rows, 0u);
  index.channels = std::move(events.channel.texts);
  index.source = filled(std::move(events.source.codes), rows, 0u);
  index.sources = std::move(events.source.texts);
  index.value = filled(std::move(events.value), rows, kNone);
  index.score = filled(std::move(events.score), rows, kNone);
  index.scale = filled(std::move(events.scale), rows, ScoreScale::none);
}

template <class T>
void reorder(std::vector<T>& column, std::uint64_t from, const std::vector<std::uint32_t>& order, std::vector<T>& scratch) {
  scratch.clear();
  for (const std::uint32_t offset : order) scratch.push_back(column[from + offset]);
  std::copy(scratch.begin(), scratch.end(), column.begin() + static_cast<std::ptrdiff_t>(from));
}

// Cutting times to their unit may have put a customer's events out of order: those customers are sorted again, and arrival breaks ties.
class Sorter {
 public:
  Sorter(EventIndex& index, const std::vector<std::int64_t>& arrival) : index_(index), arrival_(arrival) {}

  void sort(std::uint64_t from, std::uint64_t to) {
    order_.resize(to - from);
    std::iota(order_.begin(), order_.end(), 0u);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
      const TimeMs left = index_.start[from + a], right = index_.start[from + b];
      return left != right || arrival_.empty() ? left < right : arrival_[from + a] < arrival_[from + b];
    };
    if (std::is_sorted(order_.begin(), order_.end(), before)) return;
    std::stable_sort(order_.begin(), order_.end(), before);
    reorder(index_.start, from, order_, times_);
    for (auto* column : {&index_.length, &index_.event, &index_.channel, &index_.source}) reorder(*column, from, order_, codes_);
    for (auto* column : {&index_.value, &index_.score}) reorder(*column, from, order_, numbers_);
    reorder(index_.scale, from, order_, scales_);
    for (auto& property : index_.properties) reorder(property.values.codes, from, order_, codes_);
  }

 private:
  EventIndex& index_;
  const std::vector<std::int64_t>& arrival_;
  std::vector<std::uint32_t> order_, codes_;
  std::vector<TimeMs> times_;
  std::vector<double> numbers_;
  std::vector<ScoreScale> scales_;
};

}  // namespace

EventIndex build_index(IndexInput input, const Zone& zone) {
  EventIndex index;
  index.zone = zone;
  index.synthetic = input.synthetic;
  index.identities = input.identities;
  index.identities_joined = input.identities_joined;
  release(input.events.id.codes);
  release(input.events.properties.codes);
  release(input.events.line);
  take_customers(input.events.customer, index);
  take_times(input.events, index);
  take_fields(input.events, index);
  index.properties = std::move(input.properties);
  Sorter sorter(index, input.arrival);
  if (index.timed)
    for (std::size_t customer = 0; customer < index.customer_count(); ++customer) sorter.sort(index.begin[customer], index.begin[customer + 1]);
  return index;
}

}  // namespace parcours
