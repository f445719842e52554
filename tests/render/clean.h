// Nothing of a scene overlaps what it should not, and nothing is cut.
#pragma once

#include "render/scene.h"

namespace parcours {

bool is_clean(const Scene& scene);  // what is not is a failure of the running test, said with its place

}  // namespace parcours
