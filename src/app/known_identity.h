// Under which identity a person is kept, and the key of the pseudonyms.
#pragma once

#include <string>

#include "app/workspace.h"

namespace parcours {

// The key of the workspace's pseudonyms, `.parcours/pseudonym.key`; made when there is none, readable by its owner only. It is what joins an import
// to the ones before, and what a person could be known again by: it is not shared, and imports without it do not join.
Result<std::string> pseudonym_key(const Workspace& workspace);

// What a person types, as it is kept: an address in lower case; its pseudonym, where that is what has events. As typed when nothing has.
Result<std::string> known_identity(Workspace& workspace, const std::string& typed);

}  // namespace parcours
