#include "store/catalogue.h"

#include "store/schema.h"

namespace parcours {
namespace {

std::optional<std::int64_t> stored(TimeMs time) { return time == kNoTime ? std::nullopt : std::optional<std::int64_t>(time); }

}  // namespace

template <class... Values>
Outcome Catalogue::change(const std::string& sql, const Values&... values) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare(sql));
  return statement.bind(values...).run();
}

Result<Catalogue> Catalogue::open(const StoreFolder& folder) {
  PARCOURS_TRY(Sqlite database, Sqlite::open(folder.catalogue()));
  // FULL: an import that was reported is on the disk. secure_delete: what is deleted is overwritten.
  PARCOURS_CHECK(database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"));
  PARCOURS_CHECK(prepare_schema(database));
  return Catalogue(std::move(database));
}

Result<Catalogue> Catalogue::open_read_only(const StoreFolder& folder) {
  PARCOURS_TRY(Sqlite database, Sqlite::open_read_only(folder.catalogue()));
  PARCOURS_CHECK(check_schema(database));
  return Catalogue(std::move(database));
}

Result<Snapshot> Catalogue::snapshot() {
  PARCOURS_TRY(const SqliteTransaction one_moment, SqliteTransaction::begin_read(database_));
  Snapshot snapshot;
  PARCOURS_TRY(const std::int64_t changes, counter("changes"));
  PARCOURS_TRY(SqliteStatement token, database_.prepare("SELECT token FROM identity_of_catalogue"));
  PARCOURS_CHECK(token.step());
  snapshot.version = token.text(0) + "-" + std::to_string(changes);
  PARCOURS_TRY(SqliteStatement rows, database_.prepare("SELECT number, import, file, rows FROM segments ORDER BY number"));
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) break;
    snapshot.segments.push_back({rows.integer(0), rows.integer(1), rows.text(2), static_cast<std::uint64_t>(rows.integer(3))});
  }
  PARCOURS_TRY(snapshot.synthetic, synthetic());
  return snapshot;
}

Result<bool> Catalogue::synthetic() {
  PARCOURS_TRY(const std::int64_t segments,
               database_.integer("SELECT count(*) FROM segments JOIN imports ON imports.id = segments.import WHERE synthetic"));
  return segments > 0;
}

Result<std::int64_t> Catalogue::counter(const std::string& name) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare("SELECT value FROM counters WHERE name = ?1"));
  PARCOURS_TRY(const bool there, statement.bind(std::string_view(name)).step());
  return there ? statement.integer(0) : std::int64_t{0};
}

Outcome Catalogue::set_counter(const std::string& name, std::int64_t value) {
  return change("INSERT INTO counters VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value", std::string_view(name), value);
}

Outcome Catalogue::mark_changed() {
  PARCOURS_TRY(const std::int64_t changes, counter("changes"));
  return set_counter("changes", changes + 1);
}

Result<std::int64_t> Catalogue::next_import() {
  PARCOURS_TRY(const std::int64_t last, counter("last_import"));
  return last + 1;
}

Result<std::int64_t> Catalogue::next_segment() {
  PARCOURS_TRY(const std::int64_t last, counter("last_segment"));
  return last + 1;
}

Result<std::int64_t> Catalogue::next_arrival() { return counter("next_arrival"); }
Outcome Catalogue::set_next_arrival(std::int64_t arrival) { return set_counter("next_arrival", arrival); }

Result<std::vector<ImportRecord>> Catalogue::imports() {
  PARCOURS_TRY(SqliteStatement rows,
               database_.prepare("SELECT id, name, format, imported_at, rows, imported, duplicates, rejected, erased, customers, first_time, "
                                 "last_time, synthetic, mapping, (SELECT coalesce(sum(segments.rows), 0) FROM segments WHERE import = imports.id) "
                                 "FROM imports ORDER BY id"));
  const auto count = [&rows](int column) { return static_cast<std::uint64_t>(rows.integer(column)); };
  const auto time = [&rows](int column) { return rows.is_null(column) ? kNoTime : rows.integer(column); };
  std::vector<ImportRecord> records;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return records;
    ImportRecord& record = records.emplace_back();
    record.id = rows.integer(0);
    record.name = rows.text(1);
    record.format = rows.text(2);
    record.at = rows.integer(3);
    record.summary = {record.id, count(4), count(5), count(6), count(7), count(8), count(9), time(10), time(11), 0};
    record.synthetic = rows.integer(12) != 0;
    record.mapping = rows.text(13);
    const std::uint64_t held = count(14);
    record.summary.erased += record.summary.imported - held;
    record.summary.imported = held;
  }
}

Outcome Catalogue::add_import(const ImportRecord& record) {
  const ImportSummary& summary = record.summary;
  const auto signed_count = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  PARCOURS_CHECK(change("INSERT INTO imports VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)", record.id,
                        std::string_view(record.name), std::string_view(record.format), std::int64_t{record.at}, signed_count(summary.rows),
                        signed_count(summary.imported), signed_count(summary.duplicates), signed_count(summary.rejected),
                        signed_count(summary.erased), signed_count(summary.identities), stored(summary.first), stored(summary.last),
                        std::int64_t{record.synthetic}, std::string_view(record.mapping)));
  return set_counter("last_import", record.id);
}

Outcome Catalogue::add_segment(const Segment& segment) {
  PARCOURS_CHECK(change("INSERT INTO segments VALUES (?1, ?2, ?3, ?4)", segment.number, segment.import, std::string_view(segment.file),
                        static_cast<std::int64_t>(segment.rows)));
  PARCOURS_TRY(const std::int64_t last, counter("last_segment"));
  return set_counter("last_segment", std::max(last, segment.number));
}

Outcome Catalogue::remove_segment(std::int64_t number) { return change("DELETE FROM segments WHERE number = ?1", number); }

Outcome Catalogue::remove_import(std::int64_t id) {
  PARCOURS_CHECK(change("DELETE FROM segments WHERE import = ?1", id));
  // A link that was undone stays undone when the file is imported again.
  PARCOURS_CHECK(change("UPDATE links SET import = NULL WHERE import = ?1 AND undone_at IS NOT NULL", id));
  PARCOURS_CHECK(change("DELETE FROM links WHERE import = ?1", id));
  return change("DELETE FROM imports WHERE id = ?1", id);
}

Outcome Catalogue::add_leftover(const std::string& file) { return change("INSERT OR IGNORE INTO leftovers VALUES (?1)", std::string_view(file)); }
Outcome Catalogue::drop_leftover(const std::string& file) { return change("DELETE FROM leftovers WHERE file = ?1", std::string_view(file)); }

Result<std::vector<std::string>> Catalogue::leftovers() {
  PARCOURS_TRY(SqliteStatement rows, database_.prepare("SELECT file FROM leftovers ORDER BY file"));
  std::vector<std::string> files;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return files;
    files.push_back(rows.text(0));
  }
}

Outcome Catalogue::save_mapping(const std::string& columns, const std::string& mapping, TimeMs at) {
  return change("INSERT INTO mappings VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at",
                std::string_view(columns), std::string_view(mapping), std::int64_t{at});
}

Result<std::optional<std::string>> Catalogue::saved_mapping(const std::string& columns) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare("SELECT mapping FROM mappings WHERE columns = ?1"));
  PARCOURS_TRY(const bool there, statement.bind(std::string_view(columns)).step());
  return there ? std::optional(statement.text(0)) : std::nullopt;
}

}  // namespace parcours
