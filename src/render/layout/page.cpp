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

PageText page_text(const Frame& frame, const Message& title) {
  std::string about = frame.say(frame.map.map.title);
  if (const std::string offer = frame.say(frame.map.map.offer); !offer.empty()) about += " · " + offer;
  if (const std::string scope = narrowed_to(frame); !scope.empty()) about += " · " + scope;
  return {frame.say(title), std::move(about), data_basis(frame)};
}

namespace {

Node page_head(const Frame& frame, const PageText& text) {
  Node node = group("head");
  const double width = frame.right() - kMargin;
  if (auto mark = logo(frame)) {
    shift(*mark, frame.right() - mark->box.right(), 0);
    node.add(std::move(*mark));
  }
  const double room = width - (node.children.empty() ? 0 : node.box.w + 24);
  Node words = text_block(text.title, kMargin, 0, room, styled(kTitle, Weight::bold, frame.colour.title), 2);
  const double below = words.box.bottom() + 3;
  node.add(std::move(words));
  if (!text.about.empty()) node.add(text_block(text.about, kMargin, below, room, styled(kBody, Weight::regular, frame.colour.ink_soft), 2));
  return node;
}

}  // namespace

Scene page_of(const Frame& frame, const PageText& text, std::vector<Node> parts, double gap) {
  Scene scene;
  scene.lang = frame.lang, scene.width = frame.width, scene.background = frame.colour.paper;
  const std::string whose = frame.say(frame.map.map.title);
  scene.title = whose.empty() ? text.title : text.title + " – " + whose;
  scene.description = text.about;
  scene.root = group("map", "parcours");
  double y = kMargin;
  const auto put = [&](Node node, double after) {
    const double height = node.box.bottom();
    shift(node, 0, y);
    scene.root.add(std::move(node));
    y += height + after;
  };
  put(page_head(frame, text), 26);
  for (Node& part : parts) put(std::move(part), gap);
  put(hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft), 14);
  put(footer(frame, text.basis), 0);
  scene.height = std::ceil(y + kMargin - 10);
  if (is_right_to_left(frame.map.map)) turn(scene);
  return scene;
}

}  // namespace parcours
