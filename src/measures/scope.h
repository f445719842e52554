// Applies a Scope to the index: which events are there, and cut into which units. The first thing every kernel does.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "index/event_index.h"
#include "questions/scope.h"

namespace parcours {

// The events in scope, unit after unit: a unit is a customer, or one of his journeys. Within a unit events keep the index's order.
// Units without an event are not there. Must not outlive the index.
struct Selection {
  const EventIndex* index = nullptr;
  Basis basis;
  bool everything = true;               // every event is in scope: position p is row p, and `rows` is empty
  std::vector<std::uint32_t> rows;      // else: the row at each position
  std::vector<std::uint64_t> begin;     // units + 1: unit u holds the positions [begin[u], begin[u + 1])
  std::vector<std::uint32_t> customer;  // of each unit: the customer's number in the index; never falls

  std::size_t units() const { return customer.size(); }
  std::size_t row(std::uint64_t position) const { return everything ? position : rows[position]; }
  // Its last event in scope lies no further back from the as-of than the silence. Never so in a log without times.
  bool is_open(std::size_t unit, TimeMs silence) const { return index->timed && basis.as_of - index->start[row(begin[unit + 1] - 1)] <= silence; }
  const std::string& name(std::size_t unit) const { return index->customers.at(index->customer_code[customer[unit]]); }
};

// Keeps the events with since <= start < until for which all of `where` hold, then cuts: a journey ends where the starts of two
// neighbours in scope lie more than `silence` apart. Cutting comes last: an event that is not in scope does not hold a journey together.
// basis.as_of is scope.until, else the start of the last event of the whole index, in scope or not.
// A log that knows only the order has one journey per customer and no as-of; `since` or `until` asked of it is misuse.
// A field that no event has is simply absent everywhere: whether a person meant it is for the engine to say.
Result<Selection> select(const EventIndex& index, const Scope& scope, Per cut, TimeMs silence);

}  // namespace parcours
