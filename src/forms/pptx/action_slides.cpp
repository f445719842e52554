// Impact over effort, numbered, and the list that the numbers stand for.
#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "render/action_impact.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr int kEffortsMost = 5;
constexpr double kChartLeft = 176, kChartWide = 500, kDot = 26, kListLeft = 720;

struct ImpactChart {
  const Frame& frame;
  ImpactKind kind;
  double top, tall, most, least;

  double x(int effort) const { return kChartLeft + (std::clamp(effort, 1, kEffortsMost) - 0.5) * kChartWide / kEffortsMost; }
  double y(double impact) const { return top + 24 + (tall - 48) * (1 - (most > least ? (impact - least) / (most - least) : 0)); }
};

void add_chart_ground(Slide& slide, const ImpactChart& at) {
  const Palette& colour = at.frame.colour;
  slide.rect({kChartLeft, at.top, kChartWide, at.tall}, colour.card, {colour.line, 1, {}, false}, 8, "chart");
  slide.rect({kChartLeft + 1, at.top + 1, kChartWide * 2 / 5 - 1, at.tall / 2 - 1}, colour.good.tint, {}, 0, "first");
  DeckColumn axis(104, 160);
  axis.add("", at.frame.say(impact_axis(at.kind)), kTableSmall, colour.ink, Weight::semibold, 8);
  slide.text(axis.take(), {kSlideMargin, at.top, 104, 160}, true, "axis");
  std::vector<double> ticks = {at.least, at.most};
  if (at.kind == ImpactKind::importance) ticks = {1, 2, 3, 4, 5};
  for (const double tick : ticks) {
    const auto whole = static_cast<std::int64_t>(tick);
    const std::string said = at.kind == ImpactKind::importance ? show_count(whole, at.frame.lang) : say_impact(at.frame, at.kind, tick);
    if (tick > 0 && (tick < at.most || at.kind == ImpactKind::importance))
      slide.text({{{{said, kTableSmall, colour.ink_soft}}, 0, 1.0}}, {kChartLeft - 40, at.y(tick) - 9, 30, 18}, true, "tick");
  }
  for (int effort = 1; effort <= kEffortsMost; ++effort)
    slide.text({{{{at.frame.say(msg("render.action.effort", {{"n", std::int64_t{effort}}})), kTableSmall, colour.ink_soft}}, 0, 0.5}},
               {at.x(effort) - 48, at.top + at.tall + 8, 96, 18}, true, "effort");
}

// Those that would lie on each other stand side by side, then one row lower.
void add_dots(Slide& slide, const ImpactChart& at, const std::vector<ActionImpact>& all) {
  std::vector<Box> taken;
  for (const ActionImpact& one : all) {
    if (!one.impact || !one.action->effort) continue;
    const double x = at.x(*one.action->effort), y = std::clamp(at.y(*one.impact), at.top + kDot / 2 + 3, at.top + at.tall - kDot / 2 - 3);
    Box box;
    constexpr double kAside[] = {0, kDot + 3, -(kDot + 3)};
    const double step = y > at.top + at.tall / 2 ? -(kDot + 3) : kDot + 3;
    for (int tries = 0; tries < 60; ++tries) {
      box = {x + kAside[tries % 3] - kDot / 2, y + (tries / 3) * step - kDot / 2, kDot, kDot};
      if (std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
            return other.x < box.right() && box.x < other.right() && other.y < box.bottom() && box.y < other.bottom();
          }))
        break;
    }
    taken.push_back(box);
    const bool firm = at.kind != ImpactKind::importance && !one.weak;
    slide.begin_group("action-" + one.action->id, at.frame.say(one.action->text), box);
    slide.rect(box, firm ? at.frame.colour.measured : at.frame.colour.card,
               {at.frame.colour.measured, 1.6, firm ? std::vector<double>{} : std::vector<double>{3, 2.4}, false}, kDot / 2, "dot");
    slide.text({{{{std::to_string(one.place), kTableSmall, firm ? at.frame.colour.card : at.frame.colour.measured, true, false}}, 0, 0.5, 16}},
               {box.x - 4, box.y + 4.5, kDot + 8, 17}, true, "number");
    slide.end_group();
  }
}

void add_names(Slide& slide, const ImpactChart& at, const std::vector<ActionImpact>& all) {
  const double width = kSlideWidth - kSlideMargin - kListLeft;
  double y = at.top;
  for (const ActionImpact& one : all) {
    DeckColumn words(width - 38, kSlideBottom - y);
    words.add("", at.frame.say(one.action->text), kTableText, at.frame.colour.ink, Weight::semibold, 2);
    if (words.cut() && y > at.top) break;
    const double tall = words.used();
    if (y + tall > kSlideBottom) break;
    slide.text({{{{std::to_string(one.place), kTableText, at.frame.colour.measured, true, false}}, 0, 0.5}}, {kListLeft, y, 28, 22}, true, "number");
    slide.text(words.take(), {kListLeft + 36, y, width - 36, tall + 2}, true, "action");
    y += tall + 9;
  }
}

std::string status_of(const Frame& frame, const Action& action) {
  switch (action.status) {
    case ActionStatus::doing: return frame.say(msg("render.action.doing"));
    case ActionStatus::done: return frame.say(msg("render.action.done"));
    case ActionStatus::todo:
    case ActionStatus::dropped: break;
  }
  return frame.say(msg("render.action.todo"));
}

TableCell what_for(const Frame& frame, const Action& action) {
  TableCell cell;
  const Friction* friction = frame.map.map.friction(action.for_friction);
  if (friction) cell.push_back({frame.say(friction->text), frame.colour.ink, kTableSmall});
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints)
      for (const Friction& one : touchpoint.frictions)
        if (friction && &one == friction)
          cell.push_back({frame.say(touchpoint.name) + " · " + frame.say(column.stage->name), column.tone.deep, kTableSmall});
  return cell;
}

TableRow action_row(const Frame& frame, ImpactKind kind, const ActionImpact& one) {
  const Palette& colour = frame.colour;
  const Action& action = *one.action;
  std::string when = action.due ? say_date(frame, *action.due) : "";
  when += (when.empty() ? "" : " · ") + status_of(frame, action);
  std::string impact = one.impact ? say_impact(frame, kind, *one.impact) : "–";
  if (one.impact && kind == ImpactKind::money) impact += " " + say_money_range(frame, *one.rank->may_gain);
  if (one.impact && kind != ImpactKind::importance) impact += " · " + frame.say(truth_words(Truth::measured));
  TableRow row{"action-" + action.id, colour.measured, {}};
  row.cells = {{{std::to_string(one.place) + ". " + frame.say(action.text), colour.ink, kTableText, Weight::semibold}},
               what_for(frame, action),
               {{frame.say(action.owner), colour.ink, kTableText}, {when, colour.ink_soft, kTableSmall}},
               {{action.effort ? show_count(*action.effort, frame.lang) : "–", colour.ink, kTableText}},
               {{impact, colour.ink, kTableSmall, one.weak ? Weight::regular : Weight::semibold}}};
  return row;
}

}  // namespace

std::vector<Slide> action_slides(const Frame& frame) {
  ImpactKind kind{};
  const std::vector<ActionImpact> all = action_impacts(frame, kind);
  std::vector<Slide> slides;
  const bool placed = std::any_of(all.begin(), all.end(), [](const ActionImpact& one) { return one.impact && one.action->effort; });
  if (placed) {
    Slide slide(frame.lang);
    const double top = add_slide_head(slide, frame, frame.say(msg("render.matrix.title")), "");
    double most = kind == ImpactKind::importance ? 5 : 0;
    for (const ActionImpact& one : all) most = std::max(most, one.impact.value_or(0));
    const ImpactChart chart{frame, kind, top + 6, kSlideBottom - top - 40, most, kind == ImpactKind::importance ? 1.0 : 0.0};
    add_chart_ground(slide, chart);
    add_dots(slide, chart, all);
    add_names(slide, chart, all);
    for (const ActionImpact& one : all) slide.note(std::to_string(one.place) + ". " + frame.say(one.action->text));
    slides.push_back(std::move(slide));
  }
  SlideTable table{frame.say(text("render.lane.actions", frame.lang)), frame.say(msg("forms.pptx.actions_about")), {380, 320, 214, 70, 200}, {}, {}};
  for (const auto* head : {"action", "for", "who", "effort", "impact"})
    table.heads.push_back(frame.say(text("forms.pptx.head." + std::string(head), frame.lang)));
  for (const ActionImpact& one : all) table.rows.push_back(action_row(frame, kind, one));
  for (Slide& slide : table_slides(frame, table)) slides.push_back(std::move(slide));
  return slides;
}

}  // namespace parcours
