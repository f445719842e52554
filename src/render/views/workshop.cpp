// The teams' views for the big screen of a workshop: narrow, so that it is read from the back of the room; a row for each touchpoint, dark views
// at the left, bright ones at the right. Who says what follows below.
#include <algorithm>
#include <cmath>

#include "render/layout/card.h"
#include "render/layout/page.h"
#include "render/scripts.h"
#include "render/views.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

constexpr double kScreenWidth = 808, kRow = 22, kRowPadding = 6, kBand = 4, kNames = 236, kSpreads = 96, kFace = 18, kFacesRow = 26, kBarHeight = 15;
constexpr std::size_t kRowsMost = 18;  // of more touchpoints than that, those alone that are spoken of

struct RowOfViews {
  const Touchpoint* touchpoint = nullptr;
  Tone tone;
  bool begins_stage = false;
};

std::vector<RowOfViews> rows_of(const ViewsFrame& frame) {
  std::size_t touchpoints = 0, index = 0;
  for (const Stage& stage : frame.map().stages) touchpoints += stage.touchpoints.size();
  std::vector<RowOfViews> rows;
  for (const Stage& stage : frame.map().stages) {
    const Tone& tone = frame.frame.colour.stages[index++ % frame.frame.colour.stages.size()];
    bool first = true;
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      if (touchpoints > kRowsMost && !frame.at(touchpoint.id)) continue;
      rows.push_back({&touchpoint, tone, first});
      first = false;
    }
  }
  return rows;
}

class WorkshopRows {
 public:
  explicit WorkshopRows(const ViewsFrame& frame) : frame_(frame), colour_(frame.frame.colour), rows_(rows_of(frame)) {}

  Node draw() const {
    Node node = group("views-chart");
    node.role = "list";
    add_faces(node);
    double y = kFacesRow;
    for (const RowOfViews& row : rows_) {
      if (row.begins_stage && &row != &rows_.front()) y += kRowPadding;
      Node drawn = draw_row(row);
      const double height = drawn.box.h;
      shift(drawn, 0, y);
      node.add(std::move(drawn));
      y += height;
    }
    return node;
  }

 private:
  double left() const { return kMargin + kBand + 10 + kNames + kFace; }
  double right() const { return frame_.frame.right() - kSpreads - kFace; }
  double x(double value) const { return left() + (right() - left()) * (value + 2) / 4; }

  void add_faces(Node& node) const {
    const auto face = [&](double value, std::string_view name, Colour colour) { node.add(icon(name, x(value) - kFace / 2, 2, kFace, colour, 1.4)); };
    face(-2, "frown", colour_.loss.deep), face(0, "meh", colour_.ink_soft), face(2, "smile", colour_.good.deep);
  }

  Node draw_row(const RowOfViews& row) const {
    const Disagreement* views = frame_.at(row.touchpoint->id);
    Node node = group("views-of-" + row.touchpoint->id, "touchpoint");
    node.role = "listitem";
    const std::string name = frame_.frame.say(row.touchpoint->name.empty() ? LocalText{row.touchpoint->id, {}, {}} : row.touchpoint->name);
    Node words = text_block(name, kMargin + kBand + 10, 0, kNames, styled(kBody, Weight::semibold, views ? row.tone.deep : colour_.ink_soft), 1);
    const double middle = kRow / 2;
    shift(words, 0, middle - words.box.h / 2 - words.box.y);
    node.label = name;
    node.add(rect({kMargin, 0, kBand, kRow}, row.tone.deep));
    node.add(std::move(words));
    node.add(hairline(x(-2), middle, x(2), middle, colour_.line_soft));
    for (int value = -2; value <= 2; ++value)
      node.add(hairline(x(value), 0, x(value), kRow, value == 0 ? colour_.line : colour_.line_soft, value == 0 ? 1.4 : 1));
    if (views) add_views(*views, middle, node);
    return sized(std::move(node), frame_.frame.width, kRow);
  }

  void add_views(const Disagreement& at, double middle, Node& node) const {
    if (at.compares()) {
      const bool opposite = at.spread >= kOppositeSpread;
      const double from = x(*at.views.front()->emotion), to = x(*at.views.back()->emotion);
      const std::string text = say_spread(frame_.frame, at);
      Node bar = group("spread-" + at.touchpoint, opposite ? "spread opposite" : "spread");
      bar.title = node.label + " – " + text;
      const Stroke edge = opposite ? Stroke{colour_.loss_mark, 1.4, {}, false} : Stroke{colour_.line, 1, {}, false};
      bar.add(rect({from - kBarHeight / 2, middle - kBarHeight / 2, to - from + kBarHeight, kBarHeight},
                   opposite ? colour_.loss.tint : colour_.quiet.tint, edge, kBarHeight / 2));
      node.add(std::move(bar));
      node.label += ", " + text;
      node.add(chip(text, frame_.frame.right() - chip_width(text), middle - kChipHeight / 2, {opposite ? colour_.loss : colour_.quiet, false}));
    }
    for (const TeamView* view : at.views) {
      const SeeingTeam& team = frame_.team(view->team);
      Node mark = group("view-" + at.touchpoint + "-" + team.code, "view-point");
      mark.title = frame_.frame.say(msg(
          "render.views.point",
          {{"team", team.name}, {"name", frame_.map().touchpoint(at.touchpoint)->name}, {"emotion", say_emotion(frame_.frame, *view->emotion)}}));
      mark.add(team_mark(frame_, team, x(*view->emotion) + aside(at, *view), middle));
      node.add(std::move(mark));
    }
  }

  // Marks of teams that say the same stand side by side.
  static double aside(const Disagreement& at, const TeamView& view) {
    double before = 0, same = 0;
    for (const TeamView* other : at.views) {
      if (*other->emotion != *view.emotion) continue;
      if (other == &view) before = same;
      ++same;
    }
    return (before - (same - 1) / 2) * std::min(12.0, 40 / same);
  }

  const ViewsFrame& frame_;
  const Palette& colour_;
  const std::vector<RowOfViews> rows_;
};

}  // namespace

Scene draw_workshop(const MeasuredMap& map, const DrawOptions& options) {
  Frame frame = page_frame(map, options);
  frame.width = kScreenWidth;
  const ViewsFrame own = views_frame(frame);
  Scene scene;
  scene.lang = frame.lang, scene.width = frame.width, scene.background = frame.colour.paper;
  scene.title = frame.say(msg("render.views.title")) + " – " + frame.say(map.map.title);
  scene.description = frame.say(disagreement_sentence(map.map, own.all));
  scene.root = group("map", "parcours");
  double y = kMargin - 12;
  const auto put = [&](Node node, double after) {
    const double height = node.box.bottom();
    shift(node, 0, y);
    scene.root.add(std::move(node));
    y += height + after;
  };
  put(views_sentence(own), 16);
  if (!own.teams.empty()) put(views_legend(own), 14);
  put(WorkshopRows(own).draw(), own.teams.empty() ? kMargin - 14 : kMargin);
  if (!own.teams.empty()) put(views_cards(own), kMargin - 14);
  scene.height = std::ceil(y);
  if (is_right_to_left(map.map)) turn(scene);
  return scene;
}

}  // namespace parcours
