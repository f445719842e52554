// The views files that workshops make, views/<map>/workshop-<team>.yaml.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/digest.h"
#include "base/fold.h"
#include "base/letters.h"
#include "base/number.h"
#include "links/workshop.h"
#include "map/views_file.h"
#include "map/yaml_json.h"

namespace parcours {
namespace {

// Each text once, capitals or not; in the order they were said.
std::vector<std::string> each_once(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const auto& text : texts) {
    const auto is_same = [&](const std::string& other) { return lower_case(other) == lower_case(text); };
    if (!text.empty() && std::none_of(out.begin(), out.end(), is_same)) out.push_back(text);
  }
  return out;
}

struct Gathered {
  std::vector<std::int64_t> emotions;
  std::vector<std::string> frictions, notes;
};

std::string note_of(const Gathered& gathered, Lang lang) {
  std::string note;
  const auto put = [&](const std::string& words) { note += (note.empty() ? "" : " · ") + words; };
  for (const auto& friction : each_once(gathered.frictions)) put(render(msg("links.friction", {{"text", friction}}), lang));
  for (const auto& text : each_once(gathered.notes)) put(text);
  return note;
}

// "# 3: -1, 0, 2": what the mean is of.
std::string comment_on(const std::vector<std::int64_t>& emotions) {
  std::string out = "  # " + std::to_string(emotions.size()) + ":";
  for (const std::int64_t one : emotions) out += (out.back() == ':' ? " " : ", ") + std::to_string(one);
  return out;
}

std::string view_text(const std::string& touchpoint, const Gathered& gathered, Lang lang) {
  std::string out = "  " + touchpoint + ":\n";
  if (!gathered.emotions.empty()) {
    double sum = 0;
    for (const std::int64_t one : gathered.emotions) sum += static_cast<double>(one);
    const double mean = std::round(100 * sum / static_cast<double>(gathered.emotions.size())) / 100;
    out += "    emotion: " + exact(mean == 0 ? 0 : mean) + comment_on(gathered.emotions) + "\n";
  }
  const std::string note = note_of(gathered, lang);
  if (!note.empty()) out += "    note: " + yaml_scalar(note, false) + "\n";
  return out;
}

// What the team said in the last workshop on the map in which it spoke.
Result<std::vector<Said>> last_said(GuestLinks& links, const std::string& map, const std::string& team) {
  std::vector<Said> said;
  PARCOURS_TRY(const auto all_links, links.of_map(map));
  for (const GuestLink& link : all_links) {
    if (link.kind != LinkKind::workshop || !said.empty()) continue;
    PARCOURS_TRY(const auto all, Workshop(links, link).all());
    for (const Contribution& one : all)
      if (is_same_team(one.by.team, team)) said.push_back(one.said);
  }
  return said;
}

// "workshop-sales.yaml". Two teams never share one: what the plain name cannot tell apart a digest does.
std::string file_of_team(const std::string& team) {
  const std::string folded = folded_ascii(team), stem = stem_of(views_file_name(team));
  std::string plain = folded;
  std::replace(plain.begin(), plain.end(), ' ', '_');
  const bool tells = plain == stem;
  const std::string whole = folded.find('?') == std::string::npos ? folded : team;
  return "workshop-" + stem + (tells ? "" : "-" + to_hex(digest(whole)).substr(0, 8)) + ".yaml";
}

}  // namespace

std::string workshop_views(const JourneyMap& map, const std::string& team, const std::vector<Said>& said, Lang lang) {
  std::map<std::string, Gathered> by_touchpoint;
  for (const Said& one : said) {
    Gathered& gathered = by_touchpoint[one.touchpoint];
    if (one.emotion) gathered.emotions.push_back(*one.emotion);
    gathered.frictions.push_back(one.friction);
    gathered.notes.push_back(one.note);
  }
  std::string views;
  for (const Stage& stage : map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints)
      if (const auto found = by_touchpoint.find(touchpoint.id); found != by_touchpoint.end()) views += view_text(touchpoint.id, found->second, lang);
  return "# " + text("links.file_head", lang) + "\nparcours: 1\nteam: " + yaml_scalar(team, false) +
         "\nviews:" + (views.empty() ? " {}\n" : "\n" + views);
}

Outcome write_workshop_views(GuestLinks& links, const MapFile& map, const std::string& team, Files& files, Lang lang) {
  PARCOURS_TRY(const auto said, last_said(links, map.value.id, team));
  const std::string path = join_path(views_folder(map.source.file()), file_of_team(team));
  if (!said.empty()) return files.write(path, workshop_views(map.value, team, said, lang));
  return files.exists(path) ? files.remove(path) : Outcome(Done{});
}

}  // namespace parcours
