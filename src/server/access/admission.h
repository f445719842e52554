// Who gets to which route. The one place where that is decided.
#pragma once

#include <optional>

#include "server/access/visitor.h"
#include "server/routes.h"

namespace parcours {

// Nothing when the visitor may have what he asks for. Who is nobody is told to sign in, whether there is anything or not (401). A route that is not
// there, or not for a guest of this link, is 404, another method 405, a right that is lacking 403.
std::optional<Response> denied(const Visitor& visitor, const FoundRoute& found, const Request& request, Lang lang);

}  // namespace parcours
