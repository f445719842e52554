// The one picture: map, actions, personas, calendar or views of teams, as SVG.
#include "app/basis_text.h"
#include "app/brand_font.h"
#include "app/plan.h"
#include "render/calendar.h"
#include "render/slide.h"
#include "render/views.h"
#include "server/handlers/drawing.h"
#include "server/replies.h"

namespace parcours {
namespace {

Result<Scene> drawn(Call& call, const MapFile& map) {
  PARCOURS_TRY(DrawOptions options, asked_drawing(call, map));
  const std::string_view of = call.request.asked("of");
  if (of == "calendar") {
    PlanOptions plan;
    plan.no_events = without_figures(call);
    PARCOURS_TRY(const PlannedMap planned, plan_map(call.workspace, map, plan));
    options.as_of = basis_text(planned.measured, call.workspace.zone(), call.lang);
    return draw_calendar({planned.measured, planned.plan, planned.delays}, options);
  }
  if (of == "views") return draw_views(unmeasured(call.workspace, map), options);  // no figure in it: it is drawn anew as people speak
  if (of == "workshop") return draw_workshop(unmeasured(call.workspace, map), options);
  PARCOURS_TRY(const MeasuredMap measured, asked_figures(call, map, options));
  if (of == "actions") return draw_actions(measured, options);
  if (of == "slide") return draw_slide(measured, options);
  if (of == "personas") return draw_personas(measured, options);
  if (of.empty() || of == "map") return draw(measured, options);
  return misuse(msg("server.bad_value", {{"name", "of"}, {"value", std::string(of)}}));
}

}  // namespace

Response get_picture(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!map->usable()) return error_reply(422, "not-a-map", msg("server.unusable_map"), call.lang);
  const UseFont font(load_brand_font(call.workspace).font);
  const auto scene = drawn(call, *map);
  if (!scene.ok()) return failure_reply(scene.failure(), call.lang);
  return svg_reply(*scene);
}

}  // namespace parcours
