#include "forms/pptx/slides.h"
#include "questions/definitions.h"
#include "render/slide.h"

namespace parcours {
namespace {

void add_overview_notes(Slide& slide, const Frame& frame) {
  if (!frame.options.as_of.empty()) slide.note(frame.options.as_of);
  for (const Finding& finding : frame.map.findings) slide.note(frame.say(finding.sentence));
  if (!frame.measured()) slide.note(frame.say(msg("render.no_events")));
  slide.note(frame.say(msg("forms.pptx.signs")));
  if (!frame.measured()) return;
  slide.note(frame.say(msg("render.report.weak")));
  for (const auto code : {"river", "drop_off", "emotion", "conversion"}) {
    const FigureInfo& info = figure_info("measure", code);
    slide.note(name_of(info, frame.lang) + " — " + definition_of(info, frame.lang));
  }
}

// The words of the scene's title, taken out of it: a slide has its title in the place that programs look for.
Node* title_node(Node& node, const std::string& title) {
  if (node.kind == Node::Kind::text && !node.lines.empty() && title.starts_with(node.lines.front().text)) return &node;
  for (Node& child : node.children)
    if (Node* found = title_node(child, title)) return found;
  return nullptr;
}

}  // namespace

Slide overview_slide(const Frame& frame) {
  Slide slide(frame.lang);
  Scene scene = draw_slide(frame.map, frame.options);
  const double scale = kSlideWidth / scene.width;
  const std::string title = frame.say(frame.map.map.title);
  if (Node* found = title_node(scene.root, title)) {
    const Box& box = found->box;
    slide.title(title, {box.x * scale, box.y * scale, std::min(box.w * scale + 60, kSlideWidth - box.x * scale), box.h * scale},
                found->style.size * scale, frame.colour.title);
    found->lines.clear();
  } else {
    slide.title(title, {kSlideMargin, 26, 600, 40}, 27, frame.colour.title);
  }
  add_node(slide, scene.root, scale, 0, 0);
  add_overview_notes(slide, frame);
  return slide;
}

}  // namespace parcours
