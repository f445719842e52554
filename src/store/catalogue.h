// The catalogue: which segments count, imports, identity links, erased people. catalogue.sqlite; docs/formats/catalogue.md.
// Whoever writes holds the workspace's writer lock (folder.h); readers need nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/digest.h"
#include "store/folder.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace parcours {

struct Segment {
  std::int64_t number = 0, import = 0;
  std::string file;  // its name in events/
  std::uint64_t rows = 0;
};

struct StoredLink {
  std::int64_t id = 0;
  std::string left, right, origin;
  bool from_import = false;  // left is the customer of an event, right what stood in the link column
  TimeMs at = 0;
};

// All that a reader needs, of one moment.
struct Snapshot {
  std::string version;
  std::vector<Segment> segments;  // by number
  bool synthetic = false;
};

class Catalogue {
 public:
  // Makes it when missing, migrates an older one, refuses a newer one.
  static Result<Catalogue> open(const StoreFolder& folder);
  // Makes and changes nothing; fails when there is none, or one that must be migrated. Of the rest, only what reads will do.
  static Result<Catalogue> open_read_only(const StoreFolder& folder);

  Result<Snapshot> snapshot();
  Result<bool> synthetic();  // any segment came by a synthetic import
  Result<SqliteTransaction> begin_write() { return SqliteTransaction::begin_write(database_); }
  // Writers say so inside their transaction when scan() will give something else.
  Outcome mark_changed();

  Result<std::vector<ImportRecord>> imports();
  Outcome add_import(const ImportRecord& record);
  Result<std::int64_t> next_import();  // what the next import will be called; never given twice
  Result<std::int64_t> next_segment();
  Result<std::int64_t> next_arrival();
  Outcome set_next_arrival(std::int64_t arrival);
  Outcome add_segment(const Segment& segment);
  Outcome remove_segment(std::int64_t number);
  // The import's record, segments and links go.
  Outcome remove_import(std::int64_t id);

  // Links that hold, by id.
  Result<std::vector<StoredLink>> links();
  // From a link column. False when the pair is already there, also when it was undone: an import does not bring it back.
  Result<bool> add_import_link(const std::string& left, const std::string& right, std::int64_t import, TimeMs at);
  // By hand or from a file of links. False when the pair holds already.
  Result<bool> add_link(const std::string& left, const std::string& right, const std::string& origin, TimeMs at);
  Result<bool> undo_link(std::int64_t id, TimeMs at);  // false when there is no such link
  // Deletes every link that names the identity.
  Outcome erase_links_of(const std::string& identity);

  Result<std::set<std::string>> erasures();  // digests in hex
  Outcome add_erasure(const Digest128& identity, TimeMs at);

  // Files of events/ that are on their way in or out: whoever finds them and is the only writer may delete them.
  Outcome add_leftover(const std::string& file);
  Outcome drop_leftover(const std::string& file);
  Result<std::vector<std::string>> leftovers();

  // Deleted content has not yet been scrubbed from the file.
  Result<bool> needs_scrub();
  Outcome mark_scrub(bool needed);
  // Rewrites the file so that nothing deleted remains in it. Not within a transaction.
  Outcome scrub();

  Outcome save_mapping(const std::string& columns, const std::string& mapping, TimeMs at);
  Result<std::optional<std::string>> saved_mapping(const std::string& columns);

  // Every text of every table, for the proof of erasure.
  Result<std::vector<std::string>> all_texts();
  // Writes `instead` wherever the identity stands in a name or mapping. REQUIRES: identity is not empty
  Outcome redact(const std::string& identity, const std::string& instead);

 private:
  explicit Catalogue(Sqlite database) : database_(std::move(database)) {}
  Result<std::int64_t> counter(const std::string& name);
  Outcome set_counter(const std::string& name, std::int64_t value);
  // Prepares and binds in one go; runs.
  template <class... Values>
  Outcome change(const std::string& sql, const Values&... values);
  Sqlite database_;
  std::optional<SqliteStatement> adding_link_;  // prepared once: there may be millions
};

}  // namespace parcours
