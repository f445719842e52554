// Looks at the beginning of a file of events and says how it should be read, and why.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "events/byte_source.h"
#include "events/column_plan.h"
#include "events/import_options.h"

namespace parcours {

// Looks at the first 5 000 rows or 1 MB. Follows `options` where they speak, guesses the rest.
// Fails (misuse) on a column that is not there, when no column can be the customer or the event, on an unknown zone;
// (failure) on a file that cannot be read, is empty, binary, has no rows, or of whose first rows more than half would be rejected.
// `recall` is asked, where no column and no recipe is given, for what was chosen for files with these columns: JSON of saved_choices.h, or "".
using Recall = std::function<Result<std::string>(const std::vector<std::string>& columns)>;
Result<ColumnPlan> guess_plan(Inputs& inputs, const std::string& path, const ImportOptions& options, const Recall& recall = {});

}  // namespace parcours
