// A small table of any format, whole: rows of named values, not yet events.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "events/attribute_reader.h"
#include "events/byte_source.h"

namespace parcours {

// The first row names the columns. Fails on what is no table, and beyond `rows_max` rows.
Result<std::vector<AttributeRow>> read_rows(Inputs& inputs, const std::string& path, const std::string& sheet, std::size_t rows_max);

}  // namespace parcours
