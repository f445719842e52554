#pragma once

#include <string_view>

#include "base/result.h"
#include "events/column_plan.h"

namespace parcours {

// What kind of file begins like this. Fails, saying what it is, on what cannot be read: nothing, an old or protected spreadsheet, a PDF, a JSON
// array, HTML, binary data.
Result<FileFormat> sniff_format(std::string_view beginning);

}  // namespace parcours
