// What stands between a web page of somebody else and this server: who may ask, and what a browser may do with the answer.
#pragma once

#include <cstdint>
#include <optional>

#include "server/http.h"

namespace parcours {

// Nothing when the request may be answered. Its host must be this machine by name, on our port: a foreign name that resolves to it (DNS rebinding)
// is refused. What changes something must come from a page of ours (Origin, Sec-Fetch-Site), and as JSON or as a file.
std::optional<Response> refused(const Request& request, std::uint16_t port);

// Content policy and the like, on every answer.
void add_security_fields(Response& response);

}  // namespace parcours
