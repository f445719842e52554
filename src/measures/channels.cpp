#include "measures/channels.h"

#include <algorithm>
#include <tuple>

#include "measures/pair_ids.h"
#include "measures/scope.h"
#include "measures/shares_by.h"

namespace parcours {
namespace {

constexpr double kFew = 0.05;  // identities joined, or customers on two channels: below this nothing can be said

enum class After { further, silence, open };

// What the index says of the events of one customer, who holds the positions from `begin` to `end`.
class Customer {
 public:
  Customer(const Selection& selection, std::size_t unit, TimeMs silence)
      : begin(selection.begin[unit]), end(selection.begin[unit + 1]), selection_(selection), silence_(silence) {}

  std::uint32_t channel(std::uint64_t position) const { return selection_.index->channel[selection_.row(position)]; }
  bool next_is_near(std::uint64_t position) const { return !selection_.index->timed || at(position + 1) - at(position) <= silence_; }
  After after(std::uint64_t position) const {
    if (position + 1 < end) return next_is_near(position) ? After::further : After::silence;
    return selection_.index->timed && selection_.basis.as_of - at(position) <= silence_ ? After::open : After::silence;
  }

  const std::uint64_t begin, end;

 private:
  TimeMs at(std::uint64_t position) const { return selection_.index->start[selection_.row(position)]; }

  const Selection& selection_;
  const TimeMs silence_;
};

class Counts {
 public:
  Counts(std::size_t channels, bool whole_customer) : last_(channels), pairs_(channels), whole_customer_(whole_customer) {}

  void add(const Customer& customer) {
    std::uint32_t seen = 0;
    bool two = false;
    for (auto position = customer.begin; position < customer.end; ++position) {
      const std::uint32_t channel = customer.channel(position);
      const After after = customer.after(position);
      if (after == After::silence) ++last_[channel];
      if (channel != 0 && seen != 0 && channel != seen) two = true;
      if (channel != 0) seen = channel;
      if (position == customer.begin || !(whole_customer_ || customer.next_is_near(position - 1))) continue;
      add_move(pairs_.of(customer.channel(position - 1), channel), customer.channel(position - 1) == channel, after);
    }
    ++customers_;
    changes_.end_customer();
    staying_.end_customer();
    if (seen != 0) ++on_any_, on_two_ += two;
  }

  std::int64_t last(std::size_t channel) const { return last_[channel]; }
  Share staying() const { return staying_.share(0); }
  Share on_two_or_more() const { return wilson(on_two_, on_any_); }
  void tell_moves(const Dictionary& names, ChannelsAnswer& answer) const {
    for (std::uint32_t id = 0; id < moves_.size(); ++id) {
      const auto [from, to] = pairs_.pair(id);
      answer.moves.push_back({names.at(from), names.at(to), moves_[id].moves, moves_[id].customers});
      if (from != to) answer.changes.push_back({names.at(from), names.at(to), moves_[id].moves, changes_.share(id)});
    }
  }

 private:
  struct Moves {
    std::int64_t moves = 0, customers = 0;
    std::uint64_t last_customer = ~std::uint64_t{0};
  };

  void add_move(std::uint32_t id, bool stays, After after) {
    if (id == moves_.size()) moves_.push_back({});
    Moves& move = moves_[id];
    ++move.moves;
    if (move.last_customer != customers_) ++move.customers;
    move.last_customer = customers_;
    if (after == After::open) return;
    if (stays) staying_.add(0, after == After::further);
    else changes_.add(id, after == After::further);
  }

  std::vector<std::int64_t> last_;
  PairIds pairs_;
  std::vector<Moves> moves_;  // by pair
  std::uint64_t customers_ = 0;
  bool whole_customer_;
  SharesBy changes_, staying_;
  std::int64_t on_any_ = 0, on_two_ = 0;
};

std::optional<WhyUnseen> why_unseen(const Share& on_two_or_more, const Share& joined) {
  if (on_two_or_more.n == 0) return WhyUnseen::no_channel;
  const bool few_joined = joined.n == 0 || joined.value < kFew;
  if (few_joined && on_two_or_more.value < kFew) return WhyUnseen::few_joined;
  if (on_two_or_more.count == 0) return WhyUnseen::one_channel_each;
  return std::nullopt;
}

void sort_moves(ChannelsAnswer& answer) {
  std::sort(answer.moves.begin(), answer.moves.end(),
            [](const ChannelMove& a, const ChannelMove& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  std::sort(answer.changes.begin(), answer.changes.end(),
            [](const ChannelChange& a, const ChannelChange& b) { return std::tie(b.moves, a.from, a.to) < std::tie(a.moves, b.from, b.to); });
}

}  // namespace

Result<ChannelsAnswer> channels(const EventIndex& index, const ChannelsQuestion& question) {
  const TimeMs silence = silence_of(question.scope);
  const bool whole_customer = question.scope.per == Per::customer;
  PARCOURS_TRY(const Selection selection, select(index, question.scope, Per::customer, silence));
  Counts counts(index.channels.size(), whole_customer);
  for (std::size_t unit = 0; unit < selection.units(); ++unit) counts.add(Customer(selection, unit, silence));

  ChannelsAnswer answer;
  answer.basis = selection.basis;
  counts.tell_moves(index.channels, answer);
  sort_moves(answer);
  for (std::uint32_t channel = 0; channel < index.channels.size(); ++channel)
    if (counts.last(channel) > 0) answer.last.push_back({index.channels.at(channel), counts.last(channel)});
  std::sort(answer.last.begin(), answer.last.end(),
            [](const ChannelLast& a, const ChannelLast& b) { return std::tie(b.count, a.channel) < std::tie(a.count, b.channel); });
  answer.went_on_after_staying = counts.staying();
  answer.on_two_or_more = counts.on_two_or_more();
  answer.joined = wilson(static_cast<std::int64_t>(index.identities_joined), static_cast<std::int64_t>(index.identities));
  answer.unseen = why_unseen(answer.on_two_or_more, answer.joined);
  return answer;
}

}  // namespace parcours
