// The proof that an erased person is in no file of the workspace any more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/context.h"

namespace parcours {

// True when the word stands in the text with no letter or digit right before or behind it (bytes beyond ASCII are letters).
bool stands_in(std::string_view text, std::string_view word);

// Every place where one of the identities still stands as a word: files by their path in the workspace, columns of segments as
// "events/segment-000001.parquet: properties". Reads every byte of every file, and beyond the bytes what Parquet packs and all texts of the
// catalogue. Left out: identities shorter than six bytes (they stand everywhere by chance), .git, and folders other processes are working in.
Result<std::vector<std::string>> mentions_of(StoreContext& context, const std::vector<std::string>& identities);

}  // namespace parcours
