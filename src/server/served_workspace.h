// One workspace as it is served. Used by one thread at a time, but for importing().
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/workspace.h"
#include "server/importing.h"

namespace parcours {

class ServedWorkspace {
 public:
  // `name`: what stands for it in addresses, /w/NAME/.
  ServedWorkspace(std::string name, std::string folder, Doors doors) : name_(std::move(name)), folder_(std::move(folder)), doors_(doors) {}

  const std::string& name() const { return name_; }
  const std::string& folder() const { return folder_; }

  // Opened at the first request, and anew when parcours.yaml has changed.
  Result<Workspace*> open();
  Importing& importing() { return importing_; }
  const Importing& importing() const { return importing_; }

  // Each file with its version as of the last look; "events" stands for all imported ones. The same pointer as long as none has changed.
  using Versions = std::map<std::string, std::string>;
  std::shared_ptr<const Versions> versions();
  // The next versions() are read from the files.
  void look_again() { looked_ = false; }

 private:
  Versions read_versions() const;

  std::string name_, folder_;
  Doors doors_;
  std::string settings_;  // the text it was opened with
  std::optional<Workspace> workspace_;
  Importing importing_;
  bool looked_ = false;
  std::shared_ptr<const Versions> versions_;
};

}  // namespace parcours
