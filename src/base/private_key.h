// Keys kept in a file of their own.
#pragma once

#include <string>

#include "base/result.h"

namespace parcours {

// Makes a file with a fresh random key that only its owner may read: whole or not at all, synced. Where there is a key already (another
// process was first), that one stays and is given. The folder must be there.
Result<std::string> make_private_key(const std::string& path);

}  // namespace parcours
