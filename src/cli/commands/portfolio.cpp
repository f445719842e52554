#include <ostream>

#include "app/portfolio.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "cli/page_forms.h"
#include "cli/portfolio_table.h"
#include "cli/scope_options.h"
#include "cli/values.h"

namespace parcours {
namespace {

class PortfolioCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.value("-o,--output", "FILE", "portfolio.output", output_);
    options.flag("--no-events", "check.no_events", no_events_);
    options.value("--as-of", "DATE", "portfolio.as_of", as_of_);
    forms_.declare(options);
    scope_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    if (workspace.map_names().empty()) return misuse(msg("check.no_maps", {{"folder", workspace.folder()}}), msg("new.hint"));
    PortfolioRequest request;
    request.no_events = no_events_;
    PARCOURS_TRY(request.today, date_value("--as-of", as_of_));
    PARCOURS_TRY(request.scope, scope_.scope(workspace));
    if (!scope_.inactivity) request.scope.inactivity.reset();  // every map has its own
    PARCOURS_TRY(const auto loaded, load_portfolio(workspace, request));
    if (output_) {
      const UseFont font(brand_font_of(session, workspace));
      PARCOURS_TRY(const auto content, content_for(session, loaded));
      PARCOURS_CHECK(session.keep(*output_, content));
    }
    if (session.json) session.print(portfolio_json(loaded.portfolio, session.lang));
    else print(session, workspace, loaded.portfolio);
    return loaded.portfolio.unreadable.empty() ? kExitFine : kExitFindings;
  }

 private:
  Result<std::string> content_for(const Session& session, const LoadedPortfolio& loaded) const {
    const std::string form = extension_of(*output_);
    if (form == "json") return to_text(portfolio_json(loaded.portfolio, session.lang));
    if (form == "csv") return portfolio_csv(loaded.portfolio, session.lang);
    DrawOptions options;
    options.lang = session.lang;
    options.pictures = loaded.pictures;
    PARCOURS_TRY(options.theme, forms_.chosen_theme());
    return forms_.content(draw_portfolio(loaded.portfolio, options), *output_, options.theme);
  }

  static void print(Session& session, const Workspace& workspace, const Portfolio& portfolio) {
    for (const UnreadableMap& map : portfolio.unreadable)
      for (const Diagnostic& problem : map.problems) {
        const auto source = workspace.doors().files.read(problem.place.file, kMaxMapBytes);
        session.complain(problem, source.ok() ? std::string_view(*source) : std::string_view());
      }
    session.out << portfolio_table(portfolio, session.lang);
  }

  std::optional<std::string> output_, as_of_;
  bool no_events_ = false;
  PageForms forms_;
  ScopeOptions scope_;
};

}  // namespace

const CommandInfo kPortfolio{"portfolio", make_command<PortfolioCommand>};

}  // namespace parcours
