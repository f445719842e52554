#include <algorithm>

#include "render/layout/head_parts.h"

namespace parcours {
namespace {

constexpr double kHeight = 36, kWidthMax = 220, kPlate = 7;

// Logos are made for white paper: on a dark ground they stand on a white plate. One with a ground of its own stands on a plate of that, so that
// its edges do not show where the paper differs.
std::optional<Colour> plate_of(const Frame& frame, const Picture& picture) {
  if (picture.ground) {
    const auto& [r, g, b] = *picture.ground;
    const Colour ground{r, g, b, 1};
    return ground == frame.colour.paper ? std::nullopt : std::optional(ground);
  }
  return frame.options.theme == Theme::dark ? std::optional(Colour{255, 255, 255, 1}) : std::nullopt;
}

}  // namespace

std::optional<Node> logo(const Frame& frame) {
  const Brand& brand = frame.map.settings.brand;
  if (brand.logo.empty() || !frame.options.pictures.contains(brand.logo)) return std::nullopt;
  const std::string name = frame.say(brand.name);
  Node node = group("logo", "logo");
  const PicturePtr picture = frame.picture(brand.logo);
  if (!picture) {
    node.add(rect({0, 0, kHeight, kHeight}, {}, {frame.colour.ink_faint, 1, {4, 3.5}, false}, 6));
    node.add(icon("image", 10, 10, kHeight - 20, frame.colour.ink_soft));
    node.title = frame.say(msg("render.picture.missing", {{"path", brand.logo}}));
    return node;
  }
  const std::optional<Colour> plate = plate_of(frame, *picture);
  const double inset = plate ? kPlate : 0;
  const double scale = std::min(kHeight / picture->height, kWidthMax / picture->width);
  const Box box{inset, inset, picture->width * scale, picture->height * scale};
  if (plate) node.add(rect(box.grown(kPlate), *plate, {}, 6));
  Node drawn = image(picture, box, 0, name);
  drawn.covers = false;
  node.add(std::move(drawn));
  return node;
}

}  // namespace parcours
