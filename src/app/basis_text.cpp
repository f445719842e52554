#include "app/basis_text.h"

namespace parcours {

std::string basis_text(const MeasuredMap& measured, const Zone& zone, Lang lang) {
  if (!measured.figures) return "";
  const Basis& basis = measured.figures->basis;
  std::vector<std::pair<std::string, Arg>> args = {{"events", basis.events}, {"customers", basis.customers}};
  if (!basis.timed || basis.first == kNoTime) return render(msg("app.basis_untimed", std::move(args)), lang);
  args.emplace_back("first", zone.date(basis.first));
  args.emplace_back("last", zone.date(basis.as_of));
  return render(msg("app.basis", std::move(args)), lang);
}

}  // namespace parcours
