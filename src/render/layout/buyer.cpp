#include <algorithm>

#include "overlay/gaps.h"
#include "render/layout/card.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

Cell step_cell(const Frame& frame, const Column& column, const BuyerStep& step, std::size_t index) {
  return [&frame, &column, &step, index](double width, double height) {
    const bool gap = is_gap(*column.stage, step);
    const std::string gap_text = frame.say(msg("render.gap"));
    const double taken = gap ? chip_width(gap_text) + 8 : 0;
    Node words = text_block(frame.say(step.text), 14, 0, width - 28 - taken, styled(kSmall, Weight::regular, frame.colour.ink), 4);
    const double tall = std::max({height, words.box.h + 14, 32.0});
    shift(words, 0, (tall - words.box.h) / 2);
    Node node = dashed_card(frame, width, tall, std::min(16.0, tall / 2));
    node.place = Node::Place::card;
    node.id = "buyer-" + column.stage->id + "-" + std::to_string(index + 1);
    node.classes = gap ? "buyer-step gap" : "buyer-step";
    node.add(std::move(words));
    if (gap) node.add(chip(gap_text, width - 8 - chip_width(gap_text), (tall - kChipHeight) / 2, {frame.colour.loss, false}));
    return sized(std::move(node), width, tall);
  };
}

// The steps are the stage's and no touchpoint's: they share its width.
Frame with_shared_stages(const Frame& frame, const std::vector<std::vector<Cell>>& cells) {
  Frame shared = frame;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    Column& column = shared.columns[c];
    const auto fit = static_cast<std::size_t>((column.w + kGap) / (kWideCard + kGap));
    column.across = static_cast<int>(std::clamp<std::size_t>(cells[c].size(), 1, std::max<std::size_t>(1, fit)));
  }
  return shared;
}

}  // namespace

std::optional<LaneBody> buyer_lane(const Frame& frame) {
  std::vector<std::vector<Cell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c) {
    const auto& steps = frame.columns[c].stage->buyer;
    for (std::size_t i = 0; i < steps.size(); ++i) cells[c].push_back(step_cell(frame, frame.columns[c], steps[i], i));
  }
  return grid(frame.wide ? with_shared_stages(frame, cells) : frame, cells, {8, true});
}

}  // namespace parcours
