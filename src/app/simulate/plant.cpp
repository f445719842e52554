#include "app/simulate/plant.h"

#include "base/number.h"
#include "questions/parse_step.h"

namespace parcours {
namespace {

Failure no_plant(const std::string& text) { return misuse(msg("app.simulate_no_plant", {{"text", text}}), msg("app.simulate_no_plant.hint")); }

// "0.25", "25%"
std::optional<double> planted_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  const auto number = parse_number(text);
  if (!number) return std::nullopt;
  const double share = percent ? *number / 100 : *number;
  return share > 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

}  // namespace

Result<Plant> parse_plant(const std::string& text) {
  const auto bracket = text.rfind(']');
  const auto equals = text.find('=', bracket == std::string::npos ? 0 : bracket);
  if (equals == std::string::npos) return no_plant(text);
  PARCOURS_TRY(const auto names, parse_step_names(text.substr(0, equals)));
  if (names.size() != 1 || names[0].is_pattern) return no_plant(text);
  Plant plant{names[0].name, names[0].where, 0, {}};
  const auto at = text.find('@', equals);
  const auto share = planted_share(text.substr(equals + 1, at == std::string::npos ? at : at - equals - 1));
  if (!share) return no_plant(text);
  plant.share = *share;
  if (at == std::string::npos) return plant;
  plant.from = parse_date(text.substr(at + 1));
  return plant.from ? Result<Plant>(plant) : no_plant(text);
}

}  // namespace parcours
