#include "overlay/segments.h"

#include <algorithm>
#include <cmath>

#include "overlay/sure.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

SegmentCompared compared(std::size_t segment, std::string touchpoint, const Share& here, const Share& all) {
  SegmentCompared out{segment, std::move(touchpoint), here, wilson(all.count - here.count, all.n - here.n), {}, 1, false};
  out.difference = difference(out.here, out.others);
  return out;
}

std::vector<std::string> touchpoints_before_goal(const JourneyMap& map) {
  std::vector<std::string> ids;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (stage.phase != Phase::after) ids.push_back(touchpoint.id);
  return ids;
}

bool is_surely_more(const MeasuredMap& measured, const SegmentCompared& one) {
  return one.surely && one.difference->value > 0 && segment_name(measured, one.segment);
}

// Of the segments that surely lose more somewhere, the one with the most journeys too many.
const SegmentCompared* worst_anywhere(const MeasuredMap& measured) {
  const SegmentCompared* worst = nullptr;
  const auto weight = [](const SegmentCompared& one) { return one.difference->value * static_cast<double>(one.here.n); };
  for (const auto& one : measured.segments)
    if (!one.touchpoint.empty() && is_surely_more(measured, one) && (!worst || weight(one) > weight(*worst))) worst = &one;
  return worst;
}

// The one whose conversion is furthest off, surely.
const SegmentCompared* furthest_conversion(const MeasuredMap& measured) {
  const SegmentCompared* furthest = nullptr;
  for (const auto& one : measured.segments)
    if (one.touchpoint.empty() && one.surely && segment_name(measured, one.segment) &&
        (!furthest || std::abs(one.difference->value) > std::abs(furthest->difference->value)))
      furthest = &one;
  return furthest;
}

// The other segment's name where there are two of them, else "the others".
Arg others_of(const MeasuredMap& measured, std::size_t segment) {
  if (measured.figures->segments.size() == 2)
    if (const auto other = segment_name(measured, 1 - segment)) return *other;
  return nested(msg("segment.others"));
}

using Args = std::vector<std::pair<std::string, Arg>>;

Args shares_of(const MeasuredMap& measured, const SegmentCompared& one) {
  return {{"segment", *segment_name(measured, one.segment)},
          {"share", Percent{one.here.value}},
          {"low", Percent{one.here.low}},
          {"high", Percent{one.here.high}},
          {"n", one.here.n},
          {"other_share", Percent{one.others.value}},
          {"other_n", one.others.n},
          {"others", others_of(measured, one.segment)}};
}

Message sentence_of(const MeasuredMap& measured, const SegmentCompared& worst) {
  const auto* touchpoint = measured.map.touchpoint(worst.touchpoint);
  Args args = shares_of(measured, worst);
  args.emplace_back("name", touchpoint ? Arg(touchpoint->name) : Arg(worst.touchpoint));
  return worst.touchpoint == measured.worst_touchpoint ? msg("segment.worst", std::move(args)) : msg("segment.elsewhere", std::move(args));
}

}  // namespace

std::vector<SegmentCompared> compare_segments(const JourneyMap& map, const MeasureAnswer& answer) {
  std::vector<SegmentCompared> rows;
  if (answer.segments.size() < 2) return rows;
  const auto ids = touchpoints_before_goal(map);
  for (std::size_t segment = 0; segment < answer.segments.size(); ++segment) {
    const MeasuredFigures& figures = answer.segments[segment].figures;
    if (!map.goal.empty()) rows.push_back(compared(segment, "", figures.conversion, answer.all.conversion));
    for (const auto& id : ids) {
      const auto *here = figures.touchpoint(id), *all = answer.all.touchpoint(id);
      if (here && all && here->has_rule) rows.push_back(compared(segment, id, here->drop_off, all->drop_off));
    }
  }
  std::erase_if(rows, [](const SegmentCompared& row) { return !row.difference; });
  mark_sure(rows, &SegmentCompared::others);
  return rows;
}

LocalText field_name(const std::string& field) {
  if (field == "channel") return {"", text("map.field.channel", Lang::fr), text("map.field.channel", Lang::en)};
  return {field, "", ""};
}

std::optional<LocalText> segment_name(const MeasuredMap& measured, std::size_t segment) {
  const auto& value = measured.figures->segments[segment].value;
  if (value && measured.by == "channel") return channel_info(measured.settings, *value).name;
  return value ? std::optional(LocalText{*value, "", ""}) : std::nullopt;
}

const SegmentCompared* segment_at(const std::vector<SegmentCompared>& compared, std::size_t segment, std::string_view touchpoint) {
  const auto at = std::find_if(compared.begin(), compared.end(),
                               [&](const SegmentCompared& one) { return one.segment == segment && one.touchpoint == touchpoint; });
  return at == compared.end() ? nullptr : &*at;
}

std::string sign_of(const SegmentCompared* compared) {
  if (!compared || !compared->surely) return "";
  return compared->difference->value > 0 ? "▲ " : "▼ ";
}

const SegmentCompared* worst_segment_at(const MeasuredMap& measured, std::string_view touchpoint) {
  const SegmentCompared* worst = nullptr;
  for (const auto& one : measured.segments) {
    if (one.touchpoint != touchpoint || !is_surely_more(measured, one)) continue;
    if (!worst || one.difference->value > worst->difference->value) worst = &one;
  }
  return worst;
}

Message segments_sentence(const MeasuredMap& measured) {
  if (const auto* worst = measured.worst_touchpoint.empty() ? nullptr : worst_segment_at(measured, measured.worst_touchpoint))
    return sentence_of(measured, *worst);
  if (const auto* worst = worst_anywhere(measured)) return sentence_of(measured, *worst);
  if (const auto* one = furthest_conversion(measured)) return msg("segment.conversion", shares_of(measured, *one));
  if (measured.figures->segments.size() < 2) return msg("segment.one", {{"field", field_name(measured.by)}});
  return msg("segment.none", {{"field", field_name(measured.by)}});
}

}  // namespace parcours
