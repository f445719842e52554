#include "render/layout/page.h"

#include <cmath>

#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/scripts.h"

namespace parcours {

Frame page_frame(const MeasuredMap& map, const DrawOptions& options) {
  Frame frame = make_frame(map, options);
  frame.width = kPageWidth;
  return frame;
}

Node page_head(const Frame& frame, const Message& title) {
  Node node = group("head");
  const double width = frame.right() - kMargin;
  if (auto mark = logo(frame)) {
    shift(*mark, frame.right() - mark->box.right(), 0);
    node.add(std::move(*mark));
  }
  const double room = width - (node.children.empty() ? 0 : node.box.w + 24);
  Node words = text_block(frame.say(title), kMargin, 0, room, styled(kTitle, Weight::bold, frame.colour.title), 2);
  const double below = words.box.bottom() + 3;
  node.add(std::move(words));
  std::string about = frame.say(frame.map.map.title);
  if (const std::string offer = frame.say(frame.map.map.offer); !offer.empty()) about += " · " + offer;
  node.add(text_block(about, kMargin, below, room, styled(kBody, Weight::regular, frame.colour.ink_soft), 2));
  return node;
}

Scene page_of(const Frame& frame, const Message& title, std::vector<Node> parts, double gap) {
  Scene scene;
  scene.lang = frame.lang, scene.width = frame.width, scene.background = frame.colour.paper;
  scene.title = frame.say(title) + " – " + frame.say(frame.map.map.title);
  scene.root = group("map", "parcours");
  double y = kMargin;
  const auto put = [&](Node node, double after) {
    const double height = node.box.bottom();
    shift(node, 0, y);
    scene.root.add(std::move(node));
    y += height + after;
  };
  put(page_head(frame, title), 26);
  for (Node& part : parts) put(std::move(part), gap);
  put(hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft), 14);
  put(footer(frame), 0);
  scene.height = std::ceil(y + kMargin - 10);
  if (is_right_to_left(frame.map.map)) turn(scene);
  return scene;
}

}  // namespace parcours
