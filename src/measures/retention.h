// Who comes back, period after period, and who buys again. docs/measures/retention.md.
//
// What holds besides:
// - A customer's cohort is the calendar period of his first event ever (of `came`, when given) among the events for which
//   Scope::where holds, even before `since`. With `since`, the cohorts are those customers whose first event lies in the range;
//   who had come before is in none. `until` ends the data.
// - Cells run from period 0 to the one that holds the as-of (the last one before `until`). A period is over when it ends at or
//   before the as-of. A customer is active in a period with any event (or one of `active`) in it, in period 0 also before his
//   first `came` event. Cohorts without a customer are left out.
// - Repurchase speaks of the customers whose first event of `purchase` ever lies in the range. The time to the second is from that
//   first event to the first one on a later calendar day; who has none is censored at the as-of.
// - Scope::per means nothing here: customers come back, journeys do not. A log without times is misuse.
#pragma once

#include "base/result.h"
#include "index/event_index.h"
#include "questions/retention.h"

namespace parcours {

Result<RetentionAnswer> retention(const EventIndex& index, const RetentionQuestion& question);

}  // namespace parcours
