// The manual page, parcours(1), made of the same tables as the help.
#pragma once

#include <string>

#include "base/text.h"

namespace parcours {

// In the macros of man(7), UTF-8.
std::string man_page(Lang lang);

}  // namespace parcours
