#include <algorithm>

#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "render/layout/say.h"
#include "render/persona_card.h"

namespace parcours {
namespace {

constexpr double kPersonaGap = 24;
constexpr double kPersonaScales[] = {1.45, 1.36, 1.28, 1.2, 1.12, 1.05};  // at the last the smallest text is 9 points

struct PersonaPlaces {
  double scale = 1, width = 0, height = 0;  // of a card, in its own units
};

// Side by side, in the largest type in which they fit; cards too tall even so stand on slides of their own.
std::optional<PersonaPlaces> places_for(const Frame& frame, std::size_t first, std::size_t count, double top, bool must) {
  const double all = kSlideWidth - 2 * kSlideMargin;
  const double width = count == 1 ? all : (all - kPersonaGap) / 2;
  for (const double scale : kPersonaScales) {
    PersonaPlaces places{scale, width / scale, 0};
    for (std::size_t i = first; i < first + count; ++i)
      places.height = std::max(places.height, persona_card(frame, frame.map.personas[i], i, places.width, 0).box.h);
    const bool last = scale == kPersonaScales[std::size(kPersonaScales) - 1];
    if (places.height * scale <= kSlideBottom - top) return places;
    if (last && must) {
      places.scale = (kSlideBottom - top) / places.height;
      places.width = width / places.scale;
      return places;
    }
  }
  return std::nullopt;
}

void add_persona_notes(Slide& slide, const Frame& frame, const Persona& persona) {
  slide.note(frame.say(persona.name));
  for (const auto* texts : {&persona.goals, &persona.frustrations, &persona.habits})
    for (const LocalText& text : *texts) slide.note("    " + frame.say(text));
}

}  // namespace

std::vector<Slide> persona_slides(const Frame& frame) {
  std::vector<Slide> slides;
  const auto& personas = frame.map.personas;
  for (std::size_t next = 0; next < personas.size();) {
    Slide slide(frame.lang);
    const std::string more = slides.empty() ? "" : " (" + std::to_string(slides.size() + 1) + ")";
    const double top = add_slide_head(slide, frame, frame.say(msg("render.personas.title")) + more, "");
    std::size_t count = std::min<std::size_t>(2, personas.size() - next);
    auto places = places_for(frame, next, count, top, count == 1);
    if (!places) places = places_for(frame, next, count = 1, top, true);
    for (std::size_t i = 0; i < count; ++i) {
      const Node card = persona_card(frame, personas[next + i], next + i, places->width, places->height);
      add_node(slide, card, places->scale, kSlideMargin + static_cast<double>(i) * (places->width * places->scale + kPersonaGap), top);
      add_persona_notes(slide, frame, personas[next + i]);
    }
    next += count;
    slides.push_back(std::move(slide));
  }
  return slides;
}

}  // namespace parcours
