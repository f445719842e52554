// The map that a link shares: its picture, and a page to keep.
#include "app/basis_text.h"
#include "app/brand_font.h"
#include "render/slide.h"
#include "server/handlers/drawing.h"
#include "server/handlers/guest.h"
#include "server/replies.h"

namespace parcours {
namespace {

// No figure of anyone: neither measured nor reported nor expected, nor how many were asked.
MeasuredMap bare_map(const Workspace& workspace, MapFile map) {
  for (Stage& stage : map.value.stages)
    for (Touchpoint& touchpoint : stage.touchpoints) {
      touchpoint.figures.clear();
      for (Emotion& emotion : touchpoint.emotions) emotion.evidence.n.reset();
      for (Friction& friction : touchpoint.frictions) friction.expect.clear(), friction.evidence.n.reset();
    }
  return unmeasured(workspace, map);
}

struct Shared {
  MeasuredMap map;
  DrawOptions options;
};

Result<Shared> shared_map(Call& call, const Guest& guest) {
  Shared shared;
  PARCOURS_TRY(shared.options, asked_drawing(call, guest.map));
  shared.options.opened.clear();  // other maps are not his to know of
  if (!guest.link.figures) {
    shared.map = bare_map(call.workspace, guest.map);
    shared.options.figures_kept_back = true;
    shared.options.as_of = basis_text(shared.map, call.workspace.zone(), call.lang);
    return shared;
  }
  PARCOURS_TRY(shared.map, measured_or_not(call.workspace, guest.map, false));
  shared.options.as_of = basis_text(shared.map, call.workspace.zone(), call.lang);
  return shared;
}

// What `write` makes of the shared map.
template <class Write>
Response on_shared_map(Call& call, Write write) {
  const auto came = admitted(call, LinkKind::share);
  const Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return std::get<Response>(came);
  const UseFont font(load_brand_font(call.workspace).font);
  const auto shared = shared_map(call, *guest);
  return shared.ok() ? write(*shared) : failure_reply(shared.failure(), call.lang);
}

}  // namespace

Response get_guest_picture(Call& call) {
  const std::string of(call.request.asked("of"));
  if (!of.empty() && of != "map" && of != "slide") return failure_reply(misuse(msg("server.bad_value", {{"name", "of"}, {"value", of}})), call.lang);
  return on_shared_map(call, [&](const Shared& shared) {
    return svg_reply(of == "slide" ? draw_slide(shared.map, shared.options) : draw(shared.map, shared.options));
  });
}

Response get_guest_page(Call& call) {
  return on_shared_map(call, [](const Shared& shared) {
    Response response;
    response.type = "text/html; charset=utf-8";
    response.body = to_html(shared.map, shared.options);
    response.fields.emplace_back("Content-Disposition", "attachment; filename=\"map.html\"");
    response.fields.emplace_back("Cache-Control", "no-store");
    return response;
  });
}

}  // namespace parcours
