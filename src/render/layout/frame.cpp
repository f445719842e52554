#include "render/layout/frame.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "render/changes.h"
#include "render/layout/slide_frame.h"

namespace parcours {
namespace {

constexpr int kRowsMax = 6;    // touchpoints under each other before a stage becomes wider
constexpr int kUnitsMax = 14;  // columns' widths in all, before stages grow downwards again
constexpr int kWiderMax = 3;
constexpr double kWideCurve = 168;   // a wide picture would flatten a lower one
constexpr double kStageLeast = 222;  // wide, where each touchpoint has a column
std::vector<const Stage*> drawn_stages(const JourneyMap& map, const std::string& only) {
  std::vector<const Stage*> out;
  for (const Stage& stage : map.stages)
    if (only.empty() || stage.id == only) out.push_back(&stage);
  return out;
}

std::vector<int> units_of(const std::vector<const Stage*>& stages) {
  std::vector<int> units(stages.size(), 1);
  for (int rows = kRowsMax;; ++rows) {
    int total = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
      const int count = static_cast<int>(stages[i]->touchpoints.size());
      units[i] = std::clamp((count + rows - 1) / rows, 1, kWiderMax);
      total += units[i];
    }
    if (total <= std::max<int>(kUnitsMax, static_cast<int>(stages.size())) || rows > 60) return units;
  }
}

double unit_width(int units) { return units <= 6 ? 264 : units <= 8 ? 240 : 222; }

// As many cards side by side as fit; the same number in each row when they are few.
int cards_across(double width, std::size_t touchpoints) {
  const int fit = std::max(1, static_cast<int>((width + kGap) / (kCardWidthMin + kGap)));
  return std::clamp(static_cast<int>(touchpoints), 1, fit);
}

}  // namespace

double Column::card_width() const { return std::min(kCardWidthMax, (w - (across - 1) * kGap) / across); }

bool Frame::draws_as_gone(const std::string& node) const { return options.changes && options.changes->removed.contains(node); }

std::size_t Column::place_of(std::string_view touchpoint) const {
  const auto& all = stage->touchpoints;
  return static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const Touchpoint& one) { return one.id == touchpoint; }) - all.begin());
}

const Column* Frame::column_of(std::string_view touchpoint) const {
  for (const Column& column : columns)
    for (const Touchpoint& candidate : column.stage->touchpoints)
      if (candidate.id == touchpoint) return &column;
  return nullptr;
}

PicturePtr Frame::picture(std::string_view path) const {
  const auto at = options.pictures.find(path);
  return at == options.pictures.end() ? nullptr : at->second;
}

namespace {

// In lanes with one place for each: the middle of the card where the cards stand in one row, else side by side over the column.
void place_touchpoints(Frame& frame, const Column& column) {
  const auto& all = column.stage->touchpoints;
  for (std::size_t k = 0; k < all.size(); ++k)
    frame.touchpoint_x[all[k].id] = column.in_one_row() ? column.card_x(k) + column.card_width() / 2
                                                        : column.x + column.w * (static_cast<double>(k) + 0.5) / static_cast<double>(all.size());
}

// Where cards stand above each other, a number on the card finds its place on the curve; a picture of changes numbers those instead.
void number_touchpoints(Frame& frame) {
  const bool stacked = std::any_of(frame.columns.begin(), frame.columns.end(), [](const Column& column) { return !column.in_one_row(); });
  std::size_t number = 0;
  for (const Stage& stage : frame.map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints)
      if (++number; stacked && !frame.options.changes && frame.touchpoint_x.contains(touchpoint.id)) frame.touchpoint_number[touchpoint.id] = number;
}

double row_width(std::size_t cards, double width) { return cards == 0 ? 0 : static_cast<double>(cards) * (width + kGap) - kGap; }

// As wide as their touchpoints under each other ask for; a stage drawn alone is widened until they stand side by side: all that is said
// of one is found under it.
std::vector<double> usual_widths(const std::vector<const Stage*>& stages) {
  const auto units = units_of(stages);
  const int total = std::accumulate(units.begin(), units.end(), 0);
  const double base = unit_width(total), gaps = kGap * std::max(0, total - 1);
  const double grow = total == 0 ? 1 : std::max(1.0, (kBodyWidthMin - gaps) / (base * total));
  std::vector<double> widths;
  for (const int u : units) widths.push_back(u * base * grow + (u - 1) * kGap);
  if (stages.size() != 1) return widths;
  const std::size_t touchpoints = stages.front()->touchpoints.size();
  if (touchpoints <= kRowMax) widths.front() = std::max(widths.front(), row_width(touchpoints, kCardWidthMin));
  return widths;
}

// A column for each touchpoint; room for the head of a stage that has one or none. Few of them share the least width of a map.
std::vector<double> wide_widths(const std::vector<const Stage*>& stages) {
  std::vector<double> widths;
  for (const Stage* stage : stages) widths.push_back(std::max(kStageLeast, row_width(stage->touchpoints.size(), kWideCard)));
  const double gaps = kGap * std::max(0.0, static_cast<double>(stages.size()) - 1);
  const double grow = std::max(1.0, (kBodyWidthMin - gaps) / std::max(1.0, std::accumulate(widths.begin(), widths.end(), 0.0)));
  for (double& width : widths) width *= grow;
  return widths;
}

}  // namespace

Frame make_frame(const MeasuredMap& map, const DrawOptions& options) {
  Frame frame{map, options, branded(palette(options.theme), options.theme, map.settings.brand, map.map.stages.size()), options.lang, {}, 0, {}, {}};
  const auto stages = drawn_stages(map.map, options.stage);
  frame.wide = options.wide;
  if (frame.wide) frame.curve_height = kWideCurve;
  const std::vector<double> widths = options.wide ? wide_widths(stages) : usual_widths(stages);
  double x = kMargin + kGutter;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    Column column;
    column.stage = stages[i], column.figures = map.stage(stages[i]->id);
    column.index = static_cast<std::size_t>(stages[i] - map.map.stages.data());
    column.x = x, column.w = widths[i];
    column.across = frame.wide ? std::max(1, static_cast<int>(stages[i]->touchpoints.size())) : cards_across(column.w, stages[i]->touchpoints.size());
    column.tone = frame.colour.stages[column.index % frame.colour.stages.size()];
    place_touchpoints(frame, column);
    frame.columns.push_back(column);
    x += column.w + kGap;
  }
  number_touchpoints(frame);
  frame.width = std::ceil(std::max(x - kGap, kMargin + kGutter + kBodyWidthMin) + kMargin);
  return frame;
}

Frame slide_frame(const MeasuredMap& map, const DrawOptions& options) {
  Frame frame = make_frame(map, options);
  frame.wide = false, frame.curve_height = kSlideCurve, frame.river_widest = kSlideRiver, frame.river_fall = kSlideFall;
  frame.lane_padding = kSlidePadding, frame.touchpoint_x.clear(), frame.touchpoint_number.clear();
  const auto count = static_cast<double>(frame.columns.size());
  const double gaps = kGap * std::max(0.0, count - 1), beside = 2 * kMargin + kGutter;
  frame.width = std::ceil(std::max(kSlideUnits, beside + count * kSlideColumnMin + gaps));
  double x = kMargin + kGutter;
  for (Column& column : frame.columns) {
    column.x = x, column.w = (frame.width - beside - gaps) / count;
    const int fit = std::max(1, static_cast<int>((column.w + kGap) / (kSlideCardMin + kGap)));
    column.across = std::clamp(static_cast<int>(column.stage->touchpoints.size()), 1, fit);
    place_touchpoints(frame, column);
    x += column.w + kGap;
  }
  number_touchpoints(frame);
  return frame;
}

}  // namespace parcours
