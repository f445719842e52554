// Rows of a Parquet file. Structs and maps are flattened like the objects of NDJSON, lists become their JSON text.
#pragma once

#include <memory>
#include <string>

#include "events/attribute_reader.h"
#include "events/local_file.h"

namespace parcours {

// A row's line is its number in the file, from 1. `name` is what complaints call the file. Fails on what DuckDB cannot open as Parquet.
Result<std::unique_ptr<AttributeReader>> read_parquet(LocalFile file, const std::string& name);

}  // namespace parcours
