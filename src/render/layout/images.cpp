// The storyboard: what a touchpoint looks like, each image with the touchpoint's name below.
#include <algorithm>

#include "render/layout/card.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

constexpr double kRadius = 8, kCaption = 6;
constexpr double kFlattest = 0.42, kTallest = 0.75;  // height of an image to its width; beyond that it stands whole on a ground

Node shown(const Frame& frame, const PicturePtr& picture, const std::string& said, double width) {
  Node node = group();
  const double own = width * picture->height / picture->width, height = std::clamp(own, width * kFlattest, width * kTallest);
  const Box box{0, 0, width, height};
  node.add(rect(box, frame.colour.quiet.tint, {}, kRadius));
  Node drawn = image(picture, box, kRadius, said);
  drawn.covers = own < width * 1.05 && own > width * 0.3;
  if (!drawn.covers) drawn.box = box.grown(-6), drawn.radius = 0;
  node.add(std::move(drawn));
  node.add(rect(box.grown(-0.5), {}, {frame.colour.line, 1, {}, false}, kRadius));
  return node;
}

// In place of a file that is missing or spoilt: neutral, with its name.
Node placeholder(const Frame& frame, const std::string& path, double width) {
  const double height = width * kFlattest;
  Node node = dashed_card(frame, width, height, kRadius);
  const std::string name = frame.say(msg("render.picture.missing", {{"path", path.substr(path.rfind('/') + 1)}}));
  Node words = text_block(name, 12, 0, width - 24, styled(kSmall, Weight::regular, frame.colour.ink_soft), 2, 0.5);
  const double top = (height - 22 - 6 - words.box.h) / 2;
  node.add(icon("image", width / 2 - 11, top, 22, frame.colour.ink_faint));
  shift(words, 0, top + 28);
  node.add(std::move(words));
  return node;
}

Cell image_cell(const Frame& frame, const Touchpoint& touchpoint, std::size_t index) {
  return [&frame, &touchpoint, index](double width, double) {
    const std::string& path = touchpoint.images[index];
    const std::string name = frame.say(touchpoint.name.empty() ? LocalText{touchpoint.id, {}, {}} : touchpoint.name);
    const PicturePtr picture = frame.picture(path);
    Node node = picture ? shown(frame, picture, name, width) : placeholder(frame, path, width);
    double bottom = node.box.bottom();
    if (index == 0) {
      node.add(text_block(name, 2, bottom + kCaption, width - 4, styled(kSmall, Weight::regular, frame.colour.ink_soft), 2));
      bottom = node.box.bottom();
    }
    node.id = "image-" + touchpoint.id + (index == 0 ? "" : "-" + std::to_string(index + 1));
    node.classes = picture ? "image" : "image missing";
    node.place = Node::Place::card;
    return sized(std::move(node), width, bottom);
  };
}

}  // namespace

std::optional<LaneBody> images_lane(const Frame& frame) {
  std::vector<std::vector<OwnCell>> cells(frame.columns.size());
  for (std::size_t c = 0; c < frame.columns.size(); ++c)
    for (std::size_t k = 0; k < frame.columns[c].stage->touchpoints.size(); ++k) {
      const Touchpoint& touchpoint = frame.columns[c].stage->touchpoints[k];
      for (std::size_t i = 0; i < touchpoint.images.size(); ++i)
        if (frame.options.pictures.contains(touchpoint.images[i])) cells[c].push_back({k, image_cell(frame, touchpoint, i)});
    }
  return grid_under_cards(frame, cells, {10, false});
}

}  // namespace parcours
