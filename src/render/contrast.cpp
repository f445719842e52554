#include "render/contrast.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parcours {
namespace {

double linear(int value) {
  const double v = value / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double encoded(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

struct Linear {
  double r = 0, g = 0, b = 0;
  bool shown() const {
    constexpr double kSlack = 1e-4;
    return std::min({r, g, b}) >= -kSlack && std::max({r, g, b}) <= 1 + kSlack;
  }
};

// Björn Ottosson's Oklab.
Linear linear_of(const Shade& shade) {
  const double angle = shade.hue * 2 * std::numbers::pi, a = shade.chroma * std::cos(angle), b = shade.chroma * std::sin(angle);
  const auto cube = [](double v) { return v * v * v; };
  const double l = cube(shade.lightness + 0.3963377774 * a + 0.2158037573 * b), m = cube(shade.lightness - 0.1055613458 * a - 0.0638541728 * b),
               s = cube(shade.lightness - 0.0894841775 * a - 1.2914855480 * b);
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

}  // namespace

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Shade shade_of(Colour colour) {
  const double r = linear(colour.r), g = linear(colour.g), b = linear(colour.b);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
               m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
               s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const double x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s, y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, std::hypot(x, y), std::atan2(y, x) / (2 * std::numbers::pi)};
}

Colour colour_of(const Shade& shade) {
  Shade shown = shade;
  if (!linear_of(shown).shown()) {
    double low = 0, high = shade.chroma;
    for (int i = 0; i < 20; ++i) (shown.chroma = (low + high) / 2, linear_of(shown).shown() ? low : high) = shown.chroma;
    shown.chroma = low;
  }
  const Linear c = linear_of(shown);
  const auto byte = [](double v) { return static_cast<std::uint8_t>(std::lround(std::clamp(encoded(std::clamp(v, 0.0, 1.0)), 0.0, 1.0) * 255)); };
  return {byte(c.r), byte(c.g), byte(c.b), 1};
}

Colour readable(Colour colour, std::initializer_list<Colour> grounds, double least) {
  const auto fine = [&](Colour c) {
    return std::all_of(grounds.begin(), grounds.end(), [&](Colour ground) { return contrast(c, ground) >= least; });
  };
  if (fine(colour)) return colour;
  Shade shade = shade_of(colour);
  double bad = shade.lightness, good = luminance(*grounds.begin()) > 0.18 ? 0 : 1;
  for (int i = 0; i < 12; ++i) {
    shade.lightness = (bad + good) / 2;
    (fine(colour_of(shade)) ? good : bad) = shade.lightness;
  }
  shade.lightness = good;
  return colour_of(shade);
}

}  // namespace parcours
