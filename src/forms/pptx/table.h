// Rows of text over as many slides as they take: frictions, actions, the calendar, the views of teams.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "forms/pptx/slide.h"
#include "forms/pptx/text_column.h"
#include "render/layout/frame.h"

namespace parcours {

inline constexpr double kTableText = 15, kTableSmall = 13;  // 13 pixels are 9.75 points

struct CellText {
  std::string text;
  Colour colour;
  double size = kTableText;
  Weight weight = Weight::regular;
};
using TableCell = std::vector<CellText>;

struct TableRow {
  std::string name;  // of its group of shapes
  Colour mark;       // of the bar before it
  std::vector<TableCell> cells;
};

struct SlideTable {
  std::string title, about;
  std::vector<double> widths;  // of the columns, with the room between them: together the slide's
  std::vector<std::string> heads;
  std::vector<TableRow> rows;
  // Drawn beside the words: over the rows of a slide, and in one row.
  std::function<void(Slide&, const Box&)> behind = {};
  std::function<void(Slide&, std::size_t row, const Box&)> beside = {};
};

// Title and a line about it, at the top of a slide; gives where its content may begin.
double add_slide_head(Slide& slide, const Frame& frame, const std::string& title, const std::string& about);

// Few rows are written larger. No row is split: one too tall for a slide ends in an ellipsis. Nothing without rows.
std::vector<Slide> table_slides(const Frame& frame, const SlideTable& table);

}  // namespace parcours
