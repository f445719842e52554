// What the plan is of, and in a sentence when everything begins or what does not fit.
#include <algorithm>

#include "base/dates.h"
#include "render/calendar/parts.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

std::string subtitle(const CalendarFrame& frame) {
  const JourneyMap& map = frame.frame.map.map;
  std::string out = frame.frame.say(map.offer);
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  add(frame.frame.say(msg("render.calendar.plan")));
  if (frame.plan().target) add(frame.frame.say(msg("render.target_date", {{"date", say_date(frame.frame, *frame.plan().target)}})));
  add(frame.frame.say(msg("render.calendar.as_of", {{"day", say_date(frame.frame, frame.plan().as_of)}})));
  return out;
}

Message sentence(const CalendarFrame& frame) {
  const Plan& plan = frame.plan();
  if (plan.has_warnings()) return plan.findings.front().what.message;
  std::optional<Date> first, work;
  for (const PlannedStage& stage : plan.stages) {
    if (!stage.dates.dated()) continue;
    if (!first || *stage.dates.from_earliest < *first) first = stage.dates.from_earliest;
    for (const PlannedContent& content : stage.contents)
      if (content.work_from && (!work || *content.work_from < *work)) work = content.work_from;
  }
  if (!first) return msg("render.calendar.no_dates");
  if (plan.starts_today) return msg("render.calendar.starts_today", {{"first", day_arg(*first)}});
  if (work && *work < *first) return msg("render.calendar.begins_with_work", {{"work", day_arg(*work)}, {"first", day_arg(*first)}});
  return msg("render.calendar.begins", {{"first", day_arg(*first)}});
}

Node callout(const CalendarFrame& frame, double width, double top) {
  const bool wrong = frame.plan().has_warnings();
  const Palette& colour = frame.frame.colour;
  const Tone tone = wrong ? colour.loss : colour.quiet;
  const TextStyle style = styled(kBody, Weight::semibold, tone.deep);
  Node words = text_block(say_sentence(frame.frame, sentence(frame)), kMargin + 38, top + 10, width - 54, style, 4);
  Node node = group("headline", wrong ? "headline loss" : "headline");
  node.place = Node::Place::card;
  node.add(rect({kMargin, top, std::min(width, words.box.w + 60), words.box.h + 20}, tone.tint, {}, 10));
  const double middle = top + 10 + line_height(style) / 2;
  if (wrong) node.add(shape(Path::circle(kMargin + 20, middle, 5.5), colour.loss_mark));
  else node.add(icon("calendar", kMargin + 12, middle - 8, 16, tone.deep));
  node.add(std::move(words));
  return node;
}

}  // namespace

Node calendar_head(const CalendarFrame& frame) {
  const double width = kCalendarWidth - 2 * kMargin;
  const Palette& colour = frame.frame.colour;
  Node node = group("head");
  node.add(text_block(frame.frame.say(frame.frame.map.map.title), kMargin, 0, width, styled(kTitle, Weight::bold, colour.title), 2));
  double y = node.box.bottom() + 3;
  y += node.add(text_block(subtitle(frame), kMargin, y, width, styled(kBody, Weight::regular, colour.ink_soft), 2)).box.h + 12;
  node.add(callout(frame, width, y));
  return node;
}

}  // namespace parcours
