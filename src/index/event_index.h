// All events of all customers as columns, sorted by resolved customer, then time, then arrival: what kernels read.
// Derived from the store and can always be thrown away. Here it lies in memory; a file behind it comes later, behind this header.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/dictionary.h"
#include "base/result.h"
#include "base/score.h"
#include "base/time.h"
#include "events/event_batch.h"

namespace parcours {

// Property values as codes; 0 = the event has none.
struct PropertyColumn {
  std::string name;
  TextColumn values;
};

struct EventIndex {
  Zone zone = Zone::utc();
  bool timed = true;  // false: only the order is known; start counts up, length is 0
  bool synthetic = false;
  Dictionary customers;  // customer c (0-based) is customers.at(customer_code[c])
  std::vector<std::uint32_t> customer_code;
  std::vector<std::uint64_t> begin;                   // customers + 1: events of customer c are [begin[c], begin[c + 1])
  std::vector<TimeMs> start;                          // of the event's interval, see base/time.h
  std::vector<std::uint32_t> length;                  // end - start, ms
  std::vector<std::uint32_t> event, channel, source;  // codes; 0 = none
  Dictionary events, channels, sources;
  std::vector<double> value, score;  // kNone: absent
  std::vector<ScoreScale> scale;
  std::vector<PropertyColumn> properties;
  std::uint64_t identities = 0, identities_joined = 0;

  std::size_t size() const { return start.size(); }
  std::size_t customer_count() const { return customer_code.size(); }
  TimeMs end(std::size_t row) const { return start[row] + length[row]; }
};

// Builds it from columns as the store's scan gives them: `events` sorted by customer code, then time, then arrival.
// Times are cut down to their unit in `zone`, and each customer's events are put in order of their cut start, then arrival.
// One row whose unit is `order` makes the whole index one that knows only the order: events keep the order they came in.
// Columns of `events` that are empty are absent in every row; links are not read.
struct IndexInput {
  EventBatch events;
  std::vector<std::int64_t> arrival;  // of each row; empty: rows that tie after the cut keep the order they came in
  std::vector<PropertyColumn> properties;
  std::uint64_t identities = 0, identities_joined = 0;
  bool synthetic = false;
};
EventIndex build_index(IndexInput input, const Zone& zone);

}  // namespace parcours
