// The actions by what they may bring and what they cost: impact upwards, effort to the right. Impact is of one kind for the whole
// picture and named beside the axis; an action without that kind of figure, or without an effort, stands apart below.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
#include "render/action_impact.h"
#include "render/layout/card.h"
#include "render/layout/page.h"
#include "render/layout/say.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr int kEfforts = 5, kLittle = 2;  // efforts of so much are little, as many are much, between them neither
constexpr double kAxis = 112;             // left of the chart, for what the axis says
constexpr double kChartLeast = 560;       // high
constexpr double kCardGap = 9, kDotRoom = 30, kEdgeGap = 10;  // between the chart's edge and a card

struct Plotted {
  ActionImpact of;
  double dot_y = 0, card_y = 0;  // in the chart
};

Node action_card(const Frame& frame, ImpactKind kind, const Plotted& point, double width) {
  const Action& action = *point.of.action;
  std::vector<Node> parts;
  double y = 8;
  const auto put = [&](const std::string& text, const TextStyle& style, int most) {
    if (text.empty()) return;
    parts.push_back(text_block(text, 34, y, width - 34 - 10, style, most));
    y += parts.back().box.h + 2;
  };
  put(frame.say(action.text.empty() ? LocalText{action.id, {}, {}} : action.text), styled(kBody, Weight::semibold, frame.colour.ink), 4);
  std::string who = frame.say(action.owner);
  if (action.due) who += (who.empty() ? "" : " · ") + say_day(frame, *action.due);
  put(who, styled(kSmall, Weight::regular, frame.colour.ink_soft), 2);
  if (point.of.impact)
    put(say_impact(frame, kind, *point.of.impact) + (kind == ImpactKind::money ? " " + say_money_range(frame, *point.of.rank->may_gain) : ""),
        styled(kSmall, point.of.weak ? Weight::regular : Weight::semibold, frame.colour.ink_soft), 2);
  Node card = paper_card(frame, width, y + 7);
  card.id = "action-" + action.id, card.classes = "action " + std::string(code_of(action.status)), card.place = Node::Place::card;
  card.add(text_block(std::to_string(point.of.place), 8, 8, 22, styled(kBody, Weight::bold, frame.colour.measured), 1, 0.5));
  for (Node& part : parts) card.add(std::move(part));
  return sized(std::move(card), width, y + 7);
}

// Cards of one column at their height, pushed apart where they would touch; as a stack they keep their order.
void push_apart(std::vector<Plotted*>& column, const std::vector<double>& heights, double chart) {
  double free_from = kEdgeGap;
  for (std::size_t i = 0; i < column.size(); ++i) {
    column[i]->card_y = std::max(free_from, column[i]->dot_y - heights[i] / 2);
    free_from = column[i]->card_y + heights[i] + kCardGap;
  }
  double free_to = chart;
  for (std::size_t i = column.size(); i-- > 0;) {
    column[i]->card_y = std::min(column[i]->card_y, free_to - heights[i]);
    free_to = column[i]->card_y - kCardGap;
  }
}

class Matrix {
 public:
  Matrix(const Frame& frame, ImpactKind kind, std::vector<Plotted> points) : frame_(frame), kind_(kind), points_(std::move(points)) {
    left_ = kMargin + kAxis, column_ = (frame.right() - left_) / kEfforts;
    for (Plotted& point : points_) columns_[static_cast<std::size_t>(std::clamp(*point.of.action->effort, 1, kEfforts) - 1)].push_back(&point);
    for (auto& column : columns_)
      std::stable_sort(column.begin(), column.end(), [](const Plotted* a, const Plotted* b) { return *a->of.impact > *b->of.impact; });
    for (const Plotted& point : points_) most_ = std::max(most_, *point.of.impact);
    if (kind == ImpactKind::importance) most_ = 5;
    place();
  }

  Node draw() const {
    Node node = group("matrix");
    node.add(rect({left_, kTop, 5 * column_, chart_}, frame_.colour.card, {frame_.colour.line, 1, {}, false}, 10));
    quadrants(node);
    axes(node);
    for (const auto& column : columns_)
      for (const Plotted* point : column) add(*point, node);
    return node;
  }

 private:
  static constexpr double kTop = 8, kInset = 22;

  double card_width() const { return column_ - kDotRoom - 12; }
  double least() const { return kind_ == ImpactKind::importance ? 1 : 0; }
  double y_of(double impact) const { return kInset + (chart_ - 2 * kInset) * (1 - (most_ > least() ? (impact - least()) / (most_ - least()) : 0)); }

  void place() {
    std::array<std::vector<double>, kEfforts> heights;
    chart_ = kChartLeast;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      double stack = 2 * kInset;
      for (const Plotted* point : columns_[c])
        heights[c].push_back(action_card(frame_, kind_, *point, card_width()).box.h), stack += heights[c].back() + kCardGap;
      chart_ = std::max(chart_, stack);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      for (Plotted* point : columns_[c]) point->dot_y = y_of(*point->of.impact);
      push_apart(columns_[c], heights[c], chart_ - kEdgeGap);
    }
  }

  void quadrants(Node& node) const {
    const double middle_y = kTop + chart_ / 2;
    node.add(rect({left_ + 1, kTop + 1, kLittle * column_ - 1, chart_ / 2 - 1}, frame_.colour.good.tint.faded(0.55), {}, 9));
    node.add(hairline(left_, middle_y, left_ + kEfforts * column_, middle_y, frame_.colour.line, 1.2));
    for (int effort = 1; effort < kEfforts; ++effort) {
      const double x = left_ + effort * column_;
      const bool parts = effort == kLittle || effort == kEfforts - kLittle;
      node.add(hairline(x, kTop, x, kTop + chart_, parts ? frame_.colour.line : frame_.colour.line_soft, parts ? 1.2 : 1));
    }
  }

  void axes(Node& node) const {
    const TextStyle soft = styled(kSmall, Weight::regular, frame_.colour.ink_soft);
    node.add(text_block(frame_.say(impact_axis(kind_)), kMargin, kTop + 14 + 12, kAxis - 20, styled(kSmall, Weight::semibold, frame_.colour.ink), 8));
    for (const double value : ticks()) node.add(text_at(tick_text(value), left_ - 10, kTop + y_of(value) + 4, soft, 1));
    const double y = kTop + chart_ + 18;
    for (int effort = 1; effort <= kEfforts; ++effort)
      node.add(text_at(frame_.say(msg("render.action.effort", {{"n", std::int64_t{effort}}})), left_ + (effort - 1) * column_ + 10, y, soft));
    const std::array<std::pair<Message, double>, 2> names = {
        {{msg("render.matrix.first"), left_ + 0.5 * kLittle * column_}, {msg("render.matrix.plan"), left_ + (kEfforts - 0.5 * kLittle) * column_}}};
    for (const auto& [name, x] : names) node.add(text_at(frame_.say(name), x, y + 24, styled(kBody, Weight::semibold, frame_.colour.ink), 0.5));
  }

  // Nothing and half of the most; of whole things, a whole number of them. Importance has five values, and a tick for each.
  std::vector<double> ticks() const {
    if (kind_ == ImpactKind::importance) return {1, 2, 3, 4, 5};
    const double half = kind_ == ImpactKind::money ? most_ / 2 : std::floor(most_ / 2);
    return half > 0 ? std::vector<double>{0, half} : std::vector<double>{0};
  }
  std::string tick_text(double value) const {
    return kind_ == ImpactKind::importance ? show_count(static_cast<std::int64_t>(value), frame_.lang) : say_impact(frame_, kind_, value);
  }

  void add(const Plotted& point, Node& node) const {
    const double x = left_ + (std::clamp(*point.of.action->effort, 1, kEfforts) - 1) * column_;
    Node card = action_card(frame_, kind_, point, card_width());
    const double dot_x = x + 15, dot_y = kTop + point.dot_y, card_x = x + kDotRoom, card_y = kTop + point.card_y;
    const double meets = std::clamp(dot_y, card_y + 10, card_y + card.box.h - 10);
    Path leader;
    leader.move(dot_x, dot_y).line(card_x, meets);
    node.add(shape(std::move(leader), {}, {frame_.colour.ink_faint, 1, {}, false}));
    node.add(shape(Path::circle(dot_x, dot_y, 5), point.of.weak || kind_ == ImpactKind::importance ? frame_.colour.card : frame_.colour.measured,
                   {frame_.colour.measured, 1.6, kind_ == ImpactKind::importance ? std::vector<double>{2.2, 2} : std::vector<double>{}, false}));
    shift(card, card_x, card_y);
    node.add(std::move(card));
  }

  const Frame& frame_;
  ImpactKind kind_;
  std::vector<Plotted> points_;
  std::array<std::vector<Plotted*>, kEfforts> columns_;
  double left_ = 0, column_ = 0, chart_ = 0, most_ = 0;
};

Node apart(const Frame& frame, ImpactKind kind, const std::vector<Plotted>& points) {
  Node node = group("apart");
  node.add(
      text_block(frame.say(msg("render.matrix.apart")), kMargin, 0, frame.right() - kMargin, styled(kBody, Weight::semibold, frame.colour.ink), 2));
  const double width = (frame.right() - kMargin - 3 * kGap) / 4;
  double y = node.box.bottom() + 10, row = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0 && i % 4 == 0) y += row + 10, row = 0;
    Node card = action_card(frame, kind, points[i], width);
    row = std::max(row, card.box.h);
    shift(card, kMargin + static_cast<double>(i % 4) * (width + kGap), y);
    node.add(std::move(card));
  }
  return node;
}

}  // namespace

Scene draw_actions(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = page_frame(map, options);
  ImpactKind kind{};
  std::vector<Plotted> placed, unplaced;
  const std::vector<ActionImpact> all = action_impacts(frame, kind);
  for (const ActionImpact& one : all) (one.impact && one.action->effort ? placed : unplaced).push_back({one});
  std::vector<Node> parts;
  if (!placed.empty()) parts.push_back(Matrix(frame, kind, std::move(placed)).draw());
  if (!unplaced.empty()) parts.push_back(apart(frame, kind, unplaced));
  if (parts.empty())
    parts.push_back(text_block(frame.say(msg("render.matrix.none")), kMargin, 0, 700, styled(kBody, Weight::regular, frame.colour.ink_soft)));
  Scene scene = page_of(frame, page_text(frame, msg("render.matrix.title")), std::move(parts), 22);
  scene.description = frame.say(msg("render.matrix.description", {{"n", static_cast<std::int64_t>(all.size())}}));
  return scene;
}

}  // namespace parcours
