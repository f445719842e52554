#include "app/map_template.h"

#include <algorithm>

#include "map/structure.h"
#include "map/workspace_files.h"

namespace parcours {
namespace {

template <class T>
Outcome must_be_usable(const Parsed<T>& parsed) {
  for (const auto& diagnostic : parsed.diagnostics)
    if (diagnostic.severity == Severity::error) return Failure{FailureKind::misuse, diagnostic};
  return Done{};
}

class Gathering {
 public:
  Gathering(const MapFile& map, Take take, const Files& files) : map_(map), take_(take), files_(files) {}

  Result<MapTemplate> run(Lang lang) {
    const auto root = find_workspace(files_, parent_of(map_.source.file()));
    if (root) {
      PARCOURS_TRY(workspace_, load_workspace(files_, *root));
      PARCOURS_CHECK(settings_of_workspace());
    } else {
      add("parcours.yaml", "parcours: 1\nlanguage: " + std::string(code_of(lang)) + "\n");
    }
    for (const auto& id : map_.value.personas) PARCOURS_CHECK(persona(id));
    add("maps/" + file_name(map_.source.file()), take_ == Take::structure ? structure_of(map_) : map_.source.text());
    if (take_ == Take::everything)
      for (const auto& stage : map_.value.stages)
        for (const auto& touchpoint : stage.touchpoints)
          for (const auto& image : touchpoint.images) picture({image});
    return std::move(out_);
  }

 private:
  void add(const std::string& path, std::string content) {
    const bool is_there = std::any_of(out_.files.begin(), out_.files.end(), [&](const NewFile& file) { return file.path == path; });
    if (!is_there) out_.files.push_back({path, std::move(content)});
  }

  Outcome settings_of_workspace() {
    PARCOURS_CHECK(must_be_usable(workspace_.settings));
    add(std::string(kSettingsFile), workspace_.settings.source.text());
    const std::string& logo = workspace_.settings.value.brand.logo;
    if (!logo.empty()) picture({logo});
    return Done{};
  }

  Outcome persona(const std::string& id) {
    const PersonaFile* known = workspace_.persona(id);
    if (!known) {
      add("personas/" + id + ".yaml", "parcours: 1\nname: \"" + id + "\"\n");
      return Done{};
    }
    PARCOURS_CHECK(must_be_usable(*known));
    add(known->source.file(), take_ == Take::structure ? structure_of(*known) : known->source.text());
    const std::string& portrait = known->value.portrait;
    if (take_ == Take::everything && !portrait.empty()) picture({"personas/" + portrait, portrait});
    return Done{};
  }

  // The first of the places that is there.
  void picture(const std::vector<std::string>& places) {
    for (const auto& path : places) {
      const auto content = files_.read(join_path(workspace_.root, path));
      if (!content.ok()) continue;
      add(path, *content);
      return;
    }
    out_.missing.push_back(places.back());
  }

  const MapFile& map_;
  const Take take_;
  const Files& files_;
  WorkspaceFiles workspace_;
  MapTemplate out_;
};

}  // namespace

Result<MapTemplate> template_of(const MapFile& map, Take take, Lang lang, const Files& files) { return Gathering(map, take, files).run(lang); }

}  // namespace parcours
