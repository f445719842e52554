// A file of identity links: two columns, each row says that both are one customer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "events/byte_source.h"
#include "events/import_source.h"

namespace parcours {

struct LinkFile {
  std::vector<std::pair<std::string, std::string>> pairs;  // in order of the file
  std::vector<Reject> rejects;                             // rows with an empty side, or not of two fields
  std::uint64_t rows = 0;
};

// CSV as in events (separator, encoding, gzip and header row are found by themselves). Fails when there are not two columns.
Result<LinkFile> read_links(Inputs& inputs, const std::string& path);

}  // namespace parcours
