#include <algorithm>
#include <charconv>
#include <cmath>

#include "render/contrast.h"
#include "render/theme.h"

namespace parcours {
namespace {

// "#7a2e3a", as the parser let it through; nothing for none.
std::optional<Colour> colour_in(std::string_view text) {
  std::uint32_t rgb = 0;
  if (text.size() != 7 || std::from_chars(text.data() + 1, text.data() + 7, rgb, 16).ptr != text.data() + 7) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb), 1};
}

// Part of the way from one to the other, by the shorter way round the hues.
Shade on_the_way(const Shade& from, const Shade& to, double at) {
  double turn = to.hue - from.hue;
  turn -= std::round(turn);
  return {from.lightness + (to.lightness - from.lightness) * at, from.chroma + (to.chroma - from.chroma) * at, from.hue + turn * at};
}

// A tint near the coral of losses is greyed: a ground in that colour would say that customers are lost there.
double tint_chroma(const Palette& p, const Shade& shade, bool dark) {
  constexpr double kNear = 0.14;  // of a turn
  double apart = std::fabs(shade.hue - shade_of(p.loss_mark).hue);
  apart = std::fabs(apart - std::round(apart));
  return std::min(shade.chroma, dark ? 0.055 : 0.03) * std::clamp(apart / kNear, 0.25, 1.0);
}

Tone tone_in(const Palette& p, const Shade& shade, bool dark) {
  Tone tone;
  tone.tint = colour_of({dark ? 0.30 : 0.95, tint_chroma(p, shade, dark), shade.hue});
  tone.deep = readable(colour_of(shade), {p.paper, p.card, tone.tint});
  return tone;
}

}  // namespace

Palette branded(const Palette& plain, Theme theme, const Brand& brand, std::size_t stages) {
  const auto colour = colour_in(brand.colour), accent = colour_in(brand.accent);
  if ((!colour && !accent) || (theme != Theme::light && theme != Theme::dark)) return plain;
  constexpr double kNextHue = 1.0 / 5;  // without an accent: as far as a neighbour may be and still belong
  const bool dark = theme == Theme::dark;
  const Shade from = shade_of(colour ? *colour : *accent);
  const Shade to = accent ? shade_of(*accent) : Shade{from.lightness, from.chroma, from.hue + kNextHue};
  Palette p = plain;
  const std::size_t last = std::min(std::max<std::size_t>(stages, 2), p.stages.size()) - 1;
  for (std::size_t i = 0; i < p.stages.size(); ++i) {
    p.stages[i] = tone_in(p, on_the_way(from, to, std::min(1.0, static_cast<double>(i) / static_cast<double>(last))), dark);
    p.river[i] = readable(p.stages[i].deep, {p.on_river});
  }
  p.title = readable(colour ? *colour : *accent, {p.paper});
  return p;
}

}  // namespace parcours
