// The parts of a presentation around its slides: fixed XML of Office Open XML (ECMA-376).
#pragma once

#include <string>
#include <vector>

#include "forms/pptx/slide.h"

namespace parcours {

struct DeckLook {
  std::string font;  // of the theme
  Colour paper, ink, accent;
  std::vector<Colour> accents;
};

std::string hex_digits(Colour colour);  // "RRGGBB"
std::string theme_xml(const DeckLook& look);
std::string master_xml(const DeckLook& look);
std::string layout_xml();
std::string notes_master_xml();
std::string slide_xml(const Slide& slide);
std::string notes_xml(const Slide& slide);
std::string presentation_xml(std::size_t slides, Lang lang);
std::string content_types_xml(std::size_t slides);  // pictures are told by their endings, .png and .jpeg
std::string core_xml(const std::string& title, const std::string& description, Lang lang);

struct Relation {
  std::string id, type, target;  // type: the last word of its address, "slide"
};
std::string relations_xml(const std::vector<Relation>& relations);

}  // namespace parcours
