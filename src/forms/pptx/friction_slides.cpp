#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "render/layout/frictions.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

std::string remedies(const Frame& frame, const Friction& friction) {
  std::string out;
  for (const Action& action : frame.map.map.actions)
    if (action.for_friction == friction.id && action.status != ActionStatus::dropped) out += (out.empty() ? "" : " · ") + frame.say(action.text);
  return out;
}

std::string friction_truth(const Frame& frame, FrictionLook look) {
  const Truth truth = look == FrictionLook::reported ? Truth::reported : look == FrictionLook::assumed ? Truth::assumed : Truth::measured;
  return frame.say(truth_words(truth));
}

TableRow friction_row(const Frame& frame, const Column& column, const Touchpoint& touchpoint, const Friction& friction) {
  const Palette& colour = frame.colour;
  const FrictionLook look = look_of(frame, *column.stage, friction);
  const std::string basis = friction_basis(frame, friction);
  const std::string truth = friction_truth(frame, look);
  const std::string remedy = remedies(frame, friction);
  const Colour basis_colour = look == FrictionLook::measured ? colour.loss.deep : colour.ink_soft;
  TableRow row{"friction-" + friction.id, look == FrictionLook::measured ? colour.loss_mark : colour.quiet_mark, {}};
  row.cells = {{{frame.say(friction.text) + say_by(frame, friction.by), colour.ink, kTableText, Weight::semibold}},
               {{frame.say(touchpoint.name), colour.ink, kTableText}, {frame.say(column.stage->name), column.tone.deep, kTableSmall}},
               {{truth, basis_colour, kTableText, Weight::semibold}},
               {{remedy.empty() ? frame.say(msg("forms.pptx.no_action")) : remedy, remedy.empty() ? colour.ink_soft : colour.ink, kTableText}}};
  if (basis != truth) row.cells[2].push_back({basis, basis_colour, kTableSmall});
  return row;
}

}  // namespace

std::vector<Slide> friction_slides(const Frame& frame) {
  SlideTable table{frame.say(text("render.lane.frictions", frame.lang)), frame.say(msg("forms.pptx.frictions_about")), {344, 270, 270, 300}, {}, {}};
  for (const auto* head : {"friction", "where", "rests", "remedy"})
    table.heads.push_back(frame.say(text("forms.pptx.head." + std::string(head), frame.lang)));
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints)
      for (const Friction& friction : touchpoint.frictions) table.rows.push_back(friction_row(frame, column, touchpoint, friction));
  std::vector<Slide> slides = table_slides(frame, table);
  if (!slides.empty()) slides.front().note(frame.say(msg("forms.pptx.signs")));
  return slides;
}

}  // namespace parcours
