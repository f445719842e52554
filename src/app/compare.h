// The measured map beside another period, or another segment of its customers.
#pragma once

#include <string>

#include "app/workspace.h"

namespace parcours {

struct Other {
  std::string option;   // what a person typed it at, for what is said when it will not do
  std::string against;  // "2026-09-01..2026-09-30", or FIELD=VALUE
  Lang lang = Lang::en;
};

// Measures the map once more, in the other scope, and puts both side by side in answer.measured.against. `request`: the one of the answer.
// Gives that scope. REQUIRES: the answer has figures. Misuse: no period and no filter.
Result<Scope> compare_with(Workspace& workspace, const MapFile& map, MeasureRequest request, const Other& other, MeasuredAnswer& answer);

}  // namespace parcours
