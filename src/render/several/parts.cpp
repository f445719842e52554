#include "render/several/parts.h"

#include <algorithm>

#include "render/layout/card.h"

namespace parcours {

MeasuredMap workspace_as_map(const WorkspaceSettings& settings) {
  MeasuredMap map;
  map.map.title = settings.name;
  map.settings = settings;
  return map;
}

void TextColumn::put(const std::string& text, const TextStyle& style, int lines_max, double after) {
  if (text.empty()) return;
  parts_.push_back(text_block(text, x_, y_, width_, style, lines_max));
  y_ += parts_.back().box.h + after;
}

void TextColumn::put(Node node, double after) {
  if (node.box.empty()) return;
  const double height = node.box.bottom();
  shift(node, x_, y_);
  parts_.push_back(std::move(node));
  y_ += height + after;
}

Node chips(const std::vector<std::pair<std::string, Tone>>& texts, double width) {
  constexpr double kPad = 18, kBetween = 6;
  Node node = group();
  double x = 0, y = 0;
  for (const auto& [text, tone] : texts) {
    const BrokenText fitted = break_text(text, styled(kSmall, Weight::semibold, {}), width - kPad, 1);
    const std::string& shown = fitted.lines.front().text;
    if (x > 0 && x + chip_width(shown) > width) x = 0, y += kChipHeight + kBetween;
    Node pill = chip(shown, x, y, {tone});
    pill.classes = "reason";
    if (fitted.cut) pill.title = text;
    x += chip_width(shown) + kBetween;
    node.add(std::move(pill));
  }
  return node;
}

std::string title_of(const Frame& frame, const JourneyMap& map) {
  const std::string title = frame.say(map.title);
  return title.empty() ? map.id : title;
}

std::string persona_names(const Frame& frame, const std::vector<Persona>& personas) {
  std::string out;
  for (const Persona& persona : personas)
    out += (out.empty() ? "" : ", ") + frame.say(persona.name.empty() ? LocalText{persona.id, {}, {}} : persona.name);
  return out;
}

Message state_of(const JourneyMap& map) { return map.state == MapState::target ? msg("render.state.target") : msg("render.state.current"); }

}  // namespace parcours
