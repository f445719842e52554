#include "forms/pptx/text_column.h"

#include <algorithm>

#include "render/theme.h"

namespace parcours {
namespace {

constexpr double kLine = 1.24;  // of a line of text, in sizes: what viewers take, and a little more

}  // namespace

void DeckColumn::add(const std::string& label, const std::string& text, double size, Colour colour, Weight weight, int lines_max, double before) {
  if (text.empty() || cut_height_) return;
  const double space = paragraphs_.empty() ? 0 : before * scale_, line = size * scale_ * kLine;
  const int fit = static_cast<int>((height_ - used_ - space) / line);
  if (fit < 1) {
    cut_height_ = true;
    return;
  }
  const std::string whole = label.empty() ? text : label + " " + text;
  const BrokenText broken = break_text(whole, styled(size * scale_, weight, colour), width_, std::min(fit, lines_max));
  cut_ = cut_ || broken.cut;
  used_ += space + static_cast<double>(broken.lines.size()) * line;
  std::string shown = broken.cut ? "" : whole;
  for (const auto& one : broken.cut ? broken.lines : std::vector<BrokenLine>())
    shown += (shown.empty() || shown.ends_with('-') ? "" : " ") + one.text;
  SlideParagraph paragraph;
  paragraph.space_before = space;
  if (!label.empty() && shown.starts_with(label)) {
    paragraph.runs.push_back({label, size * scale_, colour, true, false});
    shown.erase(0, label.size());
  }
  paragraph.runs.push_back({shown, size * scale_, colour, weight != Weight::regular, false});
  paragraphs_.push_back(std::move(paragraph));
}

}  // namespace parcours
