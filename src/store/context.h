// What every action of the store works with.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "store/catalogue.h"
#include "store/folder.h"
#include "store/people.h"
#include "store/store.h"

namespace parcours {

struct StoreContext {
  StoreSettings settings;
  StoreFolder folder;
  Files& files;
  Clock& clock;
  Catalogue catalogue;

  JoinRules join_rules() const { return {settings.join_limit, settings.blocked_values}; }
  std::string segment_path(const std::string& file) const { return join_path(folder.events(), file); }
  std::vector<std::string> segment_paths(const Snapshot& snapshot) const;
};

// "segment-000042.parquet"
std::string segment_file(std::int64_t number);

// Deletes files of events/ that the catalogue lists as leftovers, and takes them off the list. REQUIRES: the writer lock is held.
Outcome remove_leftovers(StoreContext& context);

// Finishes or takes away what a process that ended at work left behind; does nothing while another one writes.
Outcome sweep(StoreContext& context);

// The actions, one a file.
Result<ImportSummary> import_events(StoreContext& context, ImportSource& source, const std::string& mapping, const Store::Progress& progress);
Outcome remove_import(StoreContext& context, std::int64_t id);
Result<Store::Erased> forget_person(StoreContext& context, const std::string& identity);
// Fails when a segment cannot be read, as when another process has just replaced it.
Result<Scan> scan_segments(const StoreContext& context, const Snapshot& snapshot, const People& people, const ScanRequest& request);
Result<std::string> events_view(StoreContext& context, const Snapshot& snapshot, const People& people);

}  // namespace parcours
