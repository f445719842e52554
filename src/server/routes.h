// Which handler answers which path and method, and the right that takes. One table, in routes.cpp: a route without a right cannot be written.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/access/access_call.h"
#include "server/access/rights.h"
#include "server/handlers/handlers.h"

namespace parcours {

struct Route {
  std::string_view method, path;  // "*" stands for one step of the path
  Right needs;
  std::variant<Response (*)(Call&), Response (*)(AccessCall&)> handler;  // of a workspace, of the server
  std::string_view noted = {};                                           // in the audit log, when it was done; "": not
};

std::span<const Route> all_routes();

struct FoundRoute {
  const Route* route = nullptr;    // none: nobody answers
  std::vector<std::string> steps;  // what the `*` of the route stand for
  std::string allowed;             // the methods that the path answers to, when none of them was asked; "": no such path
};
// HEAD is found where GET is.
FoundRoute find_route(std::string_view method, std::string_view path);

}  // namespace parcours
