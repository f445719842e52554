#include "cli/commands/draw_several.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/portfolio.h"
#include "cli/commands/draw_persona.h"
#include "cli/commands/measured.h"
#include "cli/scope_options.h"
#include "render/several/tree.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 4> kSeveralPages = {"overview", "persona", "stakeholders", "impact"};

// The map and all that can be reached from it.
std::set<std::string> reached(const Portfolio& portfolio, const std::string& from) {
  std::set<std::string> seen = {from};
  std::vector<std::string> todo = {from};
  while (!todo.empty()) {
    const std::string id = todo.back();
    todo.pop_back();
    for (const MapStanding& map : portfolio.maps)
      if (map.measured.map.id == id)
        for (const Opening& opening : openings_of(map.measured.map))
          if (seen.insert(opening.opens).second) todo.push_back(opening.opens);
  }
  return seen;
}

Outcome keep_only(Workspace& workspace, Portfolio& portfolio, const std::string& name) {
  PARCOURS_TRY(const auto map, workspace.map(name));
  const auto wanted = reached(portfolio, map.value.id);
  std::erase_if(portfolio.maps, [&](const MapStanding& other) { return !wanted.contains(other.measured.map.id); });
  std::erase_if(portfolio.unreadable, [&](const UnreadableMap& other) { return !wanted.contains(other.id); });
  return Done{};
}

Result<Persona> persona_named(const Portfolio& portfolio, const std::string& id) {
  std::set<std::string> known;
  for (const MapStanding& map : portfolio.maps)
    for (const Persona& persona : map.measured.personas) {
      if (persona.id == id) return persona;
      known.insert(persona.id);
    }
  return no_such_persona(id, {known.begin(), known.end()});
}

Result<Page> page_of(const SeveralRequest& request, const Portfolio& portfolio, const DrawOptions& options) {
  if (request.page == "overview") return draw_overview(portfolio, options);
  if (request.page == "stakeholders") return draw_stakeholders(portfolio, options);
  if (request.page == "impact") return draw_impact(portfolio, options);
  PARCOURS_TRY(const Persona persona, persona_named(portfolio, request.persona));
  return draw_persona_maps(portfolio, persona, options);
}

// Every map beside the page, in the same form, linked with one another.
Outcome write_maps(Session& session, const Workspace& workspace, const Portfolio& portfolio, DrawOptions options, const std::string& path) {
  const std::string form = extension_of(path);
  for (const MapStanding& map : portfolio.maps) {
    options.as_of = basis_text(map.measured, workspace.zone(), options.lang);
    const std::string own = join_path(parent_of(path), options.opened[map.measured.map.id].href);
    PARCOURS_CHECK(session.keep(own, form == "html" ? to_html(map.measured, options) : to_svg(draw(map.measured, options))));
  }
  return Done{};
}

}  // namespace

bool is_several_page(std::string_view page) { return std::find(kSeveralPages.begin(), kSeveralPages.end(), page) != kSeveralPages.end(); }

Result<int> draw_several(Session& session, Workspace& workspace, const SeveralRequest& request) {
  const std::string path = request.output.value_or((request.page == "persona" ? "persona-" + request.persona : request.page) + ".svg");
  const std::string form = extension_of(path);
  if (request.with_maps && form != "svg" && form != "html") return misuse(msg("draw.with_maps_forms", {{"path", path}}));
  if (request.measured) PARCOURS_CHECK(must_have_events(workspace));
  PARCOURS_TRY(auto loaded, load_portfolio(workspace, {request.scope, !request.measured, {}}));
  Portfolio& portfolio = loaded.portfolio;
  if (request.map) PARCOURS_CHECK(keep_only(workspace, portfolio, *request.map));
  for (const UnreadableMap& map : portfolio.unreadable)
    for (const Diagnostic& problem : map.problems) session.complain(problem);
  DrawOptions options;
  options.lang = session.lang, options.pictures = std::move(loaded.pictures);
  PARCOURS_TRY(options.theme, request.forms.chosen_theme());
  for (const MapStanding& map : portfolio.maps) {
    const std::string& id = map.measured.map.id;
    options.opened[id] = {map.measured.map.title, request.with_maps ? id + "." + form : ""};
  }
  PARCOURS_TRY(const Page page, page_of(request, portfolio, options));
  PARCOURS_TRY(const auto content, request.forms.content(page, path, options.theme));
  PARCOURS_CHECK(session.keep(path, content));
  if (request.with_maps) PARCOURS_CHECK(write_maps(session, workspace, portfolio, options, path));
  return kExitFine;
}

}  // namespace parcours
