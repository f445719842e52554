#include "app/basis_text.h"

#include "overlay/scope_words.h"

namespace parcours {

std::string basis_text(const MeasuredMap& measured, const Zone& zone, Lang lang) {
  if (!measured.figures) return "";
  const Basis& basis = measured.figures->basis;
  std::vector<std::pair<std::string, Arg>> args = {{"events", basis.events}, {"customers", basis.customers}};
  const std::string narrowed = scope_words(measured, lang), scope = narrowed.empty() ? "" : " · " + narrowed;
  if (!basis.timed || basis.first == kNoTime) return render(msg("app.basis_untimed", std::move(args)), lang) + scope;
  args.emplace_back("first", zone.date(basis.first));
  args.emplace_back("last", zone.date(measured.scope.until ? *measured.scope.until - 1 : basis.as_of));  // the day that was asked for
  return render(msg("app.basis", std::move(args)), lang) + scope;
}

}  // namespace parcours
