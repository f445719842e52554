// A zip archive in memory: what Office's files are. The same parts give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace parcours {

struct ArchivePart {
  std::string path, content;
};

// In the order given, compressed, all of one fixed date.
Result<std::string> archive(const std::vector<ArchivePart>& parts);

}  // namespace parcours
