#include <algorithm>
#include <array>

#include "base/letters.h"
#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 5> kOurSide = {"we ", "our team ", "our staff ", "notre équipe ", "nos équipes "};

// "Nous envoyons", "nous ne livrons pas", "nous sommes", and not "nous recommande", where the customer does it.
bool nous_acts(std::string_view lower) {
  constexpr std::string_view kNous = "nous ";
  constexpr int kWordsLookedAt = 3;
  if (!lower.starts_with(kNous)) return false;
  lower.remove_prefix(kNous.size());
  for (int i = 0; i < kWordsLookedAt && !lower.empty(); ++i) {
    const std::string_view word = lower.substr(0, lower.find(' '));
    if (word.ends_with("ons") || word == "sommes") return true;
    lower.remove_prefix(std::min(word.size() + 1, lower.size()));
  }
  return false;
}

bool speaks_of_us(const std::string& text) {
  const std::string lower = lower_case(text);
  return nous_acts(lower) || std::any_of(kOurSide.begin(), kOurSide.end(), [&](std::string_view start) { return lower.starts_with(start); });
}

// The language in which the text speaks of us; nothing in none.
std::optional<std::string> ours_in(const LocalText& text) {
  for (const std::string& said : {text.plain, text.fr, text.en})
    if (speaks_of_us(said)) return said;
  return std::nullopt;
}

// In what touchpoints are called and what the customer does there; he himself may well say “we”.
void company_speaks(const Subject& subject, RuleFindings& complaints) {
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    complaints.looked_at(1);
    auto said = ours_in(touchpoint.name);
    const bool in_name = said.has_value();
    for (const auto& does : touchpoint.does)
      if (!said) said = ours_in(does);
    if (!said) return;
    complaints.at(path_of(stage, touchpoint, in_name ? "name" : "does"), touchpoint.id,
                  msg("rule.company-speaks.message", {{"id", touchpoint.id}, {"text", *said}}), msg("rule.company-speaks.hint"));
  });
}

}  // namespace

const CheckRule kCompanySpeaks{"company-speaks", GoodJourneyTest::process, Severity::warning, company_speaks};

}  // namespace parcours
