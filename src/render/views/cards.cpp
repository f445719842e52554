// Who says what: a card for each touchpoint that a team speaks of, the widest apart first.
#include <algorithm>
#include <span>

#include "base/number.h"
#include "render/layout/card.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

constexpr double kCardTarget = 420, kInset = 16, kMarkRoom = 22, kEmotionRoom = 44;

// Those that several teams see by spread, then the others in order of the map; touchpoints that have only remarks too.
std::vector<std::string> touchpoints_by_spread(const ViewsFrame& frame) {
  std::vector<std::string> out;
  for (const Disagreement* at : by_spread(frame.all)) out.push_back(at->touchpoint);
  for (const Stage& stage : frame.map().stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      const auto& views = frame.map().views;
      const bool spoken_of = std::any_of(views.begin(), views.end(), [&](const TeamView& view) { return view.touchpoint == touchpoint.id; });
      if (spoken_of && std::find(out.begin(), out.end(), touchpoint.id) == out.end()) out.push_back(touchpoint.id);
    }
  return out;
}

// Highest first, then remarks without an emotion.
std::vector<const TeamView*> views_at(const ViewsFrame& frame, const std::string& touchpoint) {
  std::vector<const TeamView*> out;
  for (const TeamView& view : frame.map().views)
    if (view.touchpoint == touchpoint) out.push_back(&view);
  std::stable_sort(out.begin(), out.end(), [](const TeamView* a, const TeamView* b) { return a->emotion.value_or(-3) > b->emotion.value_or(-3); });
  return out;
}

std::string how_far(const ViewsFrame& frame, const Disagreement* at) {
  if (!at || !at->compares()) return frame.frame.say(msg("render.views.one_team"));
  return frame.frame.say(msg(
      "render.views.card",
      {{"spread", at->spread}, {"teams", static_cast<std::int64_t>(at->teams())}, {"deviation", show_number(at->deviation, frame.frame.lang, 1)}}));
}

class CardText {
 public:
  CardText(const ViewsFrame& frame, double width) : frame_(frame), width_(width) {}

  void head(const Touchpoint& touchpoint, const Disagreement* at) {
    const Palette& colour = frame_.frame.colour;
    put(touchpoint.name.empty() ? touchpoint.id : frame_.frame.say(touchpoint.name), kInset, styled(kBody, Weight::semibold, colour.ink), 3);
    const bool opposite = at && at->compares() && at->spread >= kOppositeSpread;
    put(how_far(frame_, at), kInset, styled(kSmall, opposite ? Weight::semibold : Weight::regular, opposite ? colour.loss.deep : colour.ink_soft), 2);
    y_ += 6;
  }

  void view(const TeamView& view) {
    const Palette& colour = frame_.frame.colour;
    const SeeingTeam& team = frame_.team(view.team);
    parts_.push_back(team_mark(frame_, team, kInset + 7, y_ + 9));
    if (view.emotion)
      parts_.push_back(text_at(say_emotion(frame_.frame, *view.emotion), width_ - kInset, y_ + 13, styled(kBody, Weight::semibold, colour.ink), 1));
    put(frame_.frame.say(team.name), kInset + kMarkRoom, styled(kBody, Weight::regular, colour.ink), 2, kEmotionRoom);
    if (!view.note.empty()) put(frame_.frame.say(view.note), kInset + kMarkRoom, styled(kSmall, Weight::regular, colour.ink_soft), 0);
    y_ += 5;
  }

  double height() const { return y_ + 8; }
  std::vector<Node> take() { return std::move(parts_); }

 private:
  void put(const std::string& words, double x, const TextStyle& style, int most, double kept_free = 0) {
    parts_.push_back(text_block(words, x, y_, width_ - x - kInset - kept_free, style, most));
    y_ += parts_.back().box.h + 1;
  }

  const ViewsFrame& frame_;
  double width_, y_ = 13;
  std::vector<Node> parts_;
};

Node views_card(const ViewsFrame& frame, const std::string& touchpoint, const Box& box, std::vector<Node> parts) {
  const Disagreement* at = frame.at(touchpoint);
  const bool opposite = at && at->spread >= kOppositeSpread;
  Node card = paper_card(frame.frame, box.w, box.h);
  card.id = "views-card-" + touchpoint, card.classes = opposite ? "views-card opposite" : "views-card", card.place = Node::Place::card;
  card.role = "listitem";
  if (opposite) card.add(rect({0.75, 0.75, box.w - 1.5, box.h - 1.5}, {}, {frame.frame.colour.loss_mark, 1.5, {}, false}, 10));
  for (Node& part : parts) card.add(std::move(part));
  return sized(std::move(card), box.w, box.h);
}

// Cards side by side, as high as the highest of them. At (0, 0).
Node row_of_cards(const ViewsFrame& frame, std::span<const std::string> touchpoints, double width) {
  std::vector<CardText> texts;
  double height = 0;
  for (const std::string& id : touchpoints) {
    CardText& text = texts.emplace_back(frame, width);
    text.head(*frame.map().touchpoint(id), frame.at(id));
    for (const TeamView* view : views_at(frame, id)) text.view(*view);
    height = std::max(height, text.height());
  }
  Node row = group();
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    Node card = views_card(frame, touchpoints[i], {0, 0, width, height}, texts[i].take());
    shift(card, static_cast<double>(i) * (width + kGap), 0);
    row.add(std::move(card));
  }
  return sized(std::move(row), frame.frame.right() - kMargin, height);
}

}  // namespace

Node views_cards(const ViewsFrame& frame) {
  const double room = frame.frame.right() - kMargin;
  const auto across = std::max<std::size_t>(1, static_cast<std::size_t>((room + kGap) / (std::min(kCardTarget, (room - kGap) / 2) + kGap)));
  const double width = (room - static_cast<double>(across - 1) * kGap) / static_cast<double>(across);
  Node node = group("views-cards");
  node.role = "list";
  node.add(text_block(frame.frame.say(msg("render.views.who")), kMargin, 0, room, styled(kHeading, Weight::bold, frame.frame.colour.ink), 2));
  const auto touchpoints = touchpoints_by_spread(frame);
  double y = node.box.bottom() + 12;
  for (std::size_t first = 0; first < touchpoints.size(); first += across) {
    Node row = row_of_cards(frame, std::span(touchpoints).subspan(first, std::min(across, touchpoints.size() - first)), width);
    const double height = row.box.h;
    shift(row, kMargin, y);
    node.add(std::move(row));
    y += height + kGap;
  }
  return node;
}

}  // namespace parcours
