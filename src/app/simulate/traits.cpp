#include "app/simulate/traits.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "base/listed.h"
#include "base/suggest.h"

namespace parcours {
namespace {

constexpr std::array<TraitName, 8> kTraits = {{{"identities", &Traits::identities},
                                               {"loops", &Traits::loops},
                                               {"returns", &Traits::returns},
                                               {"surveys", &Traits::surveys},
                                               {"season", &Traits::season},
                                               {"ties", &Traits::ties},
                                               {"late", &Traits::late},
                                               {"duplicates", &Traits::duplicates}}};

Failure unknown_trait(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& known : kTraits) names.emplace_back(known.name);
  const auto meant = nearest(name, names);
  return misuse(msg("app.simulate_no_trait", {{"name", name}}),
                meant ? msg("app.simulate_trait_meant", {{"name", *meant}}) : msg("app.simulate_traits", {{"names", listed(names)}}));
}

}  // namespace

Traits Traits::none() {
  Traits traits;
  for (const auto& known : kTraits) traits.*known.trait = false;
  return traits;
}

std::span<const TraitName> all_traits() { return kTraits; }

Result<Traits> traits_without(const std::string& list) {
  Traits traits;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    std::erase(name, ' ');
    const auto known = std::find_if(kTraits.begin(), kTraits.end(), [&](const TraitName& trait) { return trait.name == name; });
    if (known == kTraits.end()) return unknown_trait(name);
    traits.*known->trait = false;
  }
  return traits;
}

}  // namespace parcours
