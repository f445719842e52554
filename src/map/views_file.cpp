#include "map/views_file.h"

#include <algorithm>
#include <memory>

#include "base/files.h"
#include "base/fold.h"
#include "map/reader.h"

namespace parcours {
namespace {

// In a file of a team's own: no team.
std::string view_path(const LocalText& team, const std::string& touchpoint) {
  return "views/" + (team.empty() ? "" : path_step(team_key(team)) + "/") + touchpoint;
}

std::string where_of(const Place& place) { return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column); }

// Takes views in turn and remembers where each thing was said first.
class ViewMerger {
 public:
  explicit ViewMerger(const JourneyMap& map) : map_(map) {
    for (const auto& stage : map.stages)
      for (const auto& touchpoint : stage.touchpoints) touchpoints_.push_back(touchpoint.id);
  }

  // `path`: of the view in that source.
  void take(const TeamView& view, const SourceText& source, const std::string& path) {
    Entry& entry = entry_of(view);
    if (view.emotion) {
      if (!entry.view.emotion) entry.view.emotion = view.emotion, entry.emotion = source.place(path + "/emotion");
      else if (*entry.view.emotion != *view.emotion)
        complain(source.place(path + "/emotion"), msg("map.views.emotion_differs", {{"team", entry.view.team},
                                                                                    {"touchpoint", view.touchpoint},
                                                                                    {"here", *view.emotion},
                                                                                    {"there", *entry.view.emotion},
                                                                                    {"place", where_of(entry.emotion)}}));
    }
    if (view.note.empty()) return;
    if (entry.view.note.empty()) entry.view.note = view.note, entry.note = source.place(path + "/note");
    else if (!(entry.view.note == view.note))
      complain(source.place(path + "/note"),
               msg("map.views.note_differs", {{"team", entry.view.team}, {"touchpoint", view.touchpoint}, {"place", where_of(entry.note)}}));
  }

  void take(const ViewsFile& file) {
    for (const TeamView& view : file.value.views) {
      const std::string path = view_path({}, view.touchpoint);
      if (map_.touchpoint(view.touchpoint)) take(view, file.source, path);
      else unknown(view.touchpoint, file.source.place_of_key(path));
    }
  }

  // Keeps a place for what somebody says, in the order in which it is shown.
  void expect(const TeamView& view) { entry_of(view); }

  MergedViews done() {
    MergedViews out{{}, std::move(diagnostics_)};
    for (auto& entry : entries_) out.views.push_back(std::move(entry->view));
    return out;
  }

 private:
  struct Entry {
    TeamView view;
    Place emotion, note;
  };

  Entry& entry_of(const TeamView& view) {
    LocalText team = view.team;
    for (const auto& entry : entries_) {
      if (!is_same_team(entry->view.team, view.team)) continue;
      if (entry->view.touchpoint == view.touchpoint) return *entry;
      team = entry->view.team;
    }
    entries_.push_back(std::make_unique<Entry>(Entry{{team, view.touchpoint, {}, {}}, {}, {}}));
    return *entries_.back();
  }

  void complain(Place place, Message message) {
    diagnostics_.push_back({Severity::error, "views-differ", std::move(message), msg("map.views.differs_hint"), std::move(place)});
  }

  void unknown(const std::string& touchpoint, Place place) {
    diagnostics_.push_back({Severity::error, "unknown-reference", msg("map.views.unknown_touchpoint", {{"id", shown(touchpoint)}, {"map", map_.id}}),
                            did_you_mean(touchpoint, touchpoints_), std::move(place)});
  }

  const JourneyMap& map_;
  std::vector<std::string> touchpoints_;
  std::vector<std::unique_ptr<Entry>> entries_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

bool is_same_team(std::string_view a, std::string_view b) {
  const std::string plain = folded_ascii(a);
  const bool told = plain.find('?') == std::string::npos;  // else it has letters that folding does not tell apart
  return a == b || (told && plain == folded_ascii(b));
}

bool is_same_team(const LocalText& a, const LocalText& b) {
  for (const std::string* one : {&a.plain, &a.fr, &a.en})
    for (const std::string* other : {&b.plain, &b.fr, &b.en})
      if (!one->empty() && !other->empty() && is_same_team(*one, *other)) return true;
  return false;
}

namespace {

// What a team says together in a workshop counts before what somebody wrote for it.
bool is_of_workshop(const ViewsFile& file) { return file_name(file.source.file()).starts_with("workshop-"); }

}  // namespace

MergedViews merged_views(const MapFile& map, std::span<const ViewsFile> files) {
  ViewMerger merger(map.value);
  for (const TeamView& view : map.value.views) merger.expect(view);
  for (const ViewsFile& file : files)
    if (is_of_workshop(file)) merger.take(file);
  for (const TeamView& view : map.value.views) merger.take(view, map.source, view_path(view.team, view.touchpoint));
  for (const ViewsFile& file : files)
    if (!is_of_workshop(file)) merger.take(file);
  return merger.done();
}

Place place_of_view(const SourceText& map, std::span<const ViewsFile> files, const TeamView& view) {
  const std::string own = view_path(view.team, view.touchpoint), other = view_path({}, view.touchpoint);
  const auto in_files = [&](bool of_workshop) -> std::optional<Place> {
    for (const ViewsFile& file : files)
      if (is_of_workshop(file) == of_workshop && is_same_team(file.value.team, view.team) && file.source.has(other + "/emotion"))
        return file.source.place(other);
    return std::nullopt;
  };
  if (const auto place = in_files(true)) return *place;
  if (map.has(own + "/emotion")) return map.place(own);
  return in_files(false).value_or(map.place(own));
}

std::string views_folder(const std::string& map_file) {
  const std::string folder = parent_of(map_file);
  return file_name(folder) == "maps" ? join_path(parent_of(folder), "views/" + stem_of(map_file)) : "";
}

std::string views_file_name(const std::string& team) {
  std::string name;
  for (const char c : folded_ascii(team)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    if (plain) name += c;
    else if (!name.empty() && name.back() != '_') name += '_';
  }
  while (name.ends_with('_')) name.pop_back();
  return (name.empty() ? "team" : name) + ".yaml";
}

}  // namespace parcours
