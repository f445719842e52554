// What the bars and lines of this very calendar mean; nothing that is not on it.
#include "render/calendar/parts.h"
#include "render/layout/card.h"

namespace parcours {
namespace {

constexpr double kRow = 24, kSampleGap = 8, kItemGap = 26, kSample = 30;

struct Entry {
  Node sample;  // from (0, 0), its middle at y = 8
  Message text;
};

Node line(Stroke stroke) {
  Node sample = group();
  Path path;
  path.move(1, 8).line(29, 8);
  sample.add(shape(std::move(path), {}, std::move(stroke)));
  return sample;
}

Node bar(Paint fill, Stroke stroke = {}) {
  Node sample = group();
  sample.add(rect({0.5, 2, kSample - 1, 12}, std::move(fill), std::move(stroke), 3));
  return sample;
}

struct Facts {
  bool surely = false, perhaps = false, endless = false, work = false, late = false;
};

Facts facts_of(const CalendarFrame& frame) {
  Facts facts;
  for (const PlannedStage& stage : frame.plan().stages) {
    const StageDates& dates = stage.dates;
    if (!dates.dated()) continue;
    const bool range = dates.from_earliest != dates.from_latest || dates.until_earliest != dates.until_latest;
    facts.perhaps |= range, facts.endless |= !dates.until_latest;
    facts.surely |= dates.until_earliest && *dates.from_latest <= *dates.until_earliest;
    facts.late |= frame.finds("plan-too-late", dates.stage) || frame.finds("plan-work-too-late", dates.stage);
    for (const PlannedContent& content : stage.contents) facts.work |= content.work_from && *content.lead_days > 0;
  }
  return facts;
}

std::vector<Entry> entries_of(const CalendarFrame& frame) {
  const Palette& colour = frame.frame.colour;
  const Tone& tone = colour.stages.back();
  const Facts facts = facts_of(frame);
  std::vector<Entry> entries;
  if (facts.surely) entries.push_back({bar(tone.deep), msg("render.calendar.legend.surely")});
  if (facts.perhaps) entries.push_back({bar(tone.tint, {tone.deep.faded(0.6), 1, {3, 3}, false}), msg("render.calendar.legend.perhaps")});
  if (facts.endless)
    entries.push_back({bar(Paint::linear(0, 0, kSample, 0, {{0, tone.deep}, {1, tone.deep.faded(0)}})), msg("render.calendar.legend.endless")});
  if (facts.work) entries.push_back({hatched({0.5, 2, kSample - 1, 12}, tone.deep, 3), msg("render.calendar.legend.work")});
  if (facts.late) entries.push_back({bar(colour.loss_mark), msg("render.calendar.legend.too_late")});
  if (frame.scale.holds(frame.plan().as_of)) entries.push_back({line({colour.quiet_mark, 1.4, {4, 3}, false}), msg("render.calendar.legend.as_of")});
  if (frame.plan().target && frame.scale.holds(*frame.plan().target))
    entries.push_back({line({colour.ink, 1.6, {}, false}), msg("render.calendar.legend.target")});
  return entries;
}

}  // namespace

Node calendar_legend(const CalendarFrame& frame) {
  const Palette& colour = frame.frame.colour;
  Node node = group("legend", "legend");
  node.role = "list";
  const double left = frame.scale.left();
  double x = left, y = 0;
  const TextStyle style = styled(kSmall, Weight::regular, colour.ink_soft);
  node.add(text_at(frame.frame.say(msg("render.legend")), kMargin, 12, styled(kBody, Weight::semibold, colour.ink)));
  for (Entry& entry : entries_of(frame)) {
    const std::string text = frame.frame.say(entry.text);
    const double width = kSample + kSampleGap + text_width(text, style);
    if (x + width > frame.right() && x > left) x = left, y += kRow;
    Node item = group({}, "legend-item");
    item.role = "listitem";
    shift(entry.sample, x, y);
    item.add(std::move(entry.sample));
    item.add(text_at(text, x + kSample + kSampleGap, y + 12, style));
    node.add(std::move(item));
    x += width + kItemGap;
  }
  return node;
}

}  // namespace parcours
