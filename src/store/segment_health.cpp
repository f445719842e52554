#include "store/segment_health.h"

#include <map>

namespace parcours {
namespace {

// Events by import, as "1: 20, 2: 33".
std::string shown(const std::map<std::int64_t, std::int64_t>& rows) {
  std::string out;
  for (const auto& [import, n] : rows) out += (out.empty() ? "" : ", ") + std::to_string(import) + ": " + std::to_string(n);
  return out;
}

Result<std::map<std::int64_t, std::int64_t>> rows_by_import(Database& database, const std::vector<std::string>& paths) {
  PARCOURS_TRY(const SqlTable table, database.query("SELECT import, count(*) FROM " + sql_parquet(paths) + " GROUP BY import"));
  std::map<std::int64_t, std::int64_t> rows;
  for (std::size_t row = 0; row < table.rows; ++row) rows[table.columns[0].integers[row]] = table.columns[1].integers[row];
  return rows;
}

}  // namespace

Outcome check_rows(Database& database, const StoreContext& context, const Snapshot& snapshot) {
  std::map<std::int64_t, std::int64_t> told;
  for (const Segment& segment : snapshot.segments) told[segment.import] += static_cast<std::int64_t>(segment.rows);
  PARCOURS_TRY(const auto found, rows_by_import(database, context.segment_paths(snapshot)));
  if (found != told)
    return failure(msg("store.segments_differ", {{"found", shown(found)}, {"told", shown(told)}}), msg("store.segments_differ.hint"));
  return Done{};
}

std::optional<Failure> broken_segment(const StoreContext& context, const Snapshot& snapshot) {
  auto database = Database::open({});
  for (const Segment& segment : snapshot.segments) {
    const std::string path = context.segment_path(segment.file);
    const auto hint = msg("store.broken_segment.hint", {{"import", std::to_string(segment.import)}});
    if (!context.files.exists(path)) return failure(msg("store.segment_missing", {{"path", path}}), hint);
    if (!database.ok()) continue;
    const auto read = database->query("SELECT bit_xor(hash(segment)) FROM " + sql_parquet({path}) + " AS segment");
    if (!read.ok() && read.failure().what.code != "interrupted") return failure(msg("store.segment_unreadable", {{"path", path}}), hint);
    const auto rows = rows_by_import(*database, {path});
    const std::map<std::int64_t, std::int64_t> told = {{segment.import, static_cast<std::int64_t>(segment.rows)}};
    if (rows.ok() && *rows != told)
      return failure(msg("store.segment_other", {{"path", path}, {"found", shown(*rows)}, {"told", shown(told)}}), hint);
  }
  return std::nullopt;
}

}  // namespace parcours
