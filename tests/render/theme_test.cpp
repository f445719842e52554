#include "render/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace parcours {
namespace {

// WCAG 2.2 relative luminance and contrast.
double channel(int value) {
  const double v = value / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double luminance(Colour c) { return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b); }
double contrast(Colour a, Colour b) {  // on purpose not the one of render/contrast.h
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

constexpr Theme kThemes[] = {Theme::light, Theme::dark, Theme::contrast, Theme::print};

void expect_readable(const Palette& p, double least) {
  for (const Colour ground : {p.paper, p.card}) {
    EXPECT_GE(contrast(p.ink, ground), 7);
    EXPECT_GE(contrast(p.ink_soft, ground), least);
    for (std::size_t i = 0; i < p.stages.size(); ++i) EXPECT_GE(contrast(p.stages[i].deep, ground), least) << i;
    EXPECT_GE(contrast(p.loss.deep, ground), least);
    EXPECT_GE(contrast(p.quiet.deep, ground), least);
  }
  EXPECT_GE(contrast(p.title, p.paper), least);
  for (const Tone& own : p.people)
    for (const Colour ground : {p.paper, p.card, own.tint}) EXPECT_GE(contrast(own.deep, ground), least);
  for (std::size_t i = 0; i < p.stages.size(); ++i) {
    EXPECT_GE(contrast(p.stages[i].deep, p.stages[i].tint), least) << i;
    EXPECT_GE(contrast(p.ink, p.stages[i].tint), least) << i;
    EXPECT_GE(contrast(p.on_deep, p.stages[i].deep), least) << i;
    EXPECT_GE(contrast(p.on_river, p.river[i]), least) << i;
  }
  EXPECT_GE(contrast(p.loss.deep, p.loss.tint), least);
  EXPECT_GE(contrast(p.ink, p.loss.tint), least);
  EXPECT_GE(contrast(p.quiet.deep, p.quiet.tint), least);
  EXPECT_GE(contrast(p.ink_soft, p.quiet.tint), least);
  EXPECT_GE(contrast(p.loss_mark, p.paper), 3) << "a mark, not a text";
  EXPECT_GE(contrast(p.measured, p.paper), 3);
}

TEST(Theme, EveryTextCanBeReadOnEveryGroundItStandsOn) {
  for (const Theme theme : kThemes) {
    SCOPED_TRACE(static_cast<int>(theme));
    expect_readable(palette(theme), theme == Theme::contrast ? 7 : 4.5);
  }
}

TEST(Theme, WhateverTheBrandsColoursEveryTextCanBeRead) {
  std::mt19937 random(7);
  const auto colour = [&] {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", static_cast<unsigned>(random() & 0xffffff));
    return std::string(text);
  };
  std::vector<Brand> brands = {{"", "#ffffff", "", "", ""}, {"", "#000000", "#ffff00", "", ""}, {"", "", "#808080", "", ""}};
  for (int i = 0; i < 300; ++i) brands.push_back({"", colour(), i % 3 ? colour() : "", "", ""});
  for (const Brand& brand : brands)
    for (const Theme theme : kThemes) {
      SCOPED_TRACE(brand.colour + " " + brand.accent + " " + std::to_string(static_cast<int>(theme)));
      expect_readable(branded(palette(theme), theme, brand, 5), 4.5);
      if (HasFailure()) return;
    }
}

TEST(Theme, AReadableColourIsKeptAsItIs) {
  const Palette p = branded(palette(Theme::light), Theme::light, {"", "#7a2e3a", "#1d5ba6", "", ""}, 5);
  EXPECT_EQ(p.title, (Colour{0x7a, 0x2e, 0x3a, 1}));
  EXPECT_EQ(p.stages[0].deep, (Colour{0x7a, 0x2e, 0x3a, 1}));
  EXPECT_EQ(p.stages[4].deep, (Colour{0x1d, 0x5b, 0xa6, 1}));
  EXPECT_EQ(p.loss_mark, palette(Theme::light).loss_mark) << "what colours mean does not change";
}

// Björn Ottosson's Oklab, in which distances are even to the eye: two neighbours' navy and indigo are about 0.05 apart.
std::array<double, 3> oklab(Colour c) {
  const double r = channel(c.r), g = channel(c.g), b = channel(c.b);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
               m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
               s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}
double apart(Colour a, Colour b) {
  const auto x = oklab(a), y = oklab(b);
  return std::sqrt(std::pow(x[0] - y[0], 2) + std::pow(x[1] - y[1], 2) + std::pow(x[2] - y[2], 2));
}

TEST(Theme, FourPersonasOrTeamsAreToldApartByTheirTonesWhateverTheBrand) {
  for (const Theme theme : kThemes)
    for (const Brand& brand : {Brand{}, Brand{"", "#003a5d", "#e4572e", "", ""}, Brand{"", "#6438b3", "#5a38b3", "", ""}}) {
      SCOPED_TRACE(brand.colour + " " + std::to_string(static_cast<int>(theme)));
      const Palette p = branded(palette(theme), theme, brand, 6);
      EXPECT_GE(apart(p.people[0].deep, p.people[1].deep), 0.2);
      for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = 0; k < i; ++k) EXPECT_GE(apart(p.people[i].deep, p.people[k].deep), 0.12) << k << " " << i;
    }
}

TEST(Theme, PrintedMarksStayApartAsGreys) {
  const Palette& p = palette(Theme::print);
  std::vector<double> greys = {luminance(p.paper), luminance(p.quiet_mark), luminance(p.measured), luminance(p.loss_mark), luminance(p.ink)};
  std::sort(greys.begin(), greys.end());
  for (std::size_t i = 1; i < greys.size(); ++i) EXPECT_GE((greys[i] + 0.05) / (greys[i - 1] + 0.05), 1.3) << i;
}

}  // namespace
}  // namespace parcours
