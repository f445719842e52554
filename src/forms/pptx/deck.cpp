// The slides in their order, each with its foot.
#include "forms/pptx/slides.h"
#include "render/type.h"

namespace parcours {
namespace {

constexpr double kFootTop = 694, kFootHeight = 16, kFootText = 12, kFootLogoWidth = 90;

// Whose map it is, and which slide.
void add_foot(Slide& slide, const Frame& frame, std::size_t number) {
  const Brand& brand = frame.map.settings.brand;
  const double right = kSlideWidth - kSlideMargin;
  double words_from = kSlideMargin;
  if (const PicturePtr logo = brand.logo.empty() ? nullptr : frame.picture(brand.logo)) {
    const double wide = std::min(kFootLogoWidth, 20.0 * logo->width / std::max(logo->height, 1));
    slide.picture(logo, {kSlideMargin, kFootTop - 4, wide, 22}, 0, false, brand.name);
    words_from += wide + 14;
  }
  const TextStyle style = styled(kFootText, Weight::regular, frame.colour.ink_soft);
  const BrokenText title = break_text(frame.say(frame.map.map.title), style, right - words_from - 80, 1);
  if (!title.lines.empty())
    slide.text({{{{title.lines.front().text, kFootText, style.colour}}}}, {words_from, kFootTop, right - words_from - 70, kFootHeight}, false,
               "foot");
  slide.text({{{{std::to_string(number), kFootText, style.colour}}, 0, 1.0}}, {right - 60, kFootTop, 60, kFootHeight}, true, "number");
}

}  // namespace

std::vector<Slide> deck_slides(const Frame& frame, std::optional<Date> day) {
  std::vector<Slide> slides;
  std::size_t overview = 0;  // 1: the second slide; it is drawn to its edges and has a foot of its own
  const auto add = [&](std::vector<Slide> more) {
    for (Slide& slide : more) slides.push_back(std::move(slide));
  };
  const bool whole = frame.options.stage.empty();
  if (whole) {
    slides.push_back(cover_slide(frame, day));
    slides.push_back(in_brief_slide(frame));
    add(persona_slides(frame));
    overview = slides.size();
    slides.push_back(overview_slide(frame));
  }
  for (const Column& column : frame.columns) add(stage_slides(frame, column));
  if (whole) {
    add(friction_slides(frame));
    add(action_slides(frame));
    add(calendar_slides(frame));
    add(view_slides(frame));
  }
  for (std::size_t i = whole ? 1 : 0; i < slides.size(); ++i)
    if (!whole || i != overview) add_foot(slides[i], frame, i + 1);
  return slides;
}

}  // namespace parcours
