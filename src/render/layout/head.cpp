// The head: what the map is about in a sentence, whose journey it is, and the three figures that sum it up.
#include <algorithm>
#include <cmath>

#include "render/changes/parts.h"
#include "render/layout/head_parts.h"
#include "render/layout/lane.h"
#include "render/layout/say.h"

namespace parcours {
namespace {

constexpr double kPartGap = 32;
constexpr double kWordsWidth = 620;  // kept for title and headline before persona cards stand side by side

std::string subtitle(const Frame& frame) {
  const JourneyMap& map = frame.map.map;
  std::string out = frame.map.lived_by.empty() ? "" : frame.say(msg("render.lived_by", {{"persona", say_persona(frame, frame.map.lived_by)}}));
  const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
  if (!map.offer.empty()) add(frame.say(map.offer));
  add(frame.say(map.state == MapState::target ? msg("render.state.target") : msg("render.state.current")));
  if (map.target_date) add(frame.say(msg("render.target_date", {{"date", say_date(frame, *map.target_date)}})));
  if (map.reviewed) add(frame.say(msg("render.reviewed", {{"date", say_date(frame, *map.reviewed)}})));
  return out;
}

Node words(const Frame& frame, double width) {
  Node node = group("title");
  double top = 0;
  if (auto mark = logo(frame)) top = mark->box.bottom() + 14, node.add(std::move(*mark));
  Node title = text_block(frame.say(frame.map.map.title), 0, top, width, styled(kTitle, Weight::bold, frame.colour.title), 3);
  const double under_title = title.box.bottom() + 3;
  node.add(std::move(title));
  Node line = text_block(subtitle(frame), 0, under_title, width, styled(kBody, Weight::regular, frame.colour.ink_soft), 3);
  double under_line = under_title + line.box.h + 13;
  node.add(std::move(line));
  if (auto scope = scope_chip(frame, width, under_line - 4)) under_line = node.add(std::move(*scope)).box.bottom() + 13;
  node.add(headline(frame, width, under_line));
  return node;
}

// What is found first of what is drawn: the map, or one stage of it. Nothing: of that stage there is nothing to say.
const Finding* first_finding(const Frame& frame) {
  const auto is_here = [&](const Finding& finding) { return frame.options.stage.empty() || frame.column_of(finding.touchpoint); };
  const auto found = std::find_if(frame.map.findings.begin(), frame.map.findings.end(), is_here);
  return found == frame.map.findings.end() ? nullptr : &*found;
}

}  // namespace

Node callout(const Frame& frame, const std::string& sentence, CalloutLook look, double width, double top) {
  const bool is_loss = look == CalloutLook::loss, is_hint = look == CalloutLook::hint;
  const Tone tone = is_loss ? frame.colour.loss : frame.colour.quiet;
  const TextStyle style = styled(kBody, is_hint ? Weight::regular : Weight::semibold, tone.deep);
  Node words = text_block(sentence, 42, top + 11, width - 42 - 16, style, 4);
  const double hugged = std::min(width, words.box.w + 42 + 22);
  Node node = group("headline", is_loss ? "headline loss" : "headline");
  node.place = Node::Place::card;
  node.add(rect({0, top, hugged, words.box.h + 22}, tone.tint, tone.edge(), 10));
  const double middle = top + 11 + line_height(style) / 2;
  if (is_hint) node.add(icon("lightbulb", 14, middle - 8, 16, tone.deep));
  else node.add(shape(Path::circle(22, middle, 5.5), is_loss ? frame.colour.loss_mark : frame.colour.quiet_mark));
  node.add(std::move(words));
  return node;
}

std::optional<Node> scope_chip(const Frame& frame, double width, double top) {
  const std::string scope = narrowed_to(frame);
  if (scope.empty()) return std::nullopt;
  const TextStyle style = styled(kBody, Weight::semibold, frame.colour.ink);
  Node text = text_block(scope, 13, top + 5, width - 26, style, 4);
  Node node = group("scope", "scope");
  node.place = Node::Place::card;
  node.add(rect({0, top, std::min(width, text.box.w + 26), text.box.h + 10}, {}, {frame.colour.ink_soft, 1.2, {}, false}, 8));
  node.add(std::move(text));
  return node;
}

Node headline(const Frame& frame, double width, double top) {
  if (frame.options.changes) return callout(frame, changes_sentence(frame, changed_elements(frame)), CalloutLook::quiet, width, top);
  if (frame.options.figures_kept_back) return group();
  if (frame.map.findings.empty()) return callout(frame, frame.say(msg("render.no_events")), CalloutLook::hint, width, top);
  const Finding* first = first_finding(frame);
  if (!first) return group();
  const bool is_loss = !first->touchpoint.empty() && first->touchpoint == frame.map.worst_touchpoint;
  return callout(frame, frame.say(first->sentence), is_loss ? CalloutLook::loss : CalloutLook::quiet, width, top);
}

Node head(const Frame& frame) {
  const double inner = frame.right() - kMargin;
  Node figures = key_figures(frame);
  const double figures_width = figures.box.w;
  const double card_width = std::clamp(inner * 0.24, 340.0, 400.0);
  const double spare = inner - figures_width - 2 * kPartGap - kWordsWidth;
  const auto across =
      std::min(std::max<std::size_t>(1, frame.map.personas.size()), static_cast<std::size_t>(std::max(1.0, spare / (card_width + kGap))));
  const double personas_width = frame.map.personas.empty() ? 0 : static_cast<double>(across) * (card_width + kGap) - kGap;
  const double beside = figures_width + kPartGap + (personas_width > 0 ? personas_width + kPartGap : 0);
  const double words_width = std::min(inner - beside, 900.0);
  Node node = group("head");
  Node left = words(frame, words_width);
  shift(left, kMargin, 0);
  node.add(std::move(left));
  if (personas_width > 0) {
    Node people = persona_cards(frame, card_width, across);
    const double last = frame.right() - figures_width - kPartGap - personas_width;
    shift(people, frame.wide ? std::min(last, kMargin + words_width + kPartGap) : last, 4);  // across a wide picture nobody finds them
    node.add(std::move(people));
  }
  shift(figures, frame.right() - figures_width, 0);
  node.add(std::move(figures));
  return node;
}

}  // namespace parcours
