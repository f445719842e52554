// Errors of the system in words.
#pragma once

#include "base/text.h"

namespace parcours {

// Of an errno: in both languages where it is a usual one, else as the system says it.
Arg system_reason(int error);

}  // namespace parcours
