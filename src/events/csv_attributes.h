// Delimited text as rows of named values, for what reads every format alike.
#pragma once

#include <memory>

#include "events/attribute_reader.h"
#include "events/csv_reader.h"

namespace parcours {

// header: the first row names the columns; else they are col1, col2… Rows of another length are told as such.
std::unique_ptr<AttributeReader> csv_attributes(CsvReader reader, bool header);

}  // namespace parcours
