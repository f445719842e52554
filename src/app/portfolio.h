// All maps of a workspace with their figures, their tests and what is wrong with those that cannot be read. docs/formats/portfolio.md
#pragma once

#include "app/workspace.h"
#include "base/json.h"
#include "overlay/portfolio.h"
#include "render/picture.h"

namespace parcours {

struct PortfolioRequest {
  Scope scope;
  bool no_events = false;
  std::optional<Date> today;  // else by the clock, in the workspace's zone
};

struct LoadedPortfolio {
  Portfolio portfolio;
  PictureSet pictures;  // portraits and the logo
};

// One map that cannot be read or measured is among `unreadable` and stops no other. Fails when the store cannot be opened.
Result<LoadedPortfolio> load_portfolio(Workspace& workspace, const PortfolioRequest& request);

Json portfolio_json(const Portfolio& portfolio, Lang lang);
std::string portfolio_csv(const Portfolio& portfolio, Lang lang);

}  // namespace parcours
