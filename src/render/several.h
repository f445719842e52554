// Pages about several maps of a workspace. docs/formats/portfolio.md, docs/formats/picture.md
#pragma once

#include "overlay/portfolio.h"
#include "render/render.h"

namespace parcours {

// A page: the picture, and for those who do not see it the same in sentences and tables.
struct Page {
  Scene scene;
  std::string words;  // HTML, everything escaped
  std::string basis;  // what it rests on, as the footer says it
};

Page draw_portfolio(const Portfolio& portfolio, const DrawOptions& options);
Page draw_overview(const Portfolio& portfolio, const DrawOptions& options);  // which map opens which
Page draw_persona_maps(const Portfolio& portfolio, const Persona& persona, const DrawOptions& options);
Page draw_stakeholders(const Portfolio& portfolio, const DrawOptions& options);
Page draw_impact(const Portfolio& portfolio, const DrawOptions& options);

std::string to_html(const Page& page, Theme theme);  // self-contained; no script needed, nothing fetched

}  // namespace parcours
