#include "render/layout/portrait.h"

namespace parcours {
namespace {

Node head_and_shoulders(const Tone& tone, double cx, double cy, double r) {
  Node node = group();
  node.add(shape(Path::circle(cx, cy, r), tone.tint, tone.edge()));
  node.add(shape(Path::circle(cx, cy - r * 0.22, r * 0.36), tone.deep));
  Path shoulders;
  const double top = cy + r * 0.24, low = cy + r * 0.78, half = r * 0.6;
  shoulders.move(cx - half, low)
      .curve(cx - half, top + r * 0.1, cx - half * 0.45, top, cx, top)
      .curve(cx + half * 0.45, top, cx + half, top + r * 0.1, cx + half, low)
      .close();
  node.add(shape(std::move(shoulders), tone.deep));
  return node;
}

}  // namespace

Node portrait(const Frame& frame, const Persona& persona, const Tone& tone, double cx, double cy, double r) {
  const PicturePtr picture = frame.picture(persona.portrait);
  if (!picture) return head_and_shoulders(tone, cx, cy, r);
  Node node = group({}, "portrait");
  node.add(image(picture, {cx - r, cy - r, 2 * r, 2 * r}, r, frame.say(persona.name)));
  node.add(shape(Path::circle(cx, cy, r), {}, {tone.deep, 1.2, {}, false}));
  return node;
}

}  // namespace parcours
