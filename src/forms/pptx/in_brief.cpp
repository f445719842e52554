// What is known, before the pictures: findings, and what of the map is measured, reported, assumed.
#include <algorithm>

#include "base/number.h"
#include "forms/pptx/slides.h"
#include "forms/pptx/table.h"
#include "render/layout/head_parts.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kFindingsWidth = 720, kTruthsLeft = 830;
constexpr std::size_t kFindingsMost = 6;
constexpr double kFiguresScale = 1.1;

void add_findings(Slide& slide, const Frame& frame, double top) {
  double y = top;
  for (std::size_t i = 0; i < std::min(kFindingsMost, frame.map.findings.size()); ++i) {
    const Finding& finding = frame.map.findings[i];
    const bool worst = i == 0 && !finding.touchpoint.empty() && finding.touchpoint == frame.map.worst_touchpoint;
    DeckColumn words(kFindingsWidth - 30, kSlideBottom - y);
    words.add("", frame.say(finding.sentence), i == 0 ? 19 : 16, worst ? frame.colour.loss.deep : frame.colour.ink,
              i == 0 ? Weight::semibold : Weight::regular, 4);
    if (words.cut()) break;
    const double tall = words.used();
    slide.rect({kSlideMargin, y + 7, 10, 10}, worst ? frame.colour.loss_mark : frame.colour.quiet_mark, {}, 5, "mark");
    slide.text(words.take(), {kSlideMargin + 28, y, kFindingsWidth - 28, tall + 2}, true, "finding");
    y += tall + 18;
  }
}

// Without events: what the map says of promises and frictions, as far as it goes.
void add_statements(Slide& slide, const Frame& frame, double top) {
  DeckColumn words(kFindingsWidth - 30, kSlideBottom - top);
  const auto add = [&](const Message& label, const LocalText& text, const Touchpoint& touchpoint, Colour colour) {
    words.add(frame.say(label), frame.say(text) + " — " + frame.say(touchpoint.name), 16, colour, Weight::regular, 2, 12);
  };
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      if (touchpoint.moment_of_truth) add(msg("forms.pptx.moment"), touchpoint.moment_of_truth->promise, touchpoint, frame.colour.good.deep);
      for (const Friction& friction : touchpoint.frictions) add(msg("forms.pptx.friction"), friction.text, touchpoint, frame.colour.ink);
    }
  if (const double tall = words.used(); tall > 0)
    slide.text(words.take(), {kSlideMargin, top, kFindingsWidth, std::min(tall + 2, kSlideBottom - top)}, true, "statements");
}

void add_truths(Slide& slide, const Frame& frame, double top) {
  const Coverage& coverage = frame.map.coverage;
  struct Kind {
    Message name, meaning;
    int count;
    Colour colour;
  };
  const Kind kinds[] = {{msg("render.truth.measured"), msg("forms.pptx.measured_means"), coverage.measured, frame.colour.measured},
                        {msg("render.truth.reported"), msg("forms.pptx.reported_means"), coverage.reported, frame.colour.ink},
                        {msg("render.truth.assumed"), msg("forms.pptx.assumed_means"), coverage.assumed, frame.colour.ink_soft}};
  const double width = kSlideWidth - kSlideMargin - kTruthsLeft;
  slide.text({{{{frame.say(msg("forms.pptx.rests_on", {{"n", std::int64_t{coverage.total()}}})), kTableText, frame.colour.ink, true, false}}}},
             {kTruthsLeft, top, width, 42}, true, "truths");
  double y = top + 48;
  for (const Kind& kind : kinds) {
    DeckColumn words(width - 76, 110);
    words.add("", frame.say(kind.name), kTableText, kind.colour, Weight::semibold, 1);
    words.add("", frame.say(kind.meaning), kTableSmall, frame.colour.ink_soft, Weight::regular, 4, 1);
    const double tall = std::max(words.used(), 40.0);
    slide.text({{{{show_count(kind.count, frame.lang), 30, kind.colour, true, false}}}}, {kTruthsLeft, y, 70, 40}, true, "count");
    slide.text(words.take(), {kTruthsLeft + 76, y, width - 76, tall + 2}, true, "kind");
    y += tall + 16;
  }
}

}  // namespace

Slide in_brief_slide(const Frame& frame) {
  Slide slide(frame.lang);
  const double top =
      add_slide_head(slide, frame, frame.say(msg("forms.pptx.in_brief")), frame.options.as_of.empty() ? "" : frame.say(frame.options.as_of));
  const Node figures = key_figures(frame);
  add_node(slide, figures, kFiguresScale, kSlideMargin, top);
  const double below = top + figures.box.h * kFiguresScale + 34;
  if (frame.map.findings.empty()) {
    DeckColumn words(kFindingsWidth - 30, 100);
    words.add("", frame.say(msg("render.no_events")), 16, frame.colour.ink_soft, Weight::regular, 4);
    slide.text(words.take(), {kSlideMargin, below, kFindingsWidth, 100}, true, "hint");
    add_statements(slide, frame, below + 72);
  }
  add_findings(slide, frame, below);
  add_truths(slide, frame, top);
  for (const Finding& finding : frame.map.findings) slide.note(frame.say(finding.sentence));
  slide.note(frame.say(msg("forms.pptx.signs")));
  if (frame.measured()) slide.note(frame.say(msg("render.report.weak")));
  return slide;
}

}  // namespace parcours
