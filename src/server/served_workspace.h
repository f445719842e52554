// One workspace as it is served. Used by one thread at a time, but for importing().
#pragma once

#include <map>
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

  // Each file with its version; "events" stands for all imported ones.
  std::map<std::string, std::string> versions() const;

 private:
  std::string name_, folder_;
  Doors doors_;
  std::string settings_;  // the text it was opened with
  std::optional<Workspace> workspace_;
  Importing importing_;
};

}  // namespace parcours
