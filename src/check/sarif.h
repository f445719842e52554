// Findings as a SARIF 2.1.0 log, for what reads the complaints of many tools. docs/formats/sarif.md
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "check/check.h"

namespace parcours {

struct SarifInput {
  std::vector<Diagnostic> findings;
  std::vector<IgnoredFinding> ignored;
  std::map<std::string, std::string> sources;  // text by file: where regions end is read there
};

// `folder`: the workspace's; files below it are named relative to it. Equal inputs give equal bytes.
Json to_sarif(const std::vector<SarifInput>& maps, std::string_view folder, std::string_view program_version, Lang lang);

}  // namespace parcours
