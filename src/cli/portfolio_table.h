// The portfolio on a terminal.
#pragma once

#include <string>

#include "overlay/portfolio.h"

namespace parcours {

std::string portfolio_table(const Portfolio& portfolio, Lang lang);

}  // namespace parcours
