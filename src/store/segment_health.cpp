#include "store/segment_health.h"

#include "sql/database.h"

namespace parcours {

std::optional<Failure> broken_segment(const StoreContext& context, const Snapshot& snapshot) {
  auto database = Database::open({});
  for (const Segment& segment : snapshot.segments) {
    const std::string path = context.segment_path(segment.file);
    const auto hint = msg("store.broken_segment.hint", {{"import", std::to_string(segment.import)}});
    if (!context.files.exists(path)) return failure(msg("store.segment_missing", {{"path", path}}), hint);
    if (!database.ok()) continue;
    const auto read = database->query("SELECT bit_xor(hash(segment)) FROM " + sql_parquet({path}) + " AS segment");
    if (!read.ok() && read.failure().what.code != "interrupted") return failure(msg("store.segment_unreadable", {{"path", path}}), hint);
  }
  return std::nullopt;
}

}  // namespace parcours
