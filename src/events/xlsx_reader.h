// Rows of a sheet of an XLSX file, under the names of its header row.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "events/attribute_reader.h"
#include "events/local_file.h"

namespace parcours {

struct SheetChoice {
  std::string sheet;           // its name, or its number from 1; "": the first that is not hidden
  std::optional<bool> header;  // a row names the columns; nothing: looked for
};

struct OpenedSheet {
  std::unique_ptr<AttributeReader> reader;  // a row's line is its number in the sheet
  std::string sheet;
  std::vector<std::string> others;    // the sheets that are not read
  std::uint64_t header_row = 0;       // 0: none
  std::vector<std::string> repeated;  // names that stand more than once in the header
};

// `name` is what complaints call the file. Fails on broken, protected and oversized archives, and (misuse) on a sheet that is not there.
Result<OpenedSheet> read_xlsx(LocalFile file, const std::string& name, const SheetChoice& choice);

}  // namespace parcours
