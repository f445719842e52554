#include "render/views.h"

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/number.h"
#include "map/views_file.h"
#include "render/layout/card.h"
#include "render/layout/page.h"
#include "render/views/parts.h"

namespace parcours {
namespace {

constexpr double kColumnMin = 88, kColumnMax = 240;

std::size_t touchpoints_in(const JourneyMap& map) {
  std::size_t n = 0;
  for (const Stage& stage : map.stages) n += stage.touchpoints.size();
  return n;
}

double room_of_chart(double width) { return width - 2 * kMargin - kViewsGutter; }

}  // namespace

double views_width(const JourneyMap& map) {
  return std::max(kPageWidth, 2 * kMargin + kViewsGutter + kColumnMin * static_cast<double>(touchpoints_in(map)));
}

const Disagreement* ViewsFrame::at(const std::string& touchpoint) const {
  for (const Disagreement& one : all)
    if (one.touchpoint == touchpoint) return &one;
  return nullptr;
}

const SeeingTeam& ViewsFrame::team(const LocalText& name) const {
  return *std::find_if(teams.begin(), teams.end(), [&](const SeeingTeam& team) { return team.name == name; });
}

ViewsFrame views_frame(const Frame& frame) {
  ViewsFrame out{frame, {}, disagreements(frame.map.map), 0};
  const auto n = static_cast<double>(std::max<std::size_t>(1, touchpoints_in(frame.map.map)));
  out.column = std::min(kColumnMax, room_of_chart(frame.width) / n);
  std::set<std::string> taken;
  for (const LocalText& name : teams_of(frame.map.map)) {
    const std::string plain = stem_of(views_file_name(team_key(name)));
    std::string code = plain;
    for (int i = 2; !taken.insert(code).second; ++i) code = plain + "-" + std::to_string(i);
    const std::size_t i = out.teams.size();
    out.teams.push_back({name, code, frame.colour.people[i % frame.colour.people.size()].deep, i});
  }
  return out;
}

std::string say_emotion(const Frame& frame, double value) { return (value > 0 ? "+" : "") + show_number(value, frame.lang); }

std::string say_spread(const Frame& frame, const Disagreement& at) {
  if (!at.compares()) return frame.say(msg("render.views.one_team"));
  return frame.say(msg("render.views.spread", {{"spread", at.spread}}));
}

// Disc, square, triangle, diamond, triangle on its point, cross; from the seventh team on hollow.
Node team_mark(const ViewsFrame& frame, const SeeingTeam& team, double x, double y) {
  constexpr double r = 5;
  const bool hollow = (team.form / 6) % 2 == 1;
  const Paint fill = hollow ? Paint(frame.frame.colour.paper) : Paint(team.colour);
  const Stroke line{hollow ? team.colour : frame.frame.colour.paper, hollow ? 1.8 : 1, {}, false};
  switch (team.form % 6) {
    case 1: return rect({x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r}, fill, line, 1);
    case 2: return shape(Path::polygon({{x, y - r * 1.2}, {x + r * 1.2, y + r * 0.9}, {x - r * 1.2, y + r * 0.9}}), fill, line);
    case 3: return shape(Path::polygon({{x, y - r * 1.3}, {x + r * 1.3, y}, {x, y + r * 1.3}, {x - r * 1.3, y}}), fill, line);
    case 4: return shape(Path::polygon({{x, y + r * 1.2}, {x + r * 1.2, y - r * 0.9}, {x - r * 1.2, y - r * 0.9}}), fill, line);
    case 5: {
      constexpr double a = r * 0.42, b = r * 1.2;
      return shape(Path::polygon({{x - a, y - b},
                                  {x + a, y - b},
                                  {x + a, y - a},
                                  {x + b, y - a},
                                  {x + b, y + a},
                                  {x + a, y + a},
                                  {x + a, y + b},
                                  {x - a, y + b},
                                  {x - a, y + a},
                                  {x - b, y + a},
                                  {x - b, y - a},
                                  {x - a, y - a}}),
                   fill, line);
    }
    default: return shape(Path::circle(x, y, r), fill, line);
  }
}

Node views_sentence(const ViewsFrame& frame) {
  const Palette& colour = frame.frame.colour;
  const auto ranked = by_spread(frame.all);
  const bool opposite = !ranked.empty() && ranked.front()->spread >= kOppositeSpread;
  const Tone tone = opposite ? colour.loss : colour.quiet;
  const TextStyle style = styled(kBody, Weight::semibold, tone.deep);
  Node words = text_block(frame.frame.say(disagreement_sentence(frame.map(), frame.all)), kMargin + 38, 10, std::min(kPageWidth, frame.frame.width) - 2 * kMargin - 54, style, 4);
  Node node = group("headline", opposite ? "headline loss" : "headline");
  node.place = Node::Place::card;
  node.add(rect({kMargin, 0, words.box.w + 60, words.box.h + 20}, tone.tint, tone.edge(), 10));
  const double middle = 10 + line_height(style) / 2;
  node.add(shape(Path::circle(kMargin + 20, middle, 5.5), opposite ? colour.loss_mark : colour.quiet_mark));
  node.add(std::move(words));
  return node;
}

Scene draw_views(const MeasuredMap& map, const DrawOptions& options) {
  Frame frame = page_frame(map, options);
  frame.width = views_width(map.map);
  const ViewsFrame own = views_frame(frame);
  std::vector<Node> parts;
  if (own.teams.empty()) {
    parts.push_back(text_block(frame.say(msg("render.views.none")), kMargin, 0, 700, styled(kBody, Weight::regular, frame.colour.ink_soft)));
  } else {
    parts.push_back(views_sentence(own));
    parts.push_back(views_legend(own));
    parts.push_back(views_chart(own));
    parts.push_back(views_cards(own));
  }
  Scene scene = page_of(frame, page_text(frame, msg("render.views.title")), std::move(parts), 22);
  scene.description = frame.say(disagreement_sentence(map.map, own.all));
  return scene;
}

}  // namespace parcours
