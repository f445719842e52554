#include "forms/pptx/slides.h"
#include "questions/definitions.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

void add_list(Slide& slide, const Frame& frame, std::string_view lane, const std::vector<CustomerWords>& all) {
  for (const CustomerWords& one : all)
    slide.note("    " + frame.say(text("render.lane." + std::string(lane), frame.lang)) + " — " + say_words(frame, one, false));
}

void add_own_lanes(Slide& slide, const Frame& frame, const std::vector<LaneTexts>& said, const char* before) {
  for (const OwnLane& lane : frame.map.map.lanes)
    for (const LaneTexts& own : said)
      for (const LocalText& text : own.texts)
        if (own.lane == lane.id) slide.note(before + frame.say(lane.name) + " — " + frame.say(text));
}

void add_touchpoint(Slide& slide, const Frame& frame, const Touchpoint& touchpoint) {
  slide.note(frame.say(touchpoint.name));
  add_list(slide, frame, "does", touchpoint.does);
  add_list(slide, frame, "wants", touchpoint.wants);
  add_list(slide, frame, "asks", touchpoint.asks);
  add_list(slide, frame, "says", touchpoint.says);
  add_own_lanes(slide, frame, touchpoint.lanes, "    ");
  for (const Friction& friction : touchpoint.frictions)
    slide.note("    " + frame.say(msg("forms.pptx.friction")) + " " + frame.say(friction.text) + say_by(frame, friction.by) + " (" +
               say_evidence(frame, friction.evidence) + ")");
  for (const ReportedFigure& figure : touchpoint.figures)
    slide.note("    " + say_reported(frame, figure) + (figure.evidence.reported() ? " (" + frame.say(figure.evidence.source) + ")" : ""));
}

}  // namespace

void add_stage_notes(Slide& slide, const Frame& frame, const Column& column) {
  for (const Finding& finding : frame.map.findings)
    if (const Column* of = finding.touchpoint.empty() ? nullptr : frame.column_of(finding.touchpoint); of && of->index == column.index)
      slide.note(frame.say(finding.sentence));
  for (const BuyerStep& step : column.stage->buyer) slide.note(frame.say(text("render.lane.buyer", frame.lang)) + " — " + frame.say(step.text));
  for (const Content& content : column.stage->contents) slide.note(frame.say(text("render.lane.how", frame.lang)) + " — " + frame.say(content.text));
  add_own_lanes(slide, frame, column.stage->lanes, "");
  for (const Touchpoint& touchpoint : column.stage->touchpoints) add_touchpoint(slide, frame, touchpoint);
  if (!frame.measured()) return;
  for (const auto code : {"customers", "to_next_stage", "drop_off", "at_stake"}) {
    const FigureInfo& info = figure_info("measure", code);
    slide.note(name_of(info, frame.lang) + " — " + definition_of(info, frame.lang));
  }
}

}  // namespace parcours
