// The link columns of a batch as one: {"email":"ana@x.fr","phone":"+33…"}.
#pragma once

#include "events/event_batch.h"

namespace parcours {

// One JSON object a row, of the link columns that say something; none where they are all empty.
TextColumn identities_column(const EventBatch& batch);

}  // namespace parcours
