// The options that stand before or after any verb.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/session.h"

namespace parcours {

inline constexpr char kProgramVersion[] = "0.1.0", kProgramDate[] = "2026-11-22";

struct GlobalOptions {
  std::string folder;  // -C DIR
  std::string lang;    // --lang fr|en
  bool json = false, stats = false, help = false, version = false;
  std::vector<std::string> rest;  // what is left, in order

  void apply(Session& session) const;
};

Result<GlobalOptions> take_global_options(const std::vector<std::string>& words);

// As help shows them.
const std::vector<OptionInfo>& global_option_infos();

}  // namespace parcours
