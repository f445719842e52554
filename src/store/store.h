// The events of a workspace: immutable Parquet segments, and the catalogue (SQLite) that says which of them count.
// An import is there whole or not at all; several processes may work on one workspace. docs/formats/segments.md.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"
#include "events/import_source.h"

namespace parcours {

struct StoreSettings {
  std::string folder;  // the workspace
  std::string zone = "UTC";
  int join_limit = 10;                      // a value that would join more customers never joins
  std::vector<std::string> blocked_values;  // besides the shipped ones ("", "null", "0", "unknown", "test" …)
  bool read_only = false;                   // nothing is written, whatever the rights on the folder
};

struct ImportSummary {
  std::int64_t id = 0;           // 0 when nothing was imported
  std::uint64_t rows = 0;        // read
  std::uint64_t imported = 0;    // in lists of imports: what is still there of it
  std::uint64_t duplicates = 0;  // already there, or repeated in the file
  std::uint64_t rejected = 0;
  std::uint64_t erased = 0;      // left out because the person was erased, in lists of imports also what went since
  std::uint64_t identities = 0;  // distinct, in what was imported
  TimeMs first = kNoTime, last = kNoTime;
  std::uint64_t values_over_limit = 0;  // values that joined people until now and name more than join_limit since
  std::uint64_t links_undone = 0;       // links to them that joined
  std::int64_t read_otherwise = 0;      // the last import of a file of that name with other columns and days in common; 0: none
  std::uint64_t customers = 0;          // who those identities are, by the links there are once it is imported; 0 in lists of imports
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
  std::string blocked;  // why it does not join: "", "value", "limit"
};

// Events as columns for the index: only segments that count, links resolved, erased people absent.
// `fields` of the request become one text column each.
struct ScanRequest {
  std::vector<std::string> properties;
  bool values = true;    // value, score and scale columns are wanted
  bool ids = false;      // id, import and properties columns are wanted (one customer's journey)
  std::string customer;  // not empty: only this resolved customer
};

struct Scan {
  EventBatch events;  // links and line empty; sorted by customer code, then time, then arrival
  std::vector<std::int64_t> arrival;
  std::vector<TextColumn> properties;  // as requested
  std::vector<std::int64_t> import;    // with ids: which import each event came by
  // Identities under which events came; of them, those whose person came under another one too.
  std::uint64_t identities = 0, joined = 0;
  bool synthetic = false;  // an import that still has events is synthetic
  std::string version;     // of the store when this was read
};

// Used by one thread at a time; open one for each thread. Any number of processes and Stores may share a workspace: those that write wait for
// each other, those that read never wait.
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
  // `mentions` are files of the workspace, and columns of segments, in which an identity of six bytes or more still stands as a word
  // (another person's properties, a persona): for a person to look at. Empty is the proof that nothing is left.
  struct Erased {
    std::uint64_t identities = 0, events = 0;
    std::vector<std::string> mentions;
  };
  virtual Result<Erased> forget(const std::string& identity) = 0;
  // All identities joined with this one (itself included), sorted.
  virtual Result<std::vector<std::string>> identities_of(const std::string& identity) = 0;

  virtual Result<Scan> scan(const ScanRequest& request) = 0;
  // Scan::synthetic, without the scan.
  virtual Result<bool> synthetic() = 0;
  // Changes whenever what scan() would give changes: for caches.
  virtual Result<std::string> version() = 0;
  // The paths of the segments that count, for the reference engine and for a person's own tools.
  virtual Result<std::vector<std::string>> segments() = 0;
  // A SELECT (DuckDB) that gives every event that counts: customer (resolved), identity (as imported), time (TIMESTAMPTZ), start_ms and end_ms
  // (the interval the time stands for, in the workspace's zone, end excluded; null in order-only logs), unit, arrival, event, channel, source,
  // value, score, scale, id, import, properties. No order. Good until the next change of the store: ask again when version() differs.
  virtual Result<std::string> events_view_sql() = 0;

  // The columns a person chose for files that look like this one (`columns`: the header row, or anything that tells files apart).
  virtual Outcome save_mapping(const std::string& columns, const std::string& mapping) = 0;
  virtual Result<std::optional<std::string>> saved_mapping(const std::string& columns) = 0;
};

// Opens the workspace's store, making what is missing, and finishes or sweeps away what a killed process left behind.
Result<std::unique_ptr<Store>> open_store(const StoreSettings& settings, Files& files, Clock& clock);

}  // namespace parcours
