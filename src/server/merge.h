// Edits made on an older text of a file: which of them still mean what they meant.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "map/edits.h"

namespace parcours {

// What one wanted to change and another has changed since.
struct EditConflict {
  std::string path;
  Json was, theirs, yours;
};

// `was`: what the element said when the edit was made (null: it was not there). An edit of an element that still says the same is made as if nothing
// had happened; so is one that adds where nobody else has added the same.
std::optional<EditConflict> conflict_of(const SourceText& now, const Edit& edit, const Json& was);

}  // namespace parcours
