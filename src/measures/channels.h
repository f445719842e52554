// Where contacts happen, and how customers pass from one channel to another. docs/measures/channels.md.
//
// What holds besides:
// - A move leads from an event to the customer's next one (with Scope::per journey: within the journey only), diagonal included,
//   however long the silence between them. `count` counts customers either way.
// - Last on a channel: events followed by nothing within the inactivity, once it has passed; an event at which that is still open
//   (the as-of is nearer) is not last. Where a log has no times, the last event of each customer.
// - A move "went on" when a further event of the customer follows its arrival within the inactivity. Moves for which that is still
//   open count in no share. Shares of moves are clustered by customer.
// - `on_two_or_more` is of the customers seen on any channel. `joined` is of all identities of the workspace.
// - It cannot be seen how customers change channel when no customer was seen on two, or when under 5 % of identities are joined
//   and under 5 % of customers were seen on two: identities that nobody joined would look the same.
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/channels.h"

namespace parcours {

// Moves: by names. Last: most first, then by name. Changes: most moves first, then by names.
Result<ChannelsAnswer> channels(const EventIndex& index, const ChannelsQuestion& question);

}  // namespace parcours
