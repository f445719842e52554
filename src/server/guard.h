// What stands between a web page of somebody else and this server: who may ask, and what a browser may do with the answer.
#pragma once

#include <optional>

#include "server/http.h"
#include "server/reach.h"

namespace parcours {

// Nothing when the request may be answered. Its host must be one of ours: a foreign name that resolves to this machine (DNS rebinding) is refused.
// What changes something must come from a page of ours (Origin, Sec-Fetch-Site), and as JSON or as a file.
std::optional<Response> refused(const Request& request, const ServerReach& reach);

// Content policy and the like, on every answer.
void add_security_fields(Response& response, const ServerReach& reach);

}  // namespace parcours
