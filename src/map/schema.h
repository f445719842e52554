// The JSON Schema (draft 2020-12) of the files, made from the table of keys that the parser reads by.
#pragma once

#include "base/json.h"
#include "map/shape.h"

namespace parcours {

Json map_schema();
Json persona_schema();
Json views_schema();
Json settings_schema();

}  // namespace parcours
