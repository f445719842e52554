#include "render/theme.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parcours {
namespace {

// WCAG 2.2 relative luminance and contrast.
double channel(int value) {
  const double v = value / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
double luminance(Colour c) { return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b); }
double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Theme, EveryTextCanBeReadOnEveryGroundItStandsOn) {
  for (const Theme theme : {Theme::light, Theme::dark}) {
    const Palette& p = palette(theme);
    SCOPED_TRACE(theme == Theme::light ? "light" : "dark");
    for (const Colour ground : {p.paper, p.card}) {
      EXPECT_GE(contrast(p.ink, ground), 7);
      EXPECT_GE(contrast(p.ink_soft, ground), 4.5);
      for (std::size_t i = 0; i < p.stages.size(); ++i) EXPECT_GE(contrast(p.stages[i].deep, ground), 4.5) << i;
      EXPECT_GE(contrast(p.loss.deep, ground), 4.5);
      EXPECT_GE(contrast(p.quiet.deep, ground), 4.5);
    }
    for (std::size_t i = 0; i < p.stages.size(); ++i) {
      EXPECT_GE(contrast(p.stages[i].deep, p.stages[i].tint), 4.5) << i;
      EXPECT_GE(contrast(p.ink, p.stages[i].tint), 4.5) << i;
      EXPECT_GE(contrast(p.on_deep, p.stages[i].deep), 4.5) << i;
      EXPECT_GE(contrast(p.on_deep, p.river[i]), 4.5) << i;
    }
    EXPECT_GE(contrast(p.loss.deep, p.loss.tint), 4.5);
    EXPECT_GE(contrast(p.ink, p.loss.tint), 4.5);
    EXPECT_GE(contrast(p.quiet.deep, p.quiet.tint), 4.5);
    EXPECT_GE(contrast(p.ink_soft, p.quiet.tint), 4.5);
    EXPECT_GE(contrast(p.loss_mark, p.paper), 3) << "a mark, not a text";
    EXPECT_GE(contrast(p.measured, p.paper), 3);
  }
}

}  // namespace
}  // namespace parcours
