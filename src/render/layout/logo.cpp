#include <algorithm>

#include "render/layout/head_parts.h"

namespace parcours {
namespace {

constexpr double kHeight = 36, kWidthMax = 220, kPlate = 7;

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
  // Logos are made for white paper: on a dark ground they stand on a white plate.
  const bool plate = frame.options.theme == Theme::dark;
  const double inset = plate ? kPlate : 0;
  const double scale = std::min(kHeight / picture->height, kWidthMax / picture->width);
  const Box box{inset, inset, picture->width * scale, picture->height * scale};
  if (plate) node.add(rect(box.grown(kPlate), Colour{255, 255, 255, 1}, {}, 6));
  Node drawn = image(picture, box, 0, name);
  drawn.covers = false;
  node.add(std::move(drawn));
  return node;
}

}  // namespace parcours
