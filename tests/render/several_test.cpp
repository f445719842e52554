// Pages about several maps: nothing overlaps and nothing is cut, whatever the maps; everything has its id.
#include "render/several.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"

namespace parcours {
namespace {

constexpr Date kToday{2026, 11, 22};

DrawOptions in(Lang lang, Theme theme = Theme::light) {
  DrawOptions options;
  options.lang = lang, options.theme = theme;
  return options;
}

// So many maps of any size, some measured, some with nothing in them.
Portfolio made_portfolio(unsigned seed, int maps, bool long_words) {
  Portfolio portfolio;
  portfolio.today = kToday;
  for (int i = 0; i < maps; ++i) {
    const auto own = seed * 31 + static_cast<unsigned>(i);
    MadeMap make{1 + static_cast<int>(own % 7), static_cast<int>(own * 7 % 30), long_words, static_cast<int>(own % 6), own % 3 == 0 ? 200 : 0, own};
    MeasuredMap map = made_map(make);
    map.map.id = "m" + std::to_string(i);
    if (own % 2) map.map.reviewed = Date{2024, 2, 29};
    if (own % 5 == 0)
      for (Action& action : map.map.actions) action.due = Date{2026, 1, 1};
    FiveScores scores = {static_cast<int>(own % 101), 0, 100, {}, 49};
    portfolio.maps.push_back(standing_of(std::move(map), scores, kToday, Zone::utc()));
  }
  for (unsigned i = 0; i < seed % 3; ++i) {
    Diagnostic problem{Severity::error, "yaml-syntax", msg("files.too_large", {{"path", "maps/bad.yaml"}, {"limit", std::int64_t{4}}}), {}, {}};
    portfolio.unreadable.push_back({"bad" + std::to_string(i), "maps/bad.yaml", {problem, problem}});
  }
  return portfolio;
}

TEST(PortfolioPage, NothingOverlapsWhateverTheMaps) {
  for (unsigned seed = 1; seed <= 12; ++seed)
    for (const bool long_words : {false, true}) {
      SCOPED_TRACE(std::to_string(seed) + (long_words ? " long" : ""));
      const Portfolio portfolio = made_portfolio(seed, static_cast<int>(seed % 5), long_words);
      if (!is_clean(draw_portfolio(portfolio, in(seed % 2 ? Lang::fr : Lang::en, static_cast<Theme>(seed % 4))).scene)) return;
    }
}

TEST(PortfolioPage, EveryMapHasItsRowAndEveryProblemIsTold) {
  const Page page = draw_portfolio(made_portfolio(5, 4, false), in(Lang::en));
  for (const char* id : {"map-m0", "map-m1", "map-m2", "map-m3", "map-bad0", "map-bad1", "headline", "columns"})
    EXPECT_TRUE(find(page.scene.root, id)) << id;
  EXPECT_NE(page.words.find("id=\"portfolio-table\""), std::string::npos);
  EXPECT_NE(page.words.find("id=\"unreadable-table\""), std::string::npos);
}

TEST(PortfolioPage, IsTheSameOnEveryRunAndEscapesWhatItShows) {
  Portfolio portfolio = made_portfolio(3, 3, false);
  portfolio.maps[0].measured.map.title.plain = "<script>alert(1)</script>";
  const DrawOptions options = in(Lang::fr);
  const std::string html = to_html(draw_portfolio(portfolio, options), options.theme);
  EXPECT_EQ(html, to_html(draw_portfolio(portfolio, options), options.theme));
  EXPECT_EQ(html.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace parcours
