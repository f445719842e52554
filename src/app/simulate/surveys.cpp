#include "app/simulate/surveys.h"

#include <algorithm>
#include <cmath>

#include "app/simulate/route.h"
#include "base/csv.h"

namespace parcours {
namespace {

constexpr double kMoodWeight = 0.6;  // of the spread of scores; the rest is chance
constexpr double kSpread = 2.1;      // of scores from 0 to 10
constexpr double kFeltShare = 0.9;   // of what the author believes: nobody feels it as strongly as he does
constexpr double kMobileFriction = 0.4;
constexpr double kWords = 0.45, kWordsOfTheMap = 0.6;
constexpr int kGeneralWords = 4;

double emotion_at(const Touchpoint& touchpoint, const Person& person) {
  if (const auto csat = declared(touchpoint, "csat")) return 4 * *csat - 2;
  if (const auto satisfaction = declared(touchpoint, "satisfaction")) return *satisfaction - 3;
  if (const auto ces = declared(touchpoint, "ces")) return (*ces - 4) * 2 / 3;
  double sum = 0;
  for (const auto& emotion : touchpoint.emotions) {
    if (person.persona && emotion.persona == person.persona->id) return emotion.value * kFeltShare;
    sum += emotion.value * kFeltShare;
  }
  return touchpoint.emotions.empty() ? 0.5 : sum / static_cast<double>(touchpoint.emotions.size());
}

// The score that stands at this share of all answers, from the lowest: promoters, passives and detractors make the NPS.
double score_by_nps(double nps, double rank) {
  const double passives = 0.3 * (1 - std::fabs(nps) / 100), detractors = (1 - passives - nps / 100) / 2;
  if (rank < detractors) return std::floor(6.999 * std::sqrt(rank / detractors));
  const double above = rank - detractors;
  if (above < passives) return above < passives / 2 ? 7 : 8;
  return above - passives < (1 - detractors - passives) / 2 ? 9 : 10;
}

std::string general_words(double score, Lang lang, Random& random) {
  const std::string tone = score >= 8 ? "good." : score >= 6 ? "middling." : "bad.";
  return text("app.verbatim." + tone + std::to_string(1 + random.below(kGeneralWords)), lang);
}

// A spreadsheet would take it for a formula.
bool looks_like_formula(const std::string& words) { return !words.empty() && kFormulaSigns.find(words.front()) != std::string_view::npos; }

}  // namespace

double score_at(const Touchpoint& touchpoint, const Person& person, Random& random) {
  const double latent = kMoodWeight * person.mood + std::sqrt(1 - kMoodWeight * kMoodWeight) * random.normal();
  if (const auto nps = declared(touchpoint, "nps")) return score_by_nps(*nps, 0.5 * std::erfc(-latent / std::numbers::sqrt2));
  const double emotion = emotion_at(touchpoint, person) - (person.on_mobile && !touchpoint.frictions.empty() ? kMobileFriction : 0);
  return std::clamp(std::floor((emotion + 2) * 2.5 + kSpread * latent + 0.5), 0.0, 10.0);
}

std::string verbatim_at(const Touchpoint& touchpoint, double score, Lang lang, Random& random) {
  if (!random.chance(kWords)) return "";
  const std::string general = general_words(score, lang, random);
  if (!random.chance(kWordsOfTheMap)) return general;
  std::vector<LocalText> own;
  const double emotion = emotion_at(touchpoint, {});
  if (score < 6)
    for (const auto& friction : touchpoint.frictions) own.push_back(friction.text);
  if ((score < 6 && emotion < 0) || (score >= 8 && emotion > 0.3)) own.insert(own.end(), touchpoint.says.begin(), touchpoint.says.end());
  if (own.empty()) return general;
  const std::string& words = own[random.below(own.size())].in(lang);
  return words.empty() || looks_like_formula(words) ? general : words;
}

}  // namespace parcours
