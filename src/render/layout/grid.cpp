#include <algorithm>

#include "render/layout/lane.h"

namespace parcours {
namespace {

struct Spot {
  std::size_t across = 0, row = 0;
  const Cell* cell = nullptr;
};
using Spots = std::vector<Spot>;  // of one column

void raise(std::vector<double>& heights, std::size_t row, double height) {
  if (row >= heights.size()) heights.resize(row + 1, 0);
  heights[row] = std::max(heights[row], height);
}

std::vector<double> tops_of(const std::vector<double>& heights, double gap) {
  std::vector<double> tops;
  double y = 0;
  for (const double height : heights) tops.push_back(y), y += height + gap;
  return tops;
}

std::optional<LaneBody> laid_out(const Frame& frame, const std::vector<Spots>& spots, const GridOptions& options) {
  if (std::all_of(spots.begin(), spots.end(), [](const Spots& column) { return column.empty(); })) return std::nullopt;
  std::vector<std::vector<double>> heights(spots.size());  // by column and row
  std::vector<double> rows;
  for (std::size_t c = 0; c < spots.size(); ++c) {
    for (const Spot& spot : spots[c]) raise(heights[c], spot.row, (*spot.cell)(frame.columns[c].card_width(), 0).box.h);
    for (std::size_t row = 0; row < heights[c].size(); ++row) raise(rows, row, heights[c][row]);
  }
  LaneBody body;
  for (std::size_t c = 0; c < spots.size(); ++c) {
    const Column& column = frame.columns[c];
    const std::vector<double>& tall = options.even ? rows : heights[c];
    const std::vector<double> tops = tops_of(tall, options.row_gap);
    Node stage_group = group();
    for (const Spot& spot : spots[c]) {
      Node cell = (*spot.cell)(column.card_width(), options.even ? tall[spot.row] : 0);
      shift(cell, column.card_x(spot.across), tops[spot.row]);
      stage_group.add(std::move(cell));
      body.height = std::max(body.height, tops[spot.row] + tall[spot.row]);
    }
    if (!spots[c].empty()) body.node.add(std::move(stage_group));
  }
  return body;
}

}  // namespace

std::optional<LaneBody> grid(const Frame& frame, const std::vector<std::vector<Cell>>& cells, const GridOptions& options) {
  std::vector<Spots> spots(cells.size());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto across = static_cast<std::size_t>(frame.columns[c].across);
    for (std::size_t i = 0; i < cells[c].size(); ++i) spots[c].push_back({i % across, i / across, &cells[c][i]});
  }
  return laid_out(frame, spots, options);
}

std::optional<LaneBody> grid_under_cards(const Frame& frame, const std::vector<std::vector<OwnCell>>& cells, const GridOptions& options) {
  std::vector<Spots> spots(cells.size());
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto across = static_cast<std::size_t>(frame.columns[c].across);
    std::vector<std::size_t> next(across, 0);
    for (const OwnCell& own : cells[c]) {
      const std::size_t under = own.touchpoint % across;
      spots[c].push_back({under, next[under]++, &own.cell});
    }
  }
  return laid_out(frame, spots, options);
}

}  // namespace parcours
