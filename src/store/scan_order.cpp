#include "store/scan_order.h"

#include <algorithm>
#include <numeric>

namespace parcours {
namespace {

using Codes = std::vector<std::uint32_t>;

// Codes 1… of the dictionary in the order of their texts. They come in sorted runs, one a segment: runs are found and merged.
Codes in_order_of_text(const Dictionary& texts) {
  Codes codes(texts.size() - 1);
  std::iota(codes.begin(), codes.end(), 1u);
  const auto before = [&texts](std::uint32_t a, std::uint32_t b) { return texts.at(a) < texts.at(b); };
  std::vector<std::size_t> ends;  // of runs
  for (std::size_t at = 1; at <= codes.size(); ++at)
    if (at == codes.size() || before(codes[at], codes[at - 1])) ends.push_back(at);
  while (ends.size() > 1) {
    std::vector<std::size_t> merged;
    for (std::size_t run = 0; run < ends.size(); run += 2) {
      const std::size_t begin = run == 0 ? 0 : ends[run - 1], end = run + 1 < ends.size() ? ends[run + 1] : ends[run];
      std::inplace_merge(codes.begin() + begin, codes.begin() + ends[run], codes.begin() + end, before);
      merged.push_back(end);
    }
    ends = std::move(merged);
  }
  return codes;
}

// For each identity's code, the code of its customer in `customers`.
Codes customers_of(const Dictionary& identities, const People& people, Dictionary& customers) {
  Codes customer(identities.size());
  for (std::uint32_t code = 1; code < identities.size(); ++code) customer[code] = customers.intern(people.customer_of(identities.at(code)));
  return customer;
}

std::uint64_t joined(const Codes& customer_by_identity, std::size_t customers) {
  std::vector<std::uint32_t> identities(customers);
  for (std::size_t code = 1; code < customer_by_identity.size(); ++code) ++identities[customer_by_identity[code]];
  std::uint64_t count = 0;
  for (const std::uint32_t n : identities) count += n > 1 ? n : 0;
  return count;
}

// Gives every row's customer the code of its rank among the customers' texts.
void rank_customers(TextColumn& customer) {
  const Codes order = in_order_of_text(customer.texts);
  if (std::is_sorted(order.begin(), order.end())) return;
  Codes rank(customer.texts.size());
  Dictionary sorted;
  for (const std::uint32_t code : order) rank[code] = sorted.intern(customer.texts.at(code));
  for (std::uint32_t& code : customer.codes) code = rank[code];
  customer.texts = std::move(sorted);
}

// The place each row comes from: rows counted into their customers, then each customer's few rows sorted where they are not.
Codes row_order(const EventBatch& events, const std::vector<std::int64_t>& arrival) {
  const Codes& customer = events.customer.codes;
  std::vector<std::uint32_t> begin(events.customer.texts.size() + 1);
  for (const std::uint32_t code : customer) ++begin[code + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  Codes order(customer.size());
  std::vector<std::uint32_t> next = begin;
  for (std::uint32_t row = 0; row < customer.size(); ++row) order[next[customer[row]]++] = row;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return events.time[a] != events.time[b] ? events.time[a] < events.time[b] : arrival[a] < arrival[b];
  };
  for (std::size_t code = 0; code + 1 < begin.size(); ++code) {
    const auto first = order.begin() + begin[code], last = order.begin() + begin[code + 1];
    if (!std::is_sorted(first, last, before)) std::sort(first, last, before);
  }
  return order;
}

template <class T>
void gather(std::vector<T>& column, const Codes& order) {
  if (column.empty()) return;
  std::vector<T> sorted(column.size());
  for (std::size_t row = 0; row < order.size(); ++row) sorted[row] = column[order[row]];
  column = std::move(sorted);
}

}  // namespace

void order_scan(Scan& scan, const People& people) {
  EventBatch& events = scan.events;
  scan.identities = events.customer.texts.size() - 1;
  if (people.joins_anyone()) {
    Dictionary customers;
    const Codes customer = customers_of(events.customer.texts, people, customers);
    scan.joined = joined(customer, customers.size());
    for (std::uint32_t& code : events.customer.codes) code = customer[code];
    events.customer.texts = std::move(customers);
  }
  rank_customers(events.customer);
  const Codes order = row_order(events, scan.arrival);
  if (std::is_sorted(order.begin(), order.end())) return;
  for (Codes* codes :
       {&events.customer.codes, &events.event.codes, &events.channel.codes, &events.source.codes, &events.id.codes, &events.properties.codes})
    gather(*codes, order);
  gather(events.time, order);
  gather(events.unit, order);
  gather(events.value, order);
  gather(events.score, order);
  gather(events.scale, order);
  gather(scan.arrival, order);
  gather(scan.import, order);
  for (TextColumn& property : scan.properties) gather(property.codes, order);
}

}  // namespace parcours
