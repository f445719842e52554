#include "map/diff_words.h"

#include "base/listed.h"
#include "base/number.h"

namespace parcours::diff_words {

Arg words(const LocalText& text) { return text; }

std::string shown(std::optional<Date> date) { return date ? show(*date) : ""; }
std::string shown(std::optional<int> number) { return number ? std::to_string(*number) : ""; }
std::string shown(std::optional<TimeMs> span) { return !span ? "" : *span == JourneyMap::kNoWindow ? "none" : show_exact_duration(*span); }
std::string shown(bool flag) { return flag ? "true" : "false"; }

std::string shown(const LocalText& text) {
  if (!text.plain.empty()) return text.plain;
  return text.fr + (text.fr.empty() || text.en.empty() ? "" : " / ") + text.en;
}

std::string shown(const std::vector<LocalText>& texts) {
  std::vector<std::string> all;
  for (const auto& text : texts) all.push_back(shown(text));
  return listed(all);
}

std::string shown(const When& when) {
  std::vector<std::string> parts;
  const auto add = [&](std::string name, const std::string& value) {
    if (!value.empty()) parts.push_back(std::move(name) + " " + value);
  };
  add("start", shown(when.start));
  add("end", shown(when.end));
  add("after", when.after);
  add("days", when.days_min == when.days_max ? shown(when.days_min) : shown(when.days_min) + "–" + shown(when.days_max));
  add("before_target", shown(when.before_target));
  add("lasts", shown(when.lasts));
  return listed(parts);
}

std::string shown(const Evidence& evidence) {
  std::vector<std::string> parts;
  if (!evidence.source.empty()) parts.push_back(shown(evidence.source));
  if (evidence.date) parts.push_back(show(*evidence.date));
  if (evidence.n) parts.push_back("n = " + std::to_string(*evidence.n));
  return parts.empty() ? "" : " (" + listed(parts) + ")";
}

std::string number(double value) {
  std::string text = exact(value);
  return text.starts_with("-") ? "−" + text.substr(1) : text;
}

}  // namespace parcours::diff_words
