// The part of the catalogue that knows people: links, erasures, and scrubbing.
#include "store/catalogue.h"

namespace parcours {
namespace {

constexpr const char* kTextTables[] = {"counters", "identity_of_catalogue", "imports", "segments", "links", "erasures", "leftovers", "mappings"};

std::string masked(std::string text, const std::string& identity, const std::string& instead) {
  for (std::size_t at = 0; (at = text.find(identity, at)) != std::string::npos; at += instead.size()) text.replace(at, identity.size(), instead);
  return text;
}

}  // namespace

Result<std::vector<StoredLink>> Catalogue::links() {
  PARCOURS_TRY(
      SqliteStatement rows,
      database_.prepare("SELECT id, left_identity, right_identity, origin, import, linked_at FROM links WHERE undone_at IS NULL ORDER BY id"));
  std::vector<StoredLink> links;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return links;
    links.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), !rows.is_null(4), rows.integer(5)});
  }
}

Result<bool> Catalogue::add_import_link(const std::string& left, const std::string& right, std::int64_t import, TimeMs at) {
  if (!adding_link_) {
    PARCOURS_TRY(SqliteStatement statement, database_.prepare("INSERT INTO links (left_identity, right_identity, origin, import, linked_at) "
                                                              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"));
    adding_link_ = std::move(statement);
  }
  PARCOURS_CHECK(
      adding_link_
          ->bind(std::string_view(left), std::string_view(right), std::string_view("import " + std::to_string(import)), import, std::int64_t{at})
          .run());
  return database_.changes() > 0;
}

Result<bool> Catalogue::add_link(const std::string& left, const std::string& right, const std::string& origin, TimeMs at) {
  // Given by hand, a pair has no direction, and it outlives the import that may have given it first.
  PARCOURS_TRY(SqliteStatement known,
               database_.prepare("UPDATE links SET import = NULL, origin = iif(import IS NULL, origin, ?3) WHERE undone_at IS NULL AND "
                                 "((left_identity = ?1 AND right_identity = ?2) OR (left_identity = ?2 AND right_identity = ?1))"));
  PARCOURS_CHECK(known.bind(std::string_view(left), std::string_view(right), std::string_view(origin)).run());
  if (database_.changes() > 0) return false;
  PARCOURS_TRY(SqliteStatement added,
               database_.prepare("INSERT INTO links (left_identity, right_identity, origin, linked_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
                                 "SET undone_at = NULL, import = NULL, origin = excluded.origin, linked_at = excluded.linked_at"));
  PARCOURS_CHECK(added.bind(std::string_view(left), std::string_view(right), std::string_view(origin), std::int64_t{at}).run());
  return true;
}

Result<bool> Catalogue::undo_link(std::int64_t id, TimeMs at) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare("UPDATE links SET undone_at = ?2 WHERE id = ?1 AND undone_at IS NULL"));
  PARCOURS_CHECK(statement.bind(id, std::int64_t{at}).run());
  return database_.changes() > 0;
}

Outcome Catalogue::erase_links_of(const std::string& identity) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare("DELETE FROM links WHERE left_identity = ?1 OR right_identity = ?1"));
  return statement.bind(std::string_view(identity)).run();
}

Result<std::set<std::string>> Catalogue::erasures() {
  PARCOURS_TRY(SqliteStatement rows, database_.prepare("SELECT identity_digest FROM erasures"));
  std::set<std::string> all;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return all;
    all.insert(rows.text(0));
  }
}

Outcome Catalogue::add_erasure(const Digest128& identity, TimeMs at) {
  PARCOURS_TRY(SqliteStatement statement, database_.prepare("INSERT OR IGNORE INTO erasures VALUES (?1, ?2)"));
  return statement.bind(std::string_view(to_hex(identity)), std::int64_t{at}).run();
}

Result<bool> Catalogue::needs_scrub() {
  PARCOURS_TRY(const std::int64_t needed, counter("scrub"));
  return needed != 0;
}

Outcome Catalogue::mark_scrub(bool needed) { return set_counter("scrub", needed); }

Outcome Catalogue::scrub() {
  PARCOURS_CHECK(database_.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  PARCOURS_CHECK(database_.run("VACUUM"));
  PARCOURS_TRY(const std::int64_t busy, database_.integer("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (busy) return failure(msg("store.catalogue_busy"), msg("store.catalogue_busy.hint"));
  return mark_scrub(false);
}

Result<std::vector<std::string>> Catalogue::all_texts() {
  std::vector<std::string> texts;
  for (const char* table : kTextTables) {
    PARCOURS_TRY(SqliteStatement rows, database_.prepare(std::string("SELECT * FROM ") + table));
    for (;;) {
      PARCOURS_TRY(const bool more, rows.step());
      if (!more) break;
      for (int column = 0; column < rows.columns(); ++column)
        if (rows.is_text(column)) texts.push_back(rows.text(column));
    }
  }
  return texts;
}

Outcome Catalogue::redact(const std::string& identity, const std::string& instead) {
  PARCOURS_TRY(SqliteStatement rows, database_.prepare("SELECT id, name, mapping FROM imports WHERE instr(name, ?1) OR instr(mapping, ?1)"));
  PARCOURS_TRY(SqliteStatement update, database_.prepare("UPDATE imports SET name = ?2, mapping = ?3 WHERE id = ?1"));
  rows.bind(std::string_view(identity));
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return Done{};
    PARCOURS_CHECK(update
                       .bind(rows.integer(0), std::string_view(masked(rows.text(1), identity, instead)),
                             std::string_view(masked(rows.text(2), identity, instead)))
                       .run());
  }
}

}  // namespace parcours
