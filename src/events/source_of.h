// From the beginning of a file, or all of it, to rows and events.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "events/attribute_reader.h"
#include "events/byte_source.h"
#include "events/column_plan.h"
#include "events/import_source.h"
#include "events/local_file.h"

namespace parcours {

struct RawInput {
  std::unique_ptr<ByteSource> bytes;  // text already (text_input.h)
  std::optional<LocalFile> file;      // instead, of XLSX and Parquet
  bool cut = false;                   // the bytes are only the beginning of a file
};

// The rows under the names of their columns.
Result<std::unique_ptr<AttributeReader>> rows_of(RawInput input, const std::string& name, const ColumnPlan& plan);

// The events.
Result<std::unique_ptr<ImportSource>> source_of(RawInput input, const std::string& name, const ColumnPlan& plan);

}  // namespace parcours
