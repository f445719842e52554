// From a file and a plan to a stream of events.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "events/byte_source.h"
#include "events/column_plan.h"
#include "events/import_source.h"

namespace parcours {

// Opens `path` ("-": standard input) to be read as `plan` says. Unzips gzip by itself.
// REQUIRES: the plan has a customer column, and an event column or an event name.
Result<std::unique_ptr<ImportSource>> open_source(Inputs& inputs, const std::string& path, const ColumnPlan& plan);

// Several sources, one after the other, as one import; rejects name their file. They must agree on keeping duplicates and on being synthetic.
// REQUIRES: at least one.
Result<std::unique_ptr<ImportSource>> chain(std::vector<std::unique_ptr<ImportSource>> sources);

// The files that the patterns name: `*` and `?` in the last part of a path; others stand for themselves. Sorted within a pattern,
// each file once. A pattern that fits no file is a failure (misuse).
Result<std::vector<std::string>> expand_paths(const std::vector<std::string>& patterns, const Files& files);

}  // namespace parcours
