// The parts of the picture of the teams' views; each is drawn at y = 0.
#pragma once

#include <string>
#include <vector>

#include "map/disagreement.h"
#include "render/layout/frame.h"

namespace parcours {

struct SeeingTeam {
  LocalText name;
  std::string code;  // "sales", for ids: no two alike
  Colour colour;
  std::size_t form = 0;  // of its mark
};

struct ViewsFrame {
  const Frame& frame;
  std::vector<SeeingTeam> teams;
  std::vector<Disagreement> all;  // in order of the map
  double column = 0;              // width of a touchpoint in the chart

  const JourneyMap& map() const { return frame.map.map; }
  const Disagreement* at(const std::string& touchpoint) const;  // nothing: no team gives it an emotion
  const SeeingTeam& team(const LocalText& name) const;          // REQUIRES: there is one
};

inline constexpr double kViewsGutter = 44;    // left of the chart, for the faces
inline constexpr double kOppositeSpread = 3;  // from here on two teams see a touchpoint in opposite ways: the rule teams-apart

ViewsFrame views_frame(const Frame& frame);
double views_width(const JourneyMap& map);  // of the picture

// The team's mark, told from the others by its form as well as its colour.
Node team_mark(const ViewsFrame& frame, const SeeingTeam& team, double x, double y);
std::string say_emotion(const Frame& frame, double value);  // "+1", "−0,5", "0"
std::string say_spread(const Frame& frame, const Disagreement& at);

Node views_sentence(const ViewsFrame& frame);
Node views_legend(const ViewsFrame& frame);
Node views_chart(const ViewsFrame& frame);
Node views_cards(const ViewsFrame& frame);

}  // namespace parcours
