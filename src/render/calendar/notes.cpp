// Below the plan: what does not fit, and apart from it what the events say of its delays.
#include <algorithm>

#include "base/letters.h"
#include "render/calendar/parts.h"
#include "render/layout/card.h"

namespace parcours {

std::string say_sentence(const Frame& frame, const Message& message) { return with_capital(frame.say(message)); }

namespace {

constexpr std::size_t kNotesMost = 10;
constexpr double kLine = 8;

Node lane(const CalendarFrame& frame, std::string id, const Message& title, const Message& note) {
  const Palette& colour = frame.frame.colour;
  Node node = group(std::move(id), "lane");
  node.role = "list", node.label = frame.frame.say(title);
  node.add(hairline(kMargin, 0, frame.right(), 0, colour.line_soft));
  Node name = text_block(frame.frame.say(title), kMargin, 15, kNamesWidth - 24, styled(kBody, Weight::semibold, colour.ink), 2);
  const double below = name.box.bottom() + 1;
  node.add(std::move(name));
  node.add(text_block(frame.frame.say(note), kMargin, below, kNamesWidth - 24, styled(kSmall, Weight::regular, colour.ink_soft), 4));
  return node;
}

Node with_padding(Node node) {
  const double height = node.box.bottom() + 14;
  return sized(std::move(node), kCalendarWidth, height);
}

std::string planned(const CalendarFrame& frame, const StageDelay& delay) {
  return frame.frame.say(msg("render.calendar.planned", {{"days", planned_days(delay)}}));
}

std::string measured(const CalendarFrame& frame, const StageDelay& delay) {
  if (!delay.measured) return frame.frame.say(msg("render.calendar.unmeasured"));
  if (strength_of(delay.measured->n) == Strength::withheld) return frame.frame.say(msg("render.withheld"));
  return frame.frame.say(msg("render.calendar.measured", {{"days", measured_days(delay, frame.frame.lang)}, {"n", delay.measured->n}}));
}

}  // namespace

Node calendar_notes(const CalendarFrame& frame) {
  const auto& findings = frame.plan().findings;
  if (findings.empty()) return group();
  const Palette& colour = frame.frame.colour;
  Node node = lane(frame, "plan-findings", msg("render.calendar.notes"), msg("render.calendar.notes.note"));
  double y = 15;
  const double left = frame.scale.left();
  for (std::size_t i = 0; i < std::min(findings.size(), kNotesMost); ++i) {
    const bool warning = findings[i].what.severity != Severity::note;
    Node item = group({}, warning ? "plan-finding" : "plan-finding note");
    item.role = "listitem";
    item.add(shape(Path::circle(left + 5, y + 8.5, 4), warning ? colour.loss_mark : colour.quiet_mark));
    Node words = text_block(say_sentence(frame.frame, findings[i].what.message), left + 20, y, frame.right() - left - 20,
                            styled(kBody, warning ? Weight::semibold : Weight::regular, warning ? colour.loss.deep : colour.ink), 4);
    y = words.box.bottom() + kLine;
    item.add(std::move(words));
    node.add(std::move(item));
  }
  if (findings.size() > kNotesMost) {
    const auto more = static_cast<std::int64_t>(findings.size() - kNotesMost);
    node.add(text_block(frame.frame.say(msg("render.calendar.more", {{"n", more}})), left + 20, y, 600,
                        styled(kSmall, Weight::regular, colour.ink_soft), 1));
  }
  return with_padding(std::move(node));
}

Node calendar_delays(const CalendarFrame& frame) {
  if (frame.calendar.delays.empty()) return group();
  const Palette& colour = frame.frame.colour;
  Node node = lane(frame, "delays", msg("render.calendar.delays"), msg("render.calendar.delays.note"));
  const double left = frame.scale.left(), wide = frame.right() - left;
  double y = 15;
  for (const StageDelay& delay : frame.calendar.delays) {
    const Stage *from = frame.frame.map.map.stage(delay.from), *to = frame.frame.map.map.stage(delay.to);
    const bool wrong = delay.verdict == Verdict::contradicted, known = delay.verdict != Verdict::unknown;
    Node item = group("delay-" + delay.to, wrong ? "delay contradicted" : known ? "delay confirmed" : "delay");
    item.role = "listitem";
    const TextStyle plain = styled(kBody, Weight::regular, colour.ink), soft = styled(kBody, Weight::regular, colour.ink_soft);
    item.add(text_block(frame.frame.say(from->name) + " → " + frame.frame.say(to->name), left, y, wide * 0.36,
                        styled(kBody, Weight::semibold, colour.ink), 3));
    item.add(text_block(planned(frame, delay), left + wide * 0.38, y, wide * 0.13, soft, 2));
    item.add(text_block(measured(frame, delay), left + wide * 0.52, y, wide * 0.25,
                        delay.measured ? styled(kBody, Weight::semibold, colour.measured) : soft, 2));
    item.add(text_block(frame.frame.say(verdict_words(delay)), left + wide * 0.78, y, wide * 0.22,
                        wrong ? styled(kBody, Weight::semibold, colour.loss.deep) : plain, 3));
    y = item.box.bottom() + kLine;
    node.add(std::move(item));
  }
  return with_padding(std::move(node));
}

}  // namespace parcours
