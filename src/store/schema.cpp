#include "store/schema.h"

#include "base/digest.h"

namespace parcours {
namespace {

// kSteps[v] takes version v to v + 1.
constexpr const char* kSteps[] = {R"(
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE identity_of_catalogue (token TEXT NOT NULL) STRICT;
CREATE TABLE imports (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL, imported_at INTEGER NOT NULL,
  rows INTEGER NOT NULL, imported INTEGER NOT NULL, duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL, erased INTEGER NOT NULL,
  customers INTEGER NOT NULL, first_time INTEGER, last_time INTEGER, synthetic INTEGER NOT NULL, mapping TEXT NOT NULL) STRICT;
CREATE TABLE segments (
  number INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES imports (id), file TEXT NOT NULL UNIQUE, rows INTEGER NOT NULL) STRICT;
CREATE TABLE links (
  id INTEGER PRIMARY KEY AUTOINCREMENT, left_identity TEXT NOT NULL, right_identity TEXT NOT NULL, origin TEXT NOT NULL,
  import INTEGER REFERENCES imports (id), linked_at INTEGER NOT NULL, undone_at INTEGER, UNIQUE (left_identity, right_identity)) STRICT;
CREATE INDEX links_by_right ON links (right_identity);
CREATE TABLE erasures (identity_digest TEXT PRIMARY KEY, erased_at INTEGER NOT NULL) STRICT;
CREATE TABLE leftovers (file TEXT PRIMARY KEY) STRICT;
CREATE TABLE mappings (columns TEXT PRIMARY KEY, mapping TEXT NOT NULL, saved_at INTEGER NOT NULL) STRICT;
)"};
static_assert(std::size(kSteps) == kCatalogueVersion);

Outcome take_step(Sqlite& database, std::int64_t from) {
  PARCOURS_TRY(SqliteTransaction transaction, SqliteTransaction::begin_write(database));
  PARCOURS_TRY(const std::int64_t now, database.integer("PRAGMA user_version"));
  if (now != from) return Done{};  // another process was faster
  PARCOURS_CHECK(database.run(kSteps[from]));
  if (from == 0) {
    PARCOURS_CHECK(database.run("PRAGMA application_id = 1346458195"));  // "PARS"
    PARCOURS_CHECK(database.run("INSERT INTO identity_of_catalogue VALUES ('" + to_hex(digest(random_key())).substr(0, 12) + "')"));
  }
  PARCOURS_CHECK(database.run("PRAGMA user_version = " + std::to_string(from + 1)));
  return transaction.commit();
}

bool is_strange(std::int64_t version) { return version > kCatalogueVersion || version < 0; }

Failure newer(std::int64_t version) {
  return failure(msg("store.newer", {{"version", version}, {"known", kCatalogueVersion}}), msg("store.newer.hint"));
}

}  // namespace

Outcome check_schema(Sqlite& database) {
  PARCOURS_TRY(const std::int64_t version, database.integer("PRAGMA user_version"));
  if (version == kCatalogueVersion) return Done{};
  if (is_strange(version)) return newer(version);
  return failure(msg("store.older_read_only"), msg("store.catalogue_readonly.hint"));
}

Outcome prepare_schema(Sqlite& database) {
  for (;;) {
    PARCOURS_TRY(const std::int64_t version, database.integer("PRAGMA user_version"));
    if (version == kCatalogueVersion) return Done{};
    if (is_strange(version)) return newer(version);
    PARCOURS_CHECK(take_step(database, version));
  }
}

}  // namespace parcours
