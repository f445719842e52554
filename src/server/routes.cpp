#include "server/routes.h"

#include <array>

#include "server/replies.h"

namespace parcours {
namespace {

struct Route {
  std::string_view method, path;  // "*" stands for one step of the path, kept in call.steps
  Response (*handler)(Call&);
};

// As docs/formats/openapi.yaml lists them.
constexpr std::array kRoutes = {
    Route{"GET", "/api/workspace", get_workspace},
    Route{"GET", "/api/changes", get_changes},
    Route{"GET", "/api/templates", get_templates},
    Route{"GET", "/api/templates/*/picture", get_template_picture},
    Route{"GET", "/api/guided", get_guided},
    Route{"POST", "/api/guided", post_guided},
    Route{"DELETE", "/api/guided", delete_guided},
    Route{"POST", "/api/maps", post_maps},
    Route{"GET", "/api/maps/*", get_map},
    Route{"POST", "/api/maps/*/edits", post_edits},
    Route{"PUT", "/api/maps/*/text", put_text},
    Route{"GET", "/api/maps/*/picture", get_picture},
    Route{"GET", "/api/maps/*/out/*", get_out},
    Route{"GET", "/api/maps/*/figures", get_figures},
    Route{"GET", "/api/maps/*/findings", get_findings},
    Route{"POST", "/api/maps/*/ask", post_ask},
    Route{"POST", "/api/maps/*/customers", post_customers},
    Route{"GET", "/api/maps/*/customer", get_customer},
    Route{"GET", "/api/maps/*/segments", get_segments},
    Route{"POST", "/api/look", post_look},
    Route{"GET", "/api/imports", get_imports},
    Route{"POST", "/api/imports", post_imports},
    Route{"DELETE", "/api/imports/*", delete_import},
};

std::string_view next_step(std::string_view& path) {
  path.remove_prefix(1);
  const auto end = std::min(path.find('/'), path.size());
  const std::string_view step = path.substr(0, end);
  path.remove_prefix(end);
  return step;
}

bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& steps) {
  steps.clear();
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = next_step(pattern), there = next_step(path);
    if (wanted == "*") steps.emplace_back(there);
    else if (wanted != there) return false;
  }
  return pattern.empty() && path.empty();
}

}  // namespace

Response route(Call& call) {
  const std::string method = call.request.method == "HEAD" ? "GET" : call.request.method;
  std::string allowed;
  for (const Route& route : kRoutes) {
    if (!fits(route.path, call.request.path, call.steps)) continue;
    if (route.method == method) return route.handler(call);
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return error_reply(404, "no-such-path", msg("server.no_path", {{"path", call.request.path}}), call.lang);
  Response response = error_reply(405, "other-method", msg("server.other_method", {{"methods", allowed}}), call.lang);
  response.fields.emplace_back("Allow", allowed);
  return response;
}

}  // namespace parcours
