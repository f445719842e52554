// How a delimited text is written: its separator, whether its first row names the columns.
#pragma once

#include <string_view>

#include "base/result.h"
#include "events/column_plan.h"
#include "events/import_options.h"
#include "events/sample_table.h"

namespace parcours {

struct CsvSample {
  CsvDialect dialect;
  SampleTable table;            // rows of the right length only
  std::size_t rows = 0;         // data rows seen, others included
  bool header_assumed = false;  // nothing in the file says whether the first row is a header
};

// `cut`: the sample is only the beginning of the file. Fails when there is only one column, a header without rows, or too many columns.
Result<CsvSample> sample_csv(std::string_view sample, bool cut, Encoding encoding, const ImportOptions& options, std::size_t rows_max);

}  // namespace parcours
