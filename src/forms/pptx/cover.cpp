#include <algorithm>

#include "base/dates.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/text_column.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kCoverLeft = 96, kCoverWidth = 1000, kStripHeight = 18;
constexpr double kLogoWide = 300, kLogoTall = 90;

std::string cover_state(const Frame& frame) {
  const JourneyMap& map = frame.map.map;
  std::string out = frame.say(map.state == MapState::target ? msg("forms.pptx.target_map") : msg("forms.pptx.current_map"));
  for (const Persona& persona : frame.map.personas)
    if (!persona.name.empty()) out += " · " + frame.say(persona.name);
  return out;
}

std::string cover_day(const Frame& frame, std::optional<Date> day) {
  if (day) return show_date(*day, frame.lang);
  return frame.map.map.reviewed ? frame.say(msg("render.reviewed", {{"date", say_date(frame, *frame.map.map.reviewed)}})) : std::string();
}

// The stages' colours along the foot: the brand's, from one to the other.
void add_strip(Slide& slide, const Frame& frame) {
  const std::size_t count = std::max<std::size_t>(frame.columns.size(), 1);
  const double wide = kSlideWidth / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i)
    slide.rect({static_cast<double>(i) * wide, kSlideHeight - kStripHeight, wide, kStripHeight},
               frame.colour.stages[i % frame.colour.stages.size()].deep, {}, 0, "stage colour");
}

}  // namespace

Slide cover_slide(const Frame& frame, std::optional<Date> day) {
  Slide slide(frame.lang);
  const Brand& brand = frame.map.settings.brand;
  const std::string title = frame.say(frame.map.map.title);
  const PicturePtr logo = brand.logo.empty() ? nullptr : frame.picture(brand.logo);
  const double scale = logo ? std::min(kLogoWide / std::max(logo->width, 1), kLogoTall / std::max(logo->height, 1)) : 0;
  // In the largest type in which it takes three lines at most.
  double size = 54;
  while (size > 30 && break_text(title, styled(size, Weight::bold, {}), kCoverWidth, 3).cut) size -= 6;
  const double tall = static_cast<double>(break_text(title, styled(size, Weight::bold, {}), kCoverWidth, 3).lines.size()) * size * 1.24;
  const double top = 330 - tall / 2;
  slide.title(title, {kCoverLeft, top, kCoverWidth, tall}, size, frame.colour.title);
  if (logo) slide.picture(logo, {kCoverLeft, 72, logo->width * scale, logo->height * scale}, 0, false, frame.say(brand.name));
  else if (!brand.name.empty())
    slide.text({{{{frame.say(brand.name), 24, frame.colour.title, true, false}}}}, {kCoverLeft, 80, kCoverWidth, 34}, true, "brand");
  slide.rect({kCoverLeft, top + tall + 18, 72, 5}, frame.colour.stages[0].deep, {}, 2.5, "accent");
  DeckColumn words(kCoverWidth, 120);
  words.add("", frame.say(frame.map.map.offer), 22, frame.colour.ink, Weight::regular, 2);
  words.add("", cover_state(frame), 17, frame.colour.ink_soft, Weight::regular, 2, 10);
  slide.text(words.take(), {kCoverLeft, top + tall + 40, kCoverWidth, 120}, true, "offer");
  DeckColumn foot(kCoverWidth, 60);
  foot.add("", cover_day(frame, day), 17, frame.colour.ink, Weight::semibold, 1);
  foot.add("", frame.options.as_of.empty() ? frame.say(msg("forms.pptx.no_data")) : frame.say(frame.options.as_of), 14, frame.colour.ink_soft,
           Weight::regular, 2, 4);
  slide.text(foot.take(), {kCoverLeft, 606, kCoverWidth, 62}, true, "day");
  add_strip(slide, frame);
  slide.note(title);
  slide.note(frame.say(msg("forms.pptx.signs")));
  return slide;
}

}  // namespace parcours
