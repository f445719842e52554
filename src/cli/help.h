// The pieces that the help, the manual page and the completions have in common.
#pragma once

#include <string>

#include "cli/command.h"

namespace parcours {

// "parcours draw [MAP] [options]"
std::string usage_of(const CommandInfo& command, const Options& options, Lang lang);

// "-o, --output FILE"; an argument's placeholder.
std::string label_of(const OptionInfo& option);

}  // namespace parcours
