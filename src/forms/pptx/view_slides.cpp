// How teams see the customer, the widest apart first.
#include <algorithm>

#include "base/number.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "map/disagreement.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kWideApart = 3;  // from here on two teams see a touchpoint in opposite ways

// Those that teams give an emotion by spread, then those that have only remarks.
std::vector<std::string> seen_touchpoints(const Frame& frame, const std::vector<Disagreement>& all) {
  std::vector<std::string> out;
  for (const Disagreement* at : by_spread(all)) out.push_back(at->touchpoint);
  for (const TeamView& view : frame.map.map.views)
    if (std::find(out.begin(), out.end(), view.touchpoint) == out.end()) out.push_back(view.touchpoint);
  return out;
}

TableCell views_at_touchpoint(const Frame& frame, const std::string& touchpoint) {
  std::vector<const TeamView*> views;
  for (const TeamView& view : frame.map.map.views)
    if (view.touchpoint == touchpoint) views.push_back(&view);
  std::stable_sort(views.begin(), views.end(),
                   [](const TeamView* a, const TeamView* b) { return a->emotion.value_or(-3) > b->emotion.value_or(-3); });
  TableCell cell;
  for (const TeamView* view : views) {
    std::string line = frame.say(view->team);
    if (view->emotion) line += " " + std::string(*view->emotion > 0 ? "+" : "") + show_number(*view->emotion, frame.lang);
    cell.push_back({line, frame.colour.ink, kTableText, Weight::semibold});
    if (!view->note.empty()) cell.push_back({frame.say(view->note), frame.colour.ink_soft, kTableSmall});
  }
  return cell;
}

}  // namespace

std::vector<Slide> view_slides(const Frame& frame) {
  const JourneyMap& map = frame.map.map;
  if (map.views.empty()) return {};
  const std::vector<Disagreement> all = disagreements(map);
  SlideTable table{frame.say(msg("render.views.title")), frame.say(disagreement_sentence(map, all)), {360, 624, 200}, {}, {}};
  for (const auto* head : {"where", "teams", "spread"}) table.heads.push_back(frame.say(text("forms.pptx.head." + std::string(head), frame.lang)));
  for (const std::string& id : seen_touchpoints(frame, all)) {
    const Column* column = frame.column_of(id);
    const auto at = std::find_if(all.begin(), all.end(), [&](const Disagreement& one) { return one.touchpoint == id; });
    const bool compares = at != all.end() && at->compares(), wide = compares && at->spread >= kWideApart;
    const std::string spread = frame.say(compares ? msg("render.views.spread", {{"spread", at->spread}}) : msg("render.views.one_team"));
    TableRow row{"view-" + id, wide ? frame.colour.loss_mark : frame.colour.quiet_mark, {}};
    row.cells = {{{say_touchpoint(frame, id), frame.colour.ink, kTableText, Weight::semibold}},
                 views_at_touchpoint(frame, id),
                 {{spread, wide ? frame.colour.loss.deep : frame.colour.ink_soft, kTableText, wide ? Weight::semibold : Weight::regular}}};
    if (column) row.cells[0].push_back({frame.say(column->stage->name), column->tone.deep, kTableSmall});
    table.rows.push_back(std::move(row));
  }
  return table_slides(frame, table);
}

}  // namespace parcours
