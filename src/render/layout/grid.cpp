#include <algorithm>

#include "render/layout/lane.h"

namespace parcours {

std::optional<LaneBody> grid(const Frame& frame, const std::vector<std::vector<Cell>>& cells, const GridOptions& options) {
  if (std::all_of(cells.begin(), cells.end(), [](const auto& column) { return column.empty(); })) return std::nullopt;
  std::vector<std::vector<double>> heights(cells.size());  // by column and row
  std::vector<double> rows;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto across = static_cast<std::size_t>(frame.columns[c].across);
    for (std::size_t i = 0; i < cells[c].size(); ++i) {
      const double height = cells[c][i](frame.columns[c].card_width(), 0).box.h;
      if (i % across == 0) heights[c].push_back(0);
      heights[c].back() = std::max(heights[c].back(), height);
    }
    for (std::size_t row = 0; row < heights[c].size(); ++row) {
      if (row == rows.size()) rows.push_back(0);
      rows[row] = std::max(rows[row], heights[c][row]);
    }
  }
  LaneBody body;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const Column& column = frame.columns[c];
    const auto across = static_cast<std::size_t>(column.across);
    Node stage_group = group();
    double y = 0;
    for (std::size_t i = 0; i < cells[c].size(); ++i) {
      const std::size_t row = i / across;
      const double height = options.even ? rows[row] : heights[c][row];
      Node cell = cells[c][i](column.card_width(), options.even ? height : 0);
      shift(cell, column.card_x(i), y);
      stage_group.add(std::move(cell));
      const bool row_ends = i % across == across - 1 || i + 1 == cells[c].size();
      if (row_ends) body.height = std::max(body.height, y + height), y += height + options.row_gap;
    }
    if (!cells[c].empty()) body.node.add(std::move(stage_group));
  }
  return body;
}

}  // namespace parcours
