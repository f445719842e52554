// Identities replaced by keyed digests, so that the same person is the same customer without being named. docs/formats/import.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "events/import_source.h"

namespace parcours {

// "p-" and 32 hexadecimal digits. The same identity gives the same one under the same key, however its address is written.
// REQUIRES: key is not empty.
std::string pseudonym(std::string_view identity, const std::string& key);

// The source with customers, further identities, and every property that is an e-mail address replaced; properties that name people or say
// where they live are left out. Rejects are not changed: they are shown, never kept.
std::unique_ptr<ImportSource> pseudonymised(std::unique_ptr<ImportSource> source, std::string key);

}  // namespace parcours
