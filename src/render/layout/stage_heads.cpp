// Phases, and the stages as arrows with their name, when, and what the brand wants there.
#include <algorithm>

#include "base/letters.h"
#include "render/layout/card.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kNotch = 13, kHeadPadding = 15, kPhaseHeight = 30;

Message phase_name(Phase phase) {
  switch (phase) {
    case Phase::before: return msg("render.phase.before");
    case Phase::during: return msg("render.phase.during");
    case Phase::after: break;
  }
  return msg("render.phase.after");
}

Node phase_mark(const Frame& frame, Phase phase, double left, double right) {
  Node node = group({}, "phase");
  TextStyle style = styled(kSmall, Weight::semibold, frame.colour.ink_soft);
  style.spacing = 1.1;
  const std::string name = upper_case(frame.say(phase_name(phase)));
  Node label = text_at(name, (left + right) / 2 + style.spacing / 2, 14, style, 0.5);
  const double gap = 12;
  if (label.box.x - gap > left) node.add(hairline(left, 10, label.box.x - gap, 10, frame.colour.ink_faint));
  if (label.box.right() + gap < right) node.add(hairline(label.box.right() + gap, 10, right, 10, frame.colour.ink_faint));
  node.add(std::move(label));
  return node;
}

Path arrow(double x, double w, double h, bool notched, bool last) {
  const double left = x - (notched ? 3 : 0), right = x + w - (last ? kNotch : 3);
  Path path;
  path.move(left, 0).line(right, 0).line(right + kNotch, h / 2).line(right, h).line(left, h);
  if (notched) path.line(left + kNotch, h / 2);
  path.close();
  return path;
}

struct StageWords {
  std::vector<Node> parts;
  double height = 0;
};

std::string name_of(const Frame& frame, const Stage& stage) { return frame.say(stage.name.empty() ? LocalText{stage.id, {}, {}} : stage.name); }

double words_left(const Column& column) { return column.x + kHeadPadding + (column.index == 0 ? 0 : 5); }
double words_width(const Column& column) { return column.right() - words_left(column) - kNotch - 4; }
// Beside the name the words need air before the tip of the arrow.
double width_beside(const Column& column) { return words_width(column) - 8; }

// The when stands at the right of the name, in all stages or in none.
bool when_fits_beside(const Frame& frame) {
  for (const Column& column : frame.columns) {
    const std::string when = say_when(frame, *column.stage);
    if (when.empty()) continue;
    const double name = text_width(name_of(frame, *column.stage), styled(kHeading, Weight::bold, {}));
    if (name + 16 + text_width(when, styled(kSmall, Weight::semibold, {})) > width_beside(column)) return false;
  }
  return true;
}

StageWords stage_words(const Frame& frame, const Column& column, bool beside) {
  const double x = words_left(column), width = words_width(column);
  const std::string when = say_when(frame, *column.stage);
  const TextStyle when_style = styled(kSmall, Weight::semibold, column.tone.deep);
  const TextStyle name_style = styled(kHeading, Weight::bold, column.tone.deep);
  const std::string name = name_of(frame, *column.stage);
  StageWords words;
  double y = 11;
  words.parts.push_back(text_block(name, x, y, width, name_style, 3));
  if (!when.empty() && beside) words.parts.push_back(text_at(when, x + width_beside(column), y + 16.5, when_style, 1));
  y += words.parts.front().box.h + 2;
  if (!when.empty() && !beside) words.parts.push_back(text_block(when, x, y, width, when_style, 4)), y += words.parts.back().box.h + 1;
  std::string below = column.stage->objective.empty() ? "" : say_objective(frame, column.stage->objective);
  const Stage* back = column.stage->leads_to.empty() ? nullptr : frame.map.map.stage(column.stage->leads_to);
  if (back) below += (below.empty() ? "" : " · ") + frame.say(msg("render.leads_to", {{"stage", frame.say(back->name)}}));
  if (!column.stage->opens.empty())
    below += (below.empty() ? "" : " · ") + frame.say(msg("render.opens", {{"map", opened_title(frame, column.stage->opens)}}));
  if (!below.empty()) {
    words.parts.push_back(text_block(below, x, y, width, styled(kSmall, Weight::regular, frame.colour.ink), 3)), y += words.parts.back().box.h;
    if (!column.stage->objective.empty()) words.parts.back().id = "objective-" + column.stage->id;
  }
  words.height = y + 10;
  return words;
}

}  // namespace

Node stage_heads(const Frame& frame) {
  Node node = group("stages");
  for (std::size_t i = 0; i < frame.columns.size();) {
    std::size_t end = i;
    while (end < frame.columns.size() && frame.columns[end].stage->phase == frame.columns[i].stage->phase) ++end;
    node.add(phase_mark(frame, frame.columns[i].stage->phase, frame.columns[i].x, frame.columns[end - 1].right()));
    i = end;
  }
  const bool beside = when_fits_beside(frame);
  std::vector<StageWords> words;
  double tallest = 0;
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    words.push_back(stage_words(frame, frame.columns[i], beside));
    tallest = std::max(tallest, words.back().height);
  }
  const double height = std::max(56.0, tallest);
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    const Column& column = frame.columns[i];
    Node stage = group("stage-" + column.stage->id, "stage");
    stage.role = "heading";
    stage.add(shape(arrow(column.x, column.w, height, i > 0, i + 1 == frame.columns.size()), column.tone.tint, column.tone.edge(1.2)));
    for (Node& part : words[i].parts) shift(part, 0, (height - tallest) / 2), stage.add(std::move(part));
    if (!column.stage->opens.empty()) stage.add(opens_sign(frame, column.stage->opens, column.tone, column.right() - kNotch - 16, height));
    shift(stage, 0, kPhaseHeight);
    node.add(std::move(stage));
  }
  return node;
}

}  // namespace parcours
