#include "map/diff_words.h"

#include "base/dates.h"
#include "base/number.h"

namespace parcours::diff_words {
namespace {

std::string in_quotes(const std::string& text, Lang lang) { return text.empty() ? "" : render(msg("map.diff.quoted", {{"text", text}}), lang); }

}  // namespace

Arg words(const LocalText& text) { return text; }

Shown shown(std::optional<Date> date) {
  if (!date) return {};
  return {show(*date), show_day_with_year(*date, Lang::fr), show_day_with_year(*date, Lang::en)};
}
Shown shown(std::optional<int> number) { return number ? std::to_string(*number) : ""; }
Shown shown(std::optional<TimeMs> span) { return !span ? "" : *span == JourneyMap::kNoWindow ? "none" : show_exact_duration(*span); }
Shown shown(bool flag) { return flag ? "true" : "false"; }

Shown name(const LocalText& text) {
  const std::string all = !text.plain.empty() ? text.plain : text.fr + (text.fr.empty() || text.en.empty() ? "" : " / ") + text.en;
  return {all, text.in(Lang::fr), text.in(Lang::en)};
}

Shown shown(const LocalText& text) {
  const Shown bare = name(text);
  return {bare.all, in_quotes(bare.fr, Lang::fr), in_quotes(bare.en, Lang::en)};
}

Shown shown(const std::vector<CustomerWords>& all) {
  std::vector<Shown> out;
  for (const auto& words : all) out.push_back(shown(static_cast<const LocalText&>(words)) + (words.by.empty() ? "" : " (" + words.by + ")"));
  return listed(out);
}

Shown shown(const std::vector<LaneTexts>& lanes) {
  std::vector<Shown> all;
  for (const LaneTexts& lane : lanes)
    for (const LocalText& text : lane.texts) all.push_back(Shown(lane.lane + ": ") + shown(text));
  return listed(all);
}

Shown shown(const When& when) {
  std::vector<Shown> parts;
  const auto add = [&](const char* name, const Shown& value) {
    if (!value.empty()) parts.push_back(name + (" " + value));
  };
  add("start", shown(when.start));
  add("end", shown(when.end));
  add("after", when.after);
  add("days", when.days_min == when.days_max ? shown(when.days_min) : shown(when.days_min) + "–" + shown(when.days_max));
  add("before_target", shown(when.before_target));
  add("lasts", shown(when.lasts));
  return listed(parts);
}

Shown shown(const Evidence& evidence) {
  std::vector<Shown> parts;
  if (!evidence.source.empty()) parts.push_back(name(evidence.source));
  if (evidence.date) parts.push_back(shown(evidence.date));
  if (evidence.n) parts.push_back("n = " + std::to_string(*evidence.n));
  return parts.empty() ? Shown() : " (" + listed(parts) + ")";
}

Shown listed(const std::vector<Shown>& values) {
  Shown out;
  for (const auto& value : values) out = out.empty() ? value : out + ", " + value;
  return out;
}

std::string number(double value) {
  std::string text = exact(value);
  return text.starts_with("-") ? "−" + text.substr(1) : text;
}

}  // namespace parcours::diff_words
