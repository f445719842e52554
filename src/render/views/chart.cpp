// The teams' curves over the touchpoints, and between the highest and the lowest of each touchpoint a bar: the spread.
#include <algorithm>

#include "render/layout/card.h"
#include "render/layout/emotion.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

constexpr double kStageHeight = 30, kCurvesTop = 56, kCurvesHeight = 220, kNamesTop = kCurvesTop + kCurvesHeight + 24;
constexpr double kBarWidth = 18, kFaceSize = 18, kMarkGap = 13;

class ViewsChart {
 public:
  explicit ViewsChart(const ViewsFrame& frame) : frame_(frame), colour_(frame.frame.colour) {
    for (const Stage& stage : frame.map().stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) touchpoints_.push_back(&touchpoint);
  }

  Node draw() const {
    Node node = group("views-chart");
    add_stages(node);
    add_levels(node);
    for (const Disagreement& at : frame_.all)
      if (at.compares()) add_spread_bar(at, node);
    for (const SeeingTeam& team : frame_.teams) add_curve(team, node);
    for (std::size_t i = 0; i < touchpoints_.size(); ++i) add_name(i, node);
    return node;
  }

 private:
  double left() const { return kMargin + kViewsGutter; }
  double middle(std::size_t touchpoint) const { return left() + frame_.column * (static_cast<double>(touchpoint) + 0.5); }
  std::size_t place_of(const std::string& touchpoint) const {
    return static_cast<std::size_t>(std::find_if(touchpoints_.begin(), touchpoints_.end(), [&](const Touchpoint* t) { return t->id == touchpoint; }) -
                                    touchpoints_.begin());
  }
  void add_stages(Node& node) const {
    std::size_t first = 0, index = 0;
    for (const Stage& stage : frame_.map().stages) {
      const Tone& tone = colour_.stages[index++ % colour_.stages.size()];
      const auto n = static_cast<double>(stage.touchpoints.size());
      if (stage.touchpoints.empty()) continue;
      const double x = left() + frame_.column * static_cast<double>(first), width = n * frame_.column;
      Node head = group("stage-" + stage.id, "stage");
      head.add(rect({x + 2, 0, width - 4, kStageHeight}, tone.tint, tone.edge(), 6));
      head.add(text_block(frame_.frame.say(stage.name.empty() ? LocalText{stage.id, {}, {}} : stage.name), x + 12, 6, width - 24,
                          styled(kBody, Weight::semibold, tone.deep), 1));
      node.add(std::move(head));
      if (first > 0) node.add(hairline(x, kStageHeight + 8, x, kCurvesTop + kCurvesHeight + 12, colour_.line_soft));
      first += stage.touchpoints.size();
    }
  }

  void add_levels(Node& node) const {
    const double right = left() + frame_.column * static_cast<double>(touchpoints_.size());
    for (int value = -2; value <= 2; ++value)
      node.add(hairline(left(), scale_.y(value), right, scale_.y(value), value == 0 ? colour_.line : colour_.line_soft));
    const auto face = [&](double value, std::string_view name, Colour colour) {
      node.add(icon(name, kMargin + 6, scale_.y(value) - kFaceSize / 2, kFaceSize, colour, 1.3));
    };
    face(2, "smile", colour_.good.deep), face(0, "meh", colour_.ink_soft), face(-2, "frown", colour_.loss.deep);
  }

  void add_spread_bar(const Disagreement& at, Node& node) const {
    const double x = middle(place_of(at.touchpoint)), top = scale_.y(*at.views.back()->emotion), bottom = scale_.y(*at.views.front()->emotion);
    const bool opposite = at.spread >= kOppositeSpread;
    Node bar = group("spread-" + at.touchpoint, opposite ? "spread opposite" : "spread");
    bar.title = frame_.frame.say(frame_.map().touchpoint(at.touchpoint)->name) + " – " + say_spread(frame_.frame, at);
    const Stroke edge = opposite ? Stroke{colour_.loss_mark, 1.4, {}, false} : Stroke{colour_.line, 1, {}, false};
    bar.add(rect({x - kBarWidth / 2, top - kBarWidth / 2, kBarWidth, bottom - top + kBarWidth}, opposite ? colour_.loss.tint : colour_.quiet.tint,
                 edge, kBarWidth / 2));
    node.add(std::move(bar));
  }

  // Marks of teams that say the same stand side by side.
  double mark_x(const Disagreement& at, const TeamView& view) const {
    double before = 0, same = 0;
    for (const TeamView* other : at.views) {
      if (*other->emotion != *view.emotion) continue;
      if (other == &view) before = same;
      ++same;
    }
    const double gap = std::min(kMarkGap, (frame_.column - 20) / same);
    return middle(place_of(at.touchpoint)) + (before - (same - 1) / 2) * gap;
  }

  void add_curve(const SeeingTeam& team, Node& node) const {
    std::vector<std::array<double, 2>> points;
    Node marks = group({}, "points");
    for (const Disagreement& at : frame_.all)
      for (const TeamView* view : at.views) {
        if (view->team != team.name) continue;
        const double x = mark_x(at, *view), y = scale_.y(*view->emotion);
        points.push_back({x, y});
        Node mark = group("view-" + at.touchpoint + "-" + team.code, "view-point");
        mark.title = frame_.frame.say(msg(
            "render.views.point",
            {{"team", team.name}, {"name", frame_.map().touchpoint(at.touchpoint)->name}, {"emotion", say_emotion(frame_.frame, *view->emotion)}}));
        mark.add(team_mark(frame_, team, x, y));
        marks.add(std::move(mark));
      }
    Node curve = group("team-" + team.code, "curve team");
    curve.label = frame_.frame.say(team.name);
    if (points.size() > 1) curve.add(shape(smooth_curve(points), {}, truth_stroke(Truth::assumed, team.colour)));
    curve.add(std::move(marks));
    node.add(std::move(curve));
  }

  void add_name(std::size_t i, Node& node) const {
    const Touchpoint& touchpoint = *touchpoints_[i];
    const Disagreement* views = frame_.at(touchpoint.id);
    Node name = group("views-of-" + touchpoint.id, "touchpoint");
    Node words =
        text_block(frame_.frame.say(touchpoint.name.empty() ? LocalText{touchpoint.id, {}, {}} : touchpoint.name), middle(i) - frame_.column / 2 + 6,
                   kNamesTop, frame_.column - 12, styled(kSmall, Weight::regular, views ? colour_.ink : colour_.ink_soft), 5, 0.5);
    const double below = words.box.bottom() + 6;
    name.add(std::move(words));
    if (views && views->compares()) {
      const std::string text = say_spread(frame_.frame, *views);
      name.add(chip(text, middle(i) - chip_width(text) / 2, below, {views->spread >= kOppositeSpread ? colour_.loss : colour_.quiet, false}));
    }
    node.add(std::move(name));
  }

  const ViewsFrame& frame_;
  const Palette& colour_;
  const EmotionScale scale_{kCurvesTop, kCurvesHeight};
  std::vector<const Touchpoint*> touchpoints_;
};

}  // namespace

Node views_chart(const ViewsFrame& frame) { return ViewsChart(frame).draw(); }

}  // namespace parcours
