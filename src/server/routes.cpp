#include "server/routes.h"

#include <array>

namespace parcours {
namespace {

// As docs/formats/openapi.yaml lists them. Pictures and files leave figures out for one who may not read them.
constexpr std::array kRoutes = {
    Route{"GET", "/api/session", Right::none, get_session},
    Route{"POST", "/api/session", Right::none, post_session},
    Route{"DELETE", "/api/session", Right::none, delete_session},
    Route{"POST", "/api/setup", Right::none, post_setup},
    Route{"POST", "/api/password-link", Right::none, post_password_link},
    Route{"POST", "/api/password", Right::own_account, post_password},
    Route{"GET", "/api/accounts", Right::administer, get_accounts},
    Route{"POST", "/api/accounts", Right::administer, post_accounts},
    Route{"PUT", "/api/accounts/*", Right::administer, put_account},
    Route{"POST", "/api/accounts/*/link", Right::administer, post_account_link},
    Route{"GET", "/api/audit", Right::administer, get_audit},
    Route{"GET", "/api/workspace", Right::read_map, get_workspace},
    Route{"GET", "/api/logo", Right::read_map, get_logo},
    Route{"GET", "/api/changes", Right::read_map, get_changes},
    Route{"GET", "/api/templates", Right::read_map, get_templates},
    Route{"GET", "/api/templates/*/picture", Right::read_map, get_template_picture},
    Route{"GET", "/api/guided", Right::edit, get_guided},
    Route{"POST", "/api/guided", Right::edit, post_guided},
    Route{"DELETE", "/api/guided", Right::edit, delete_guided},
    Route{"POST", "/api/maps", Right::edit, post_maps, "map-made"},
    Route{"GET", "/api/maps/*", Right::read_map, get_map},
    Route{"POST", "/api/maps/*/edits", Right::edit, post_edits, "map-edited"},
    Route{"PUT", "/api/maps/*/text", Right::edit, put_text, "map-edited"},
    Route{"GET", "/api/personas/*", Right::read_map, get_persona},
    Route{"POST", "/api/personas", Right::edit, post_personas, "persona-made"},
    Route{"POST", "/api/personas/*/edits", Right::edit, post_persona_edits, "persona-edited"},
    Route{"GET", "/api/maps/*/picture", Right::read_map, get_picture},
    Route{"GET", "/api/maps/*/out/*", Right::read_map, get_out},
    Route{"GET", "/api/maps/*/figures", Right::read_figures, get_figures},
    Route{"GET", "/api/maps/*/findings", Right::read_figures, get_findings},
    Route{"POST", "/api/maps/*/ask", Right::read_figures, post_ask},
    Route{"POST", "/api/maps/*/customers", Right::read_people, post_customers, "customers-listed"},
    Route{"GET", "/api/maps/*/customer", Right::read_people, get_customer, "customer-read"},
    Route{"GET", "/api/maps/*/segments", Right::read_figures, get_segments},
    Route{"GET", "/api/several/*", Right::read_figures, get_several},
    Route{"GET", "/api/quality", Right::read_figures, get_quality},
    Route{"POST", "/api/person", Right::erase_people, post_person, "person-sought"},
    Route{"POST", "/api/forget", Right::erase_people, post_forget, "person-forgotten"},
    Route{"POST", "/api/look", Right::edit, post_look},
    Route{"GET", "/api/imports", Right::read_figures, get_imports},
    Route{"POST", "/api/imports", Right::edit, post_imports, "imported"},
    Route{"DELETE", "/api/imports/*", Right::edit, delete_import, "import-removed"},
    Route{"GET", "/api/maps/*/links", Right::edit, get_links},
    Route{"POST", "/api/maps/*/links", Right::edit, post_links, "link-made"},
    Route{"POST", "/api/maps/*/links/*/renew", Right::edit, renew_link, "link-renewed"},
    Route{"DELETE", "/api/maps/*/links/*", Right::edit, delete_link, "link-withdrawn"},
    Route{"GET", "/api/maps/*/links/*/said", Right::edit, get_link_said},
    Route{"DELETE", "/api/maps/*/links/*/people/*", Right::edit, delete_link_person},
    // Whose token it is, the link itself says.
    Route{"GET", "/api/links/*", Right::none, get_guest_link},
    Route{"POST", "/api/links/*/enter", Right::none, enter_link},
    Route{"GET", "/api/links/*/picture", Right::none, get_guest_picture},
    Route{"GET", "/api/links/*/page", Right::none, get_guest_page},
    Route{"POST", "/api/links/*/join", Right::none, post_join},
    Route{"GET", "/api/links/*/said", Right::none, get_said},
    Route{"POST", "/api/links/*/said", Right::none, post_said},
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

std::span<const Route> all_routes() { return kRoutes; }

FoundRoute find_route(std::string_view asked, std::string_view path) {
  const std::string_view method = asked == "HEAD" ? "GET" : asked;
  FoundRoute found;
  for (const Route& route : kRoutes) {
    if (!fits(route.path, path, found.steps)) continue;
    if (route.method == method) {
      found.route = &route;
      return found;
    }
    found.allowed += (found.allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  return found;
}

}  // namespace parcours
