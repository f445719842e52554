// The link columns of a batch as one: {"email":"ana@x.fr","phone":"+33…"}.
#pragma once

#include "events/event_batch.h"

namespace parcours {

// One JSON object a row, of the link columns that say something; none where they are all empty.
TextColumn identities_column(const EventBatch& batch);

// The properties of the row had its link columns been properties like others: how the same file came in before somebody said that they are links.
std::string properties_with_links(const EventBatch& batch, std::size_t row);

}  // namespace parcours
