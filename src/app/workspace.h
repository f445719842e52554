// A workspace opened for work: its settings, maps and personas from files, its events, and the engine that answers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"
#include "engine/engine.h"
#include "events/byte_source.h"
#include "map/map_file.h"
#include "map/views_file.h"
#include "overlay/measured_map.h"
#include "store/store.h"

namespace parcours {

// The ways to the outside, handed to everything that needs one.
struct Doors {
  Files& files;
  Clock& clock;
  Inputs& inputs;
};

class Workspace {
 public:
  // The workspace whose parcours.yaml lies in `folder` or the nearest folder above it. Misuse when there is none, or its settings
  // cannot be used. Opens no events yet.
  static Result<Workspace> open(const std::string& folder, Doors doors);

  const std::string& folder() const { return folder_; }
  const WorkspaceSettings& settings() const { return settings_.value; }
  const SettingsFile& settings_file() const { return settings_; }
  const Zone& zone() const { return zone_; }
  Doors doors() const { return doors_; }

  std::vector<std::string> map_names() const;  // stems of maps/*.yaml and *.yml, sorted
  // A map by its name ("shop") or a path to it. Misuse when there is none: says which there are. What is wrong inside comes as diagnostics.
  // The views that teams give in files of their own are among those of the map; what is wrong with them is said by around().
  Result<MapFile> map(const std::string& name) const;
  // personas/<id>.yaml; nothing when there is none. One that cannot be read has its id and says so.
  std::optional<PersonaFile> persona_file(const std::string& id) const;
  // The files with the views of teams, views/<map>/*.yaml, sorted by name. One that cannot be read says so and holds nothing.
  std::vector<ViewsFile> views_of(const MapFile& map) const;
  // Folders of views whose map is not there (renamed, removed): a warning each. What the teams say in them is told nowhere.
  std::vector<Diagnostic> stray_views() const;
  // What the map names outside of itself: its personas, in its order, and what is wrong with them or does not fit (no such persona, an
  // unknown channel); and with the views of teams.
  struct Surroundings {
    std::vector<Persona> personas;
    std::vector<Diagnostic> diagnostics;
  };
  Surroundings around(const MapFile& map) const;

  Result<Store*> store();       // opened at the first call
  Result<Engine*> engine();     // the native one
  Result<Engine*> reference();  // SQL over the segments
  Result<bool> has_events();    // makes nothing where there is no store yet

 private:
  Workspace(std::string folder, Doors doors, SettingsFile settings, Zone zone);

  std::string folder_;
  Doors doors_;
  SettingsFile settings_;
  Zone zone_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Engine> engine_, reference_;
};

// The map with its figures: asks what the map asks, within `scope`, broken down by `by`. Without events: without figures.
struct MeasureRequest {
  Scope scope;
  std::string by;
  std::optional<ListAt> list;
};
struct MeasuredAnswer {
  MeasureQuestion question;
  MeasuredMap measured;
};
Result<MeasuredAnswer> measure(Workspace& workspace, const MapFile& map, const MeasureRequest& request);
// What the author says alone, whatever events there are, and whatever the state of the store.
MeasuredMap unmeasured(const Workspace& workspace, const MapFile& map);
Result<MeasuredMap> measured_or_not(Workspace& workspace, const MapFile& map, bool no_events, const Scope& scope = {});

}  // namespace parcours
