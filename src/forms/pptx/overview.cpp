#include <algorithm>

#include "forms/pptx/slides.h"
#include "questions/definitions.h"

namespace parcours {
namespace {

constexpr double kTop = 118, kBottom = 700, kBetween = 10;

// Lanes in the order in which they earn a place; the others are on the slides of the stages.
constexpr std::string_view kWanted[] = {"lane-river", "lane-emotion", "lane-touchpoints", "lane-moves", "lane-buyer", "lane-frictions", "lane-how",
                                        "lane-does",  "lane-says",    "lane-backstage",   "lane-wants", "lane-asks",  "lane-actions",   "lane-views"};

std::vector<const Node*> parts_that_fit(const Scene& scene, double scale) {
  const auto find = [&](std::string_view id) {
    const auto at = std::find_if(scene.root.children.begin(), scene.root.children.end(), [&](const Node& node) { return node.id == id; });
    return at == scene.root.children.end() ? nullptr : &*at;
  };
  std::vector<const Node*> parts;
  double height = 0;
  const auto take = [&](const Node* node) {
    if (!node || height + node->box.h * scale + kBetween > kBottom - kTop) return;
    height += node->box.h * scale + kBetween;
    parts.push_back(node);
  };
  take(find("stages"));
  for (const auto id : kWanted) take(find(id));
  std::sort(parts.begin(), parts.end(), [](const Node* a, const Node* b) { return a->box.y < b->box.y; });
  return parts;
}

void add_notes(Slide& slide, const Frame& frame) {
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

}  // namespace

Slide overview_slide(const Frame& frame) {
  Slide slide(frame.lang);
  const double width = kSlideWidth - 2 * kSlideMargin;
  slide.title(frame.say(frame.map.map.title), {kSlideMargin, 26, width, 40}, 30, frame.colour.ink);
  const std::string headline = frame.map.findings.empty() ? frame.say(frame.map.map.offer) : frame.say(frame.map.findings.front().sentence);
  if (!headline.empty()) {
    const BrokenText broken = break_text(headline, styled(15, Weight::regular, frame.colour.ink_soft), width, 2);
    std::string shown;
    for (const auto& line : broken.lines) shown += (shown.empty() ? "" : " ") + line.text;
    slide.text({{{{shown, 15, frame.colour.ink_soft}}}}, {kSlideMargin, 68, width, 42}, true, "headline");
  }
  const Scene scene = draw(frame.map, frame.options);
  const double scale = width / (scene.width - 2 * kMargin);
  double y = kTop;
  for (const Node* part : parts_that_fit(scene, scale)) {
    add_node(slide, *part, scale, kSlideMargin - kMargin * scale, y - part->box.y * scale);
    y += part->box.h * scale + kBetween;
  }
  add_notes(slide, frame);
  return slide;
}

}  // namespace parcours
