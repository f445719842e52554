// Stacks head, scale, stages, findings, delays, legend and footer into one scene; the lines lie behind the rows.
#include "render/calendar.h"

#include <algorithm>
#include <cmath>

#include "render/calendar/parts.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

void put(Node& root, Node node, double& y, double space_after) {
  const double height = node.box.bottom();
  shift(node, 0, y);
  root.add(std::move(node));
  y += height + space_after;
}

// The rows, and behind them the lines of weeks and of the marked days. Gives the stages with their days in words.
std::string put_rows(const CalendarFrame& frame, Node& root, double& y) {
  const double marks_top = y + calendar_marks_top(frame);
  Node scale = calendar_scale(frame);
  const double top = y + scale.box.bottom();
  Node rows = group("calendar-rows");
  rows.role = "list";
  double bottom = top;
  std::string words;
  for (std::size_t i = 0; i < frame.plan().stages.size(); ++i) {
    rows.add(hairline(kMargin, bottom, frame.right(), bottom, frame.frame.colour.line_soft));
    Node stage = calendar_stage(frame, i);
    words += (words.empty() ? "" : " ") + stage.children.front().label + ".";
    put(rows, std::move(stage), bottom, 0);
  }
  root.add(calendar_lines(frame, top, bottom));
  root.add(calendar_marks(frame, marks_top, bottom));
  put(root, std::move(scale), y, 0);
  root.add(std::move(rows));
  y = bottom;
  return words;
}

void put_unless_empty(Node& root, Node node, double& y) {
  if (!node.children.empty()) put(root, std::move(node), y, 0);
}

}  // namespace

bool CalendarFrame::finds(std::string_view code, const std::string& stage) const {
  return std::any_of(plan().findings.begin(), plan().findings.end(), [&](const PlanFinding& f) { return f.stage == stage && f.what.code == code; });
}

std::optional<double> CalendarFrame::mark_between(double left, double right) const {
  std::optional<double> last;
  const auto look_at = [&](Date day) {
    const double x = scale.x(day) + scale.day_width() / 2;
    if (scale.holds(day) && x > left - 2 && x < right + 2) last = std::max(last.value_or(x), x);
  };
  look_at(plan().as_of);
  if (plan().target) look_at(*plan().target);
  return last;
}

bool CalendarFrame::work_too_late(const std::string& stage, const PlannedContent& content) const {
  return (!content.work_from_latest || *content.work_from_latest < plan().as_of) && finds("plan-work-too-late", stage);
}

Scene draw_calendar(const Calendar& calendar, const DrawOptions& options) {
  Frame frame = make_frame(calendar.map, options);
  frame.width = kCalendarWidth;
  const CalendarFrame own{frame, calendar, scale_of(calendar.plan, kMargin + kNamesWidth, kCalendarWidth - kMargin)};
  Scene scene;
  scene.lang = options.lang, scene.width = kCalendarWidth, scene.background = frame.colour.paper;
  scene.title = frame.say(msg("render.calendar.title", {{"title", calendar.map.map.title}}));
  scene.root = group("calendar", "parcours");
  double y = kMargin;
  put(scene.root, calendar_head(own), y, 24);
  scene.description = put_rows(own, scene.root, y);
  put_unless_empty(scene.root, calendar_notes(own), y);
  put_unless_empty(scene.root, calendar_delays(own), y);
  put(scene.root, hairline(kMargin, 0, own.right(), 0, frame.colour.line_soft), y, 16);
  put(scene.root, calendar_legend(own), y, 18);
  put(scene.root, footer(frame, data_basis(frame)), y, 0);
  scene.height = std::ceil(y + kMargin - 10);
  return scene;
}

}  // namespace parcours
