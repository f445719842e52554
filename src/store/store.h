// The events of a workspace: immutable Parquet segments, and the catalogue (SQLite) that says which of them count.
// An import is there whole or not at all; several processes may work on one workspace. docs/formats/segments.md.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"
#include "events/import_source.h"

namespace parcours {

struct StoreSettings {
  std::string folder;                       // the workspace
  std::string zone = "UTC";
  int join_limit = 10;                      // a value that would join more customers never joins
  std::vector<std::string> blocked_values;  // besides the shipped ones ("", "null", "0", "unknown", "test" …)
};

struct ImportSummary {
  std::int64_t id = 0;            // 0 when nothing was imported
  std::uint64_t rows = 0;         // read
  std::uint64_t imported = 0;
  std::uint64_t duplicates = 0;   // already there, or repeated in the file
  std::uint64_t rejected = 0;
  std::uint64_t erased = 0;       // left out because the person was erased
  std::uint64_t customers = 0;    // distinct, in what was imported
  TimeMs first = kNoTime, last = kNoTime;
};

struct ImportRecord {
  std::int64_t id = 0;
  std::string name, format;
  TimeMs at = 0;
  ImportSummary summary;
  bool synthetic = false;
  std::string mapping;  // JSON of the columns used
};

struct Link {
  std::int64_t id = 0;
  std::string left, right;  // identities as imported
  std::string origin;       // "import 3", "file links.csv"
  TimeMs at = 0;
  std::string blocked;      // why it does not join: "", "value", "limit"
};

// Events as columns for the index: only segments that count, links resolved, erased people absent.
// `fields` of the request become one text column each.
struct ScanRequest {
  std::vector<std::string> properties;
  bool values = true;   // value, score and scale columns are wanted
  bool ids = false;     // id, import and properties columns are wanted (one customer's journey)
  std::string customer; // not empty: only this resolved customer
};

struct Scan {
  EventBatch events;                      // links and line empty; sorted by customer code, then time, then arrival
  std::vector<std::int64_t> arrival;
  std::vector<TextColumn> properties;     // as requested
  std::uint64_t identities = 0, joined = 0;  // identities seen; of them, those joined with another
  bool synthetic = false;                 // any import that counts is synthetic
};

class Store {
 public:
  virtual ~Store() = default;
  using Progress = std::function<bool(const ImportSource&)>;  // false: stop, keep nothing

  virtual Result<ImportSummary> import(ImportSource& source, const std::string& mapping, const Progress& progress) = 0;
  virtual Result<std::vector<ImportRecord>> imports() = 0;
  virtual Outcome remove_import(std::int64_t id) = 0;

  // Adds links; gives how many are new.
  virtual Result<std::uint64_t> add_links(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& origin) = 0;
  virtual Result<std::vector<Link>> links() = 0;
  virtual Outcome unlink(std::int64_t id) = 0;

  // Erases the person with this identity and all joined identities, for good. Gives how many events went.
  struct Erased { std::uint64_t identities = 0, events = 0; };
  virtual Result<Erased> forget(const std::string& identity) = 0;
  // All identities joined with this one (itself included), sorted.
  virtual Result<std::vector<std::string>> identities_of(const std::string& identity) = 0;

  virtual Result<Scan> scan(const ScanRequest& request) = 0;
  // Changes whenever what scan() would give changes: for caches.
  virtual Result<std::string> version() = 0;
  // The paths of the segments that count, for the reference engine and for a person's own tools.
  virtual Result<std::vector<std::string>> segments() = 0;
};

// Opens the workspace's store, making what is missing, and finishes or sweeps away what a killed process left behind.
Result<std::unique_ptr<Store>> open_store(const StoreSettings& settings, Files& files, Clock& clock);

}  // namespace parcours
