#include <algorithm>
#include <array>

#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 12> kPromotions = {"promotion", "promo",     "discount", "coupon", "sale",   "flash_sale",
                                                          "voucher",   "réduction", "remise",   "soldes", "rabais", "vente_flash"};

bool is_promotion(const Content& content) { return std::find(kPromotions.begin(), kPromotions.end(), content.kind) != kPromotions.end(); }

// The stage should only teach: its objective says so, or, where it has none, it is the first of several before the purchase.
bool only_teaches(const JourneyMap& map, const Stage& stage) {
  if (stage.objective == "inspire" || stage.objective == "inform") return true;
  return stage.objective.empty() && map.stages.size() > 1 && &stage == &map.stages.front() && stage.phase == Phase::before;
}

void promotion_too_early(const Subject& subject, RuleFindings& complaints) {
  for (const auto& stage : subject.map().stages) {
    for (std::size_t i = 0; i < stage.contents.size(); ++i) {
      if (!is_promotion(stage.contents[i])) continue;
      complaints.looked_at(1);
      if (!only_teaches(subject.map(), stage)) continue;
      complaints.at("stages/" + stage.id + "/contents/" + std::to_string(i), stage.id,
                    msg("rule.promotion-too-early.message", {{"stage", stage.name}, {"text", stage.contents[i].text}}),
                    msg("rule.promotion-too-early.hint"));
    }
  }
}

}  // namespace

const CheckRule kPromotionTooEarly{"promotion-too-early", GoodJourneyTest::customer, Severity::warning, promotion_too_early};

}  // namespace parcours
