#include "forms/mermaid/mermaid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parcours {
namespace {

// What its parser reads as syntax, a comment or HTML wherever it stands; the entities come out as the characters.
constexpr std::string_view kEscaped = ":#;,%<>&{}";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (kEscaped.find(c) != std::string_view::npos) out += "#" + std::to_string(static_cast<int>(c)) + ";";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += ' ';
    else out += c;
  }
  const auto first = out.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

// A task that begins with a word of the syntax would be read as that statement.
std::string task_name(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kWords = {"journey", "title", "section", "acctitle", "accdescr"};
  std::string out = escaped(text);
  std::string low = out.substr(0, 12);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
  const bool clash = std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return low.starts_with(word); });
  if (clash) out.insert(0, "\xE2\x80\x8B");  // a space of no width
  return out.empty() ? "–" : out;
}

int score(double emotion) { return std::clamp(static_cast<int>(std::lround(3 + emotion)), 1, 5); }

std::string actors(const std::vector<std::string>& personas) {
  std::string out;
  for (const auto& persona : personas) out += (out.empty() ? "" : ", ") + escaped(persona);
  return out;
}

std::string task(const Touchpoint& touchpoint, int value, const std::vector<std::string>& personas, Lang lang) {
  const std::string& name = touchpoint.name.in(lang);
  return "    " + task_name(name.empty() ? touchpoint.id : name) + ": " + std::to_string(value) + (personas.empty() ? "" : ": " + actors(personas)) +
         "\n";
}

// A step is one task: of personas who feel differently, the mean.
std::string task_of(const Touchpoint& touchpoint, const JourneyMap& map, Lang lang) {
  std::vector<std::string> personas;
  double sum = 0;
  for (const auto& emotion : touchpoint.emotions) {
    if (emotion.persona.empty()) return task(touchpoint, score(emotion.value), map.personas, lang);
    personas.push_back(emotion.persona), sum += emotion.value;
  }
  if (personas.empty()) return task(touchpoint, 3, map.personas, lang);
  return task(touchpoint, score(sum / static_cast<double>(personas.size())), personas, lang);
}

bool has_one_score(const Touchpoint& touchpoint) {
  const auto& all = touchpoint.emotions;
  const bool for_everyone = std::any_of(all.begin(), all.end(), [](const Emotion& one) { return one.persona.empty(); });
  return for_everyone || std::all_of(all.begin(), all.end(), [&](const Emotion& one) { return score(one.value) == score(all.front().value); });
}

}  // namespace

std::string to_mermaid(const JourneyMap& map, Lang lang) {
  const std::string title = escaped(map.title.in(lang));
  std::string out = "journey\n    title " + (title.empty() ? "–" : title) + "\n";
  for (const auto& stage : map.stages) {
    const std::string& name = stage.name.in(lang);
    const std::string section = escaped(name);
    out += "    section " + (section.empty() ? stage.id : section) + "\n";
    for (const auto& touchpoint : stage.touchpoints) out += task_of(touchpoint, map, lang);
  }
  return out;
}

std::vector<Message> lost_in_mermaid(const JourneyMap& map) {
  std::int64_t apart = 0;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) apart += !has_one_score(touchpoint);
  if (apart == 0) return {};
  return {msg("forms.mermaid.one_score", {{"n", apart}})};
}

}  // namespace parcours
