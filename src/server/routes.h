// Which handler answers which path and method.
#pragma once

#include "server/handlers/handlers.h"

namespace parcours {

// 404 for a path nobody answers, 405 for another method.
Response route(Call& call);

}  // namespace parcours
