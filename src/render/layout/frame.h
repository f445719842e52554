// What every lane is drawn in: the columns of the stages and where each touchpoint stands, the language, the colours.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "overlay/measured_map.h"
#include "render/theme.h"
#include "render/type.h"

namespace parcours {

inline constexpr double kMargin = 36;   // around the picture
inline constexpr double kGutter = 150;  // for the names of the lanes, left of the columns
inline constexpr double kGap = 14;      // between columns, and between cards side by side
inline constexpr double kCardWidthMin = 212, kCardWidthMax = 420;
inline constexpr double kBodyWidthMin = 1240;  // of all columns: a map of one stage is as wide as that
inline constexpr std::size_t kRowMax = 8;      // touchpoints of a stage drawn alone that stand in one row, however wide that is
inline constexpr double kWideCard = 190;       // of a touchpoint's column where each has its own (DrawOptions::wide)

struct Column {
  const Stage* stage = nullptr;
  const StageFigures* figures = nullptr;  // nothing: not measured
  std::size_t index = 0;                  // in the map; gives the colour
  double x = 0, w = 0;
  int across = 1;  // cards side by side
  Tone tone;

  double right() const { return x + w; }
  double card_width() const;
  bool in_one_row() const { return stage->touchpoints.size() <= static_cast<std::size_t>(across); }
  std::size_t place_of(std::string_view touchpoint) const;  // in the stage. REQUIRES: it is one of its touchpoints
  double card_x(std::size_t position) const { return x + static_cast<double>(position % static_cast<std::size_t>(across)) * (card_width() + kGap); }
};

struct Frame {
  const MeasuredMap& map;
  const DrawOptions& options;
  Palette colour;
  Lang lang;
  std::vector<Column> columns;
  double width = 0;                                                   // of the picture
  std::map<std::string, double, std::less<>> touchpoint_x;            // in lanes that have one place for each touchpoint
  std::map<std::string, std::size_t, std::less<>> touchpoint_number;  // on its card and in those lanes; empty: each stands under its card
  bool wide = false;                                                  // each touchpoint has a column: what is said of it, and only that, is there
  double curve_height = 112;                                          // of the emotion curve, from the best to the worst
  double river_widest = 66, river_fall = 46;                          // of its band; how far a leak falls below that
  double lane_padding = 15;                                           // between a lane's content and its hairlines

  bool measured() const { return map.figures.has_value(); }
  double right() const { return width - kMargin; }
  std::string say(const Message& message) const { return typeset(render(message, lang), lang); }
  std::string say(const LocalText& text) const { return typeset(text.in(lang), lang); }
  std::string say(std::string_view text) const { return typeset(text, lang); }
  bool draws_as_gone(const std::string& node) const;           // a map is compared, and this is of the older one alone
  const Column* column_of(std::string_view touchpoint) const;  // nothing: not drawn
  PicturePtr picture(std::string_view path) const;             // nothing: none is named, or it cannot be shown
  const ChannelInfo channel(std::string_view id) const { return channel_info(map.settings, id); }
};

// REQUIRES: map and options outlive the frame
Frame make_frame(const MeasuredMap& map, const DrawOptions& options);

}  // namespace parcours
