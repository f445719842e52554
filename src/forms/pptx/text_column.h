// Paragraphs of a box on a slide, measured while they are put one below the other.
#pragma once

#include <string>
#include <vector>

#include "forms/pptx/slide.h"
#include "render/type.h"

namespace parcours {

// Until the height is used up; the last paragraph is cut with an ellipsis.
class DeckColumn {
 public:
  DeckColumn(double width, double height, double scale = 1) : width_(width), height_(height), scale_(scale) {}

  // `label` stands before the text, bold.
  void add(const std::string& label, const std::string& text, double size, Colour colour, Weight weight, int lines_max, double before = 5);

  bool cut() const { return cut_ || cut_height_; }
  double used() const { return used_; }
  std::vector<SlideParagraph> take() { return std::move(paragraphs_); }

 private:
  double width_, height_, scale_, used_ = 0;
  bool cut_ = false, cut_height_ = false;
  std::vector<SlideParagraph> paragraphs_;
};

}  // namespace parcours
