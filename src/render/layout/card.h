// The few parts that cards are made of.
#pragma once

#include "render/layout/frame.h"

namespace parcours {

// A white card with a hairline edge and a soft edge below (an offset shape, cheap in every viewer). At (0, 0).
Node paper_card(const Frame& frame, double width, double height);
Node dashed_card(const Frame& frame, double width, double height, double radius = 10);
Node tinted_card(const Tone& tone, double width, double height);

struct ChipLook {
  Tone tone;
  bool weak = false;  // hollow, dashed
};
// A small pill with a text, its left top at (x, y); 20 high.
Node chip(const std::string& text, double x, double y, const ChipLook& look);
double chip_width(const std::string& text);
inline constexpr double kChipHeight = 20;

// Signs that can be told apart without colour.
Node diamond(double cx, double cy, double half, Colour colour);
// Who starts it: a disc for the customer, a square for us, an empty ring when unsaid; with the channel's icon inside.
Node starter_sign(const Frame& frame, Initiator starts, std::string_view icon_name, const Tone& tone, double x, double y, double size);

// Says that another map goes into detail: a small stack of sheets on a disc, its middle at (cx, cy), 20 wide; a link where that map's
// picture is drawn beside.
Node opens_sign(const Frame& frame, const std::string& map, const Tone& tone, double cx, double cy);
std::string opened_title(const Frame& frame, const std::string& map);  // the other map's title, or its id

// Makes the cell's box begin at (0, 0) with the given size, whatever its parts cover.
Node sized(Node node, double width, double height);

}  // namespace parcours
