// The index of a store's events, kept as long as it says what the store says and holds the properties asked for.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "index/event_index.h"
#include "store/store.h"

namespace parcours {

class IndexCache {
 public:
  // The store must outlive the cache.
  IndexCache(Store& store, const Zone& zone) : store_(store), zone_(zone) {}

  // The index of what the store holds now, with at least these properties. The one before is gone once another is made: old and new
  // never lie in memory together.
  Result<const EventIndex*> index_with(const std::vector<std::string>& properties);

  // Of the store, as the index has it.
  const std::string& version() const { return version_; }

  // The names of all properties of the store's events, sorted. Slow: reads every event.
  Result<std::vector<std::string>> all_properties();

 private:
  Store& store_;
  Zone zone_;
  std::string version_;
  std::vector<std::string> loaded_;  // sorted
  std::unique_ptr<EventIndex> index_;
};

}  // namespace parcours
