#include <cmath>

#include "base/number.h"
#include "forms/csv/columns.h"

namespace parcours {
namespace {

using Figures = const TouchpointFigures&;

CsvColumn figure(std::string name, std::function<std::string(Figures)> of) {
  return {std::string(kMeasuredPrefix) + std::move(name), CsvColumn::Holds::word, true, [of = std::move(of)](const CsvTableRow& row) {
            const TouchpointFigures* figures = row.touchpoint ? row.measured.touchpoint(row.touchpoint->id) : nullptr;
            return figures && figures->has_rule ? of(*figures) : std::string();
          }};
}

std::string shown(double value, std::int64_t n) {
  return std::isfinite(value) && strength_of(n) != Strength::withheld ? exact(value) : "";  // the n beside it says why
}

// The value, its interval and its n; a figure below n = 5 is left out, its n stays.
template <class T>
void add(std::vector<CsvColumn>& to, const std::string& name, std::optional<T> (*of)(Figures)) {
  to.push_back(figure(name, [of](Figures f) { return of(f) ? shown(of(f)->value, of(f)->n) : std::string(); }));
  to.push_back(figure(name + "_low", [of](Figures f) { return of(f) ? shown(of(f)->low, of(f)->n) : std::string(); }));
  to.push_back(figure(name + "_high", [of](Figures f) { return of(f) ? shown(of(f)->high, of(f)->n) : std::string(); }));
  to.push_back(figure(name + "_n", [of](Figures f) { return of(f) ? std::to_string(of(f)->n) : std::string(); }));
}

}  // namespace

std::vector<CsvColumn> csv_measured_columns() {
  std::vector<CsvColumn> out = {
      figure("customers", [](Figures f) { return std::to_string(f.customers); }),
      figure("journeys", [](Figures f) { return std::to_string(f.journeys); }),
      figure("visits", [](Figures f) { return std::to_string(f.visits); }),
      figure("lost", [](Figures f) { return std::to_string(f.lost); }),
  };
  add<Share>(out, "drop_off", [](Figures f) { return std::optional(f.drop_off); });
  add<Share>(out, "to_goal", [](Figures f) { return std::optional(f.to_goal); });
  add<Estimate>(out, "at_stake", [](Figures f) { return f.at_stake; });
  add<Estimate>(out, "to_next_s", [](Figures f) { return f.to_next.median; });
  add<Estimate>(out, "emotion", [](Figures f) { return f.score ? f.score->emotion : std::nullopt; });
  return out;
}

}  // namespace parcours
