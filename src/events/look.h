// The beginning of a file, kept while it is being guessed at.
#pragma once

#include <optional>
#include <string>

#include "events/import_options.h"
#include "events/sample_table.h"
#include "events/source_of.h"

namespace parcours {

inline constexpr std::size_t kSampleRows = 5000;

struct Look {
  std::string text;               // of text formats
  bool cut = false;               // there may be more
  std::optional<LocalFile> file;  // of XLSX and Parquet: all of it
  RawInput again() const;         // to be read from the start
};

// Opens and reads as far as the first rows; settles the plan's format, encoding and sheet. Fails on what cannot be events.
Result<Look> look_at(Inputs& inputs, const std::string& path, const ImportOptions& options, ColumnPlan& plan);

// Columns of rows that name their values themselves, in order of first appearance; behind `table`'s own names, if it has some.
Outcome sample_attributes(AttributeReader& reader, SampleTable& table);

}  // namespace parcours
