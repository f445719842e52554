#pragma once

#include <memory>
#include <string>

#include "events/byte_source.h"
#include "events/column_plan.h"
#include "events/import_source.h"

namespace parcours {

// The events in bytes that are text already (text_input.h). cut: they are only the beginning of a file.
std::unique_ptr<ImportSource> source_of(std::unique_ptr<ByteSource> bytes, const std::string& name, const ColumnPlan& plan, bool cut);

}  // namespace parcours
