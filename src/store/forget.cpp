// Erasing a person: the segments that hold him are written anew without him, and one transaction puts them in place of the old ones, deletes
// his links and remembers keyed digests that keep him out. Then what was deleted is scrubbed from the disk, and the proof is made.
#include <algorithm>
#include <filesystem>

#include "sql/database.h"
#include "store/context.h"
#include "store/proof.h"
#include "store/segment_columns.h"

namespace parcours {
namespace {

constexpr const char* kNamesGone = "list_has_any(json_extract_string(identities, '$.*'), (SELECT list(identity) FROM gone))";

// A segment to be replaced; `by.rows` is 0 when nobody else is in it.
struct Replacement {
  Segment old, by;
};

class Eraser {
 public:
  Eraser(StoreContext& context, Database database, const AsideFolder& aside) : context_(context), database_(std::move(database)), aside_(aside) {}

  Outcome gather(const std::vector<std::string>& identities) {
    PARCOURS_CHECK(database_.execute("CREATE TABLE gone (identity VARCHAR)"));
    for (const std::string& identity : identities) PARCOURS_CHECK(database_.execute("INSERT INTO gone VALUES ($1)", {identity}));
    return Done{};
  }

  // Writes the segment anew when it holds the person.
  Outcome rewrite(const Segment& segment) {
    const std::string from = sql_parquet({context_.segment_path(segment.file)});
    PARCOURS_TRY(
        const SqlTable counts,
        database_.query(std::string("SELECT count(*) FILTER (is_his), count(*) FROM (SELECT customer IN (SELECT identity FROM gone) AS is_his, "
                                    "identities IS NOT NULL AND ") +
                        kNamesGone + " AS names_him FROM " + from + ") WHERE is_his OR names_him"));
    const auto his = static_cast<std::uint64_t>(counts.columns[0].integers[0]);
    if (counts.columns[1].integers[0] == 0) return Done{};
    events_ += his;
    Replacement replacement{segment, {0, segment.import, "", segment.rows - his}};
    if (replacement.by.rows > 0) PARCOURS_CHECK(write(from, replacement.by));
    replacements_.push_back(replacement);
    return Done{};
  }

  // The new segments to events/, not yet counting.
  Outcome publish() {
    PARCOURS_TRY(SqliteTransaction transaction, context_.catalogue.begin_write());
    for (const Replacement& replacement : replacements_)
      if (replacement.by.rows > 0) PARCOURS_CHECK(context_.catalogue.add_leftover(replacement.by.file));
    PARCOURS_CHECK(transaction.commit());
    for (const Replacement& replacement : replacements_)
      if (replacement.by.rows > 0)
        PARCOURS_CHECK(publish_file(join_path(aside_.path(), replacement.by.file), context_.segment_path(replacement.by.file)));
    return Done{};
  }

  Outcome record(const std::vector<std::string>& identities, const std::string& key) {
    Catalogue& catalogue = context_.catalogue;
    PARCOURS_TRY(SqliteTransaction transaction, catalogue.begin_write());
    for (const Replacement& replacement : replacements_) {
      PARCOURS_CHECK(catalogue.remove_segment(replacement.old.number));
      PARCOURS_CHECK(catalogue.add_leftover(replacement.old.file));
      if (replacement.by.rows == 0) continue;
      PARCOURS_CHECK(catalogue.add_segment(replacement.by));
      PARCOURS_CHECK(catalogue.drop_leftover(replacement.by.file));
    }
    for (const std::string& identity : identities) {
      PARCOURS_CHECK(catalogue.erase_links_of(identity));
      PARCOURS_CHECK(catalogue.add_erasure(digest(identity, key), context_.clock.now()));
      if (identity.size() >= 6) PARCOURS_CHECK(catalogue.redact(identity, "…"));
    }
    PARCOURS_CHECK(catalogue.mark_scrub(true));
    PARCOURS_CHECK(catalogue.mark_changed());
    return transaction.commit();
  }

  std::uint64_t events() const { return events_; }

 private:
  Outcome write(const std::string& from, Segment& by) {
    if (next_number_ == 0) { PARCOURS_TRY(next_number_, context_.catalogue.next_segment()); }
    by.number = next_number_++;
    by.file = segment_file(by.number);
    // Another person's row that names him in a link column keeps all but its link columns.
    return database_.write_parquet(std::string("SELECT * REPLACE (CASE WHEN identities IS NOT NULL AND ") + kNamesGone +
                                       " THEN NULL ELSE identities END AS identities) FROM " + from +
                                       " WHERE customer NOT IN (SELECT identity FROM gone) ORDER BY " + kSegmentOrder,
                                   join_path(aside_.path(), by.file));
  }

  StoreContext& context_;
  Database database_;
  const AsideFolder& aside_;
  std::vector<Replacement> replacements_;
  std::int64_t next_number_ = 0;
  std::uint64_t events_ = 0;
};

// Everything derived may hold the person; it is made again when asked for.
Outcome drop_cache(StoreContext& context, const std::string& folder) {
  for (const std::string& name : context.files.list(folder)) {
    const std::string path = join_path(folder, name);
    if (context.files.is_folder(path) && !std::filesystem::is_symlink(path)) PARCOURS_CHECK(drop_cache(context, path));
    else PARCOURS_CHECK(context.files.remove(path));
  }
  return Done{};
}

bool names_any(const std::vector<StoredLink>& links, const std::string& identity) {
  return std::any_of(links.begin(), links.end(), [&](const StoredLink& link) { return link.left == identity || link.right == identity; });
}

Result<std::string> key_of_erasures(StoreContext& context) {
  PARCOURS_TRY(const std::set<std::string> erasures, context.catalogue.erasures());
  PARCOURS_TRY(const std::string key, read_erasure_key(context.folder));
  if (!key.empty()) return key;
  if (!erasures.empty()) return failure(msg("store.key_missing", {{"path", context.folder.erasure_key()}}), msg("store.key_missing.hint"));
  return make_erasure_key(context.folder);
}

}  // namespace

Result<Store::Erased> forget_person(StoreContext& context, const std::string& identity) {
  PARCOURS_TRY(const FileLock only_writer, FileLock::wait(context.folder.writer_lock()));
  PARCOURS_TRY(const std::vector<StoredLink> links, context.catalogue.links());
  const std::vector<std::string> identities = People(links, context.join_rules()).identities_of(identity);
  PARCOURS_TRY(const std::string key, key_of_erasures(context));
  PARCOURS_TRY(const AsideFolder aside, AsideFolder::make(context.folder));
  PARCOURS_TRY(Database database, Database::open({.memory_limit_bytes = 1'500'000'000, .temp_folder = aside.path()}));
  Eraser eraser(context, std::move(database), aside);
  PARCOURS_CHECK(eraser.gather(identities));
  PARCOURS_TRY(const Snapshot snapshot, context.catalogue.snapshot());
  for (const Segment& segment : snapshot.segments) PARCOURS_CHECK(eraser.rewrite(segment));
  if (eraser.events() == 0 && !names_any(links, identity))
    return misuse(msg("store.unknown_identity", {{"identity", identity}}), msg("store.unknown_identity.hint"));
  Outcome recorded = eraser.publish();
  if (recorded.ok()) recorded = eraser.record(identities, key);
  PARCOURS_CHECK(remove_leftovers(context));  // the old segments, or after a failure the new ones
  PARCOURS_CHECK(recorded);
  PARCOURS_CHECK(drop_cache(context, context.folder.cache()));
  PARCOURS_CHECK(context.catalogue.scrub());
  PARCOURS_TRY(std::vector<std::string> mentions, mentions_of(context, identities));
  return Store::Erased{identities.size(), eraser.events(), std::move(mentions)};
}

}  // namespace parcours
