// The pieces that the help, the manual page and the completions have in common.
#pragma once

#include <string>

#include "cli/command.h"

namespace parcours {

// "parcours draw [MAP] [options]"
std::string usage_of(const CommandInfo& command, const Options& options, Lang lang);

// "-o, --output FILE"; an argument's placeholder.
// With its placeholder in that language.
std::string label_of(const OptionInfo& option, Lang lang);
// "MAP" as it is called in that language, "CARTE"; words of small letters stand as they are typed.
std::string placeholder_in(std::string_view placeholder, Lang lang);

}  // namespace parcours
