#include "forms/pptx/table.h"

#include <algorithm>

#include "forms/pptx/slides.h"

namespace parcours {
namespace {

constexpr double kRowPad = 9, kMarkRoom = 16, kColumnRoom = 18, kHeadRow = 26;

DeckColumn words_of(const TableCell& cell, double width, double height, double scale) {
  DeckColumn words(width, height, scale);
  for (const CellText& one : cell) words.add("", one.text, one.size, one.colour, one.weight, 30, 3);
  return words;
}

double words_width(const SlideTable& table, std::size_t column) { return table.widths[column] - kColumnRoom - (column == 0 ? kMarkRoom : 0); }

double height_of(const SlideTable& table, const TableRow& row, double most, double scale) {
  double tall = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c)
    tall = std::max(tall, words_of(row.cells[c], words_width(table, c), most - 2 * kRowPad, scale).used());
  return std::min(tall + 2 * kRowPad + 2, most);
}

// The largest at which all rows stand on one slide; 1: they do not, or only just.
double scale_for(const SlideTable& table, double room) {
  for (const double scale : {1.35, 1.2, 1.1}) {
    double tall = 0;
    for (const TableRow& row : table.rows) tall += height_of(table, row, room, scale);
    if (tall < room) return scale;
  }
  return 1;
}

void add_row(Slide& slide, const Frame& frame, const SlideTable& table, std::size_t index, const Box& box, double scale) {
  const TableRow& row = table.rows[index];
  slide.begin_group(row.name, "", box);
  slide.rect({box.x, box.bottom() - 1, box.w, 1}, frame.colour.line_soft, {}, 0, "line");
  slide.rect({box.x, box.y + kRowPad, 4, box.h - 2 * kRowPad}, row.mark, {}, 2, "mark");
  double x = box.x;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    DeckColumn words = words_of(row.cells[c], words_width(table, c), box.h - 2 * kRowPad + 1, scale);
    if (!row.cells[c].empty())
      slide.text(words.take(), {x + (c == 0 ? kMarkRoom : 0), box.y + kRowPad, words_width(table, c), box.h - 2 * kRowPad}, true, "text");
    x += table.widths[c];
  }
  if (table.beside) table.beside(slide, index, box);
  slide.end_group();
}

void add_heads(Slide& slide, const Frame& frame, const SlideTable& table, double top) {
  double x = kSlideMargin;
  for (std::size_t c = 0; c < table.widths.size(); ++c) {
    if (!table.heads[c].empty())
      slide.text({{{{table.heads[c], kTableSmall, frame.colour.ink_soft, true, false}}}},
                 {x + (c == 0 ? kMarkRoom : 0), top, words_width(table, c), kHeadRow - 6}, true, "head");
    x += table.widths[c];
  }
  slide.rect({kSlideMargin, top + kHeadRow - 2, kSlideWidth - 2 * kSlideMargin, 1}, frame.colour.line, {}, 0, "line");
}

}  // namespace

double add_slide_head(Slide& slide, const Frame& frame, const std::string& title, const std::string& about) {
  const double width = kSlideWidth - 2 * kSlideMargin;
  slide.title(title, {kSlideMargin, 26, width, 42}, 30, frame.colour.title);
  if (about.empty()) return 88;
  DeckColumn lines(width, 42);
  lines.add("", about, kTableText, frame.colour.ink_soft, Weight::regular, 2);
  const double bottom = 72 + lines.used();
  slide.text(lines.take(), {kSlideMargin, 72, width, 42}, true, "about");
  return bottom + 16;
}

std::vector<Slide> table_slides(const Frame& frame, const SlideTable& table) {
  std::vector<Slide> slides;
  const double width = kSlideWidth - 2 * kSlideMargin;
  for (std::size_t next = 0; next < table.rows.size();) {
    Slide slide(frame.lang);
    const double top =
        add_slide_head(slide, frame, table.title + (slides.empty() ? "" : " (" + std::to_string(slides.size() + 1) + ")"), table.about);
    add_heads(slide, frame, table, top);
    const double first = top + kHeadRow, scale = scale_for(table, kSlideBottom - first);
    std::vector<Box> boxes;
    double y = first;
    for (std::size_t i = next; i < table.rows.size(); ++i) {
      const double tall = height_of(table, table.rows[i], kSlideBottom - first, scale);
      if (!boxes.empty() && y + tall > kSlideBottom) break;
      boxes.push_back({kSlideMargin, y, width, tall});
      y += tall;
    }
    if (table.behind) table.behind(slide, {kSlideMargin, top, width, y - top});
    for (const Box& box : boxes) add_row(slide, frame, table, next++, box, scale);
    slides.push_back(std::move(slide));
  }
  return slides;
}

}  // namespace parcours
