// Where contacts happen and how customers pass from one channel to another. docs/measures/channels.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "questions/figure.h"
#include "questions/scope.h"

namespace parcours {

struct ChannelsQuestion {
  Scope scope;  // inactivity: silence after which a channel is the last one of a journey
};

struct ChannelMove {
  std::string from, to;               // "": an event without a channel
  std::int64_t moves = 0, count = 0;  // moves; customers with at least one
};

struct ChannelLast {
  std::string channel;
  std::int64_t count = 0;  // events that are followed by nothing within the inactivity, once it has passed
};

// After an event on `from`, what share of moves is followed by a further event (the customer goes on), by where the move led.
struct ChannelChange {
  std::string from, to;
  std::int64_t moves = 0;
  Share went_on;  // of the arrivals on `to` coming from `from`: those after which the journey goes on
};

// Why moves between channels cannot be seen. The first that holds is told.
enum class WhyUnseen {
  no_channel,        // no event in scope has one
  few_joined,        // few identities are joined, and few or none of the customers seen on two channels
  one_channel_each,  // identities are joined, yet nobody was seen on two channels
};
std::string_view code_of(WhyUnseen why);  // "no-channel" | "few-joined" | "one-channel-each"

struct ChannelsAnswer {
  Basis basis;
  std::vector<ChannelMove> moves;
  std::vector<ChannelLast> last;
  std::vector<ChannelChange> changes;  // from != to, most moves first
  Share went_on_after_staying;         // the same for moves within a channel
  Share on_two_or_more;                // customers seen on two channels or more
  Share joined;                        // identities joined with another
  std::optional<WhyUnseen> unseen;     // nothing: moves between channels can be seen
};

}  // namespace parcours
