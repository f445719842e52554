// The rings of stakeholders around the customers.
#pragma once

#include "overlay/stakeholders.h"
#include "render/several/parts.h"

namespace parcours {

// Cards placed around (0, 0), the customers in the middle; each ring an ellipse around all that stands in it.
struct RingShape {
  Ring ring = Ring::backstage;
  std::vector<Node> cards;
  double outer = 0;  // half the width of its ellipse
};
std::vector<RingShape> set_rings(const Frame& page, const std::vector<StakeholderView>& everyone);  // rings that somebody stands in, inwards first
Node rings_picture(const Frame& page, std::vector<RingShape> rings, double centre);                 // `centre`: x of the middle; from y = 0 down

Message ring_name(Ring ring);
const Tone& ring_tone(const Frame& page, Ring ring);
std::string name_of(const Frame& page, const StakeholderView& who);
std::string weights_of(const Frame& page, const StakeholderView& who);  // importance and interest; "" without

}  // namespace parcours
