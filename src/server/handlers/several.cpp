// A picture of all maps of the workspace: portfolio, overview, stakeholders, impact, or one persona's way through them.
#include "app/brand_font.h"
#include "app/portfolio.h"
#include "render/several.h"
#include "server/handlers/drawing.h"
#include "server/replies.h"

namespace parcours {
namespace {

const Persona* persona_in(const Portfolio& portfolio, std::string_view id) {
  for (const MapStanding& map : portfolio.maps)
    for (const Persona& persona : map.measured.personas)
      if (persona.id == id) return &persona;
  return nullptr;
}

Result<Page> page_of(const Call& call, const Portfolio& portfolio, const DrawOptions& options) {
  const std::string& page = call.steps[0];
  if (page == "portfolio") return draw_portfolio(portfolio, options);
  if (page == "overview") return draw_overview(portfolio, options);
  if (page == "stakeholders") return draw_stakeholders(portfolio, options);
  if (page == "impact") return draw_impact(portfolio, options);
  if (page != "persona") return misuse(msg("server.bad_value", {{"name", "page"}, {"value", page}}));
  const std::string id(call.request.asked("persona"));
  const Persona* persona = persona_in(portfolio, id);
  if (!persona) return misuse(msg("server.bad_value", {{"name", "persona"}, {"value", id}}));
  return draw_persona_maps(portfolio, *persona, options);
}

Result<Scene> drawn_page(Call& call) {
  DrawOptions options;
  options.lang = call.lang;
  PARCOURS_TRY(options.theme, asked_theme(call));
  PARCOURS_TRY(auto loaded, load_portfolio(call.workspace, {}));
  options.pictures = std::move(loaded.pictures);
  for (const MapStanding& map : loaded.portfolio.maps) options.opened[map.measured.map.id] = {map.measured.map.title, ""};
  PARCOURS_TRY(Page page, page_of(call, loaded.portfolio, options));
  return std::move(page.scene);
}

}  // namespace

Response get_several(Call& call) {
  const UseFont font(load_brand_font(call.workspace).font);
  const auto scene = drawn_page(call);
  if (!scene.ok()) return failure_reply(scene.failure(), call.lang);
  return svg_reply(*scene);
}

}  // namespace parcours
