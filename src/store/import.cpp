// An import: rows into a table, the table into a segment aside, the segment into events/, its name into the catalogue. The last step is
// one transaction; until then nothing counts, and what is left of a killed import is swept at the next opening.
#include <algorithm>
#include <future>
#include <unordered_map>
#include <unordered_set>

#include "store/context.h"
#include "store/staging.h"

namespace parcours {
namespace {

Failure stopped() {
  Failure failed = failure(msg("store.stopped"));
  failed.what.code = "interrupted";
  return failed;
}

// While a batch goes into the table, the next one is read.
Outcome gather(Staging& staging, ImportSource& source, const Database::KeepGoing& keep_going) {
  std::future<Outcome> adding;
  for (;;) {
    Result<std::optional<EventBatch>> batch = source.next();
    if (adding.valid()) PARCOURS_CHECK(adding.get());
    if (!batch.ok()) return batch.failure();
    if (!keep_going()) return stopped();
    if (!*batch) return Done{};
    adding = std::async(std::launch::async, [&staging, rows = std::move(**batch)] { return staging.add(rows); });
  }
}

Result<std::uint64_t> leave_out_erased(StoreContext& context, Staging& staging) {
  PARCOURS_TRY(const std::set<std::string> erasures, context.catalogue.erasures());
  PARCOURS_TRY(const std::string key, read_erasure_key(context.folder));
  if (!erasures.empty() && key.empty())
    return failure(msg("store.key_missing", {{"path", context.folder.erasure_key()}}), msg("store.key_missing.hint"));
  return staging.leave_out(erasures, key);
}

// What to tell of the import, once the rows that do not count are gone from `staging`.
Result<ImportSummary> settle(StoreContext& context, Staging& staging, const ImportSource& source) {
  PARCOURS_TRY(const std::uint64_t erased, leave_out_erased(context, staging));
  PARCOURS_CHECK(staging.drop_repeated(source.keeps_duplicates()));
  PARCOURS_TRY(const Snapshot snapshot, context.catalogue.snapshot());
  PARCOURS_TRY(const bool mixes, staging.mixes_times_with_order(context.segment_paths(snapshot)));
  if (mixes) return misuse(msg("store.mixed_times", {{"file", source.name()}}), msg("store.mixed_times.hint"));
  PARCOURS_CHECK(staging.drop_known(context.segment_paths(snapshot)));
  PARCOURS_TRY(ImportSummary summary, staging.summary());
  summary.rows = source.rows();
  summary.rejected = source.rejects().size();
  summary.erased = erased;
  summary.duplicates = staging.rows() - erased - summary.imported;
  return summary;
}

// What a file of the same name brought when its columns were read otherwise: its rows may be there a second time now.
Result<std::int64_t> read_otherwise(StoreContext& context, const ImportRecord& record) {
  PARCOURS_TRY(const std::vector<ImportRecord> imports, context.catalogue.imports());
  const ImportSummary& now = record.summary;
  const auto shares_days = [&](const ImportSummary& then) { return then.imported > 0 && then.first <= now.last && now.first <= then.last; };
  std::int64_t last = 0;
  for (const ImportRecord& then : imports)
    if (then.name == record.name && then.mapping != record.mapping && shares_days(then.summary)) last = std::max(last, then.id);
  return now.imported > 0 ? last : 0;
}

// The segment in its place, listed as a leftover until it counts.
Result<Segment> place_segment(StoreContext& context, Staging& staging, const AsideFolder& aside, const ImportRecord& record,
                              std::int64_t first_arrival) {
  Segment segment{0, record.id, "", record.summary.imported};
  PARCOURS_TRY(segment.number, context.catalogue.next_segment());
  segment.file = segment_file(segment.number);
  const std::string made = join_path(aside.path(), segment.file);
  PARCOURS_CHECK(staging.write_segment(made, record.id, first_arrival));
  PARCOURS_CHECK(context.catalogue.add_leftover(segment.file));
  PARCOURS_CHECK(publish_file(made, context.segment_path(segment.file)));
  return segment;
}

Result<std::uint64_t> add_links(StoreContext& context, Staging& staging, const ImportRecord& record) {
  std::uint64_t added = 0;
  PARCOURS_CHECK(staging.links([&](const std::string& customer, const std::string& value) -> Outcome {
    PARCOURS_TRY(const bool is_new, context.catalogue.add_import_link(customer, value, record.id, record.at));
    added += is_new;
    return Done{};
  }));
  return added;
}

// Gives false, and changes nothing, when the import brings nothing.
Result<bool> record_import(StoreContext& context, Staging& staging, const ImportRecord& record, const std::optional<Segment>& segment,
                           std::int64_t next_arrival) {
  Catalogue& catalogue = context.catalogue;
  PARCOURS_TRY(SqliteTransaction transaction, catalogue.begin_write());
  PARCOURS_CHECK(catalogue.add_import(record));
  PARCOURS_TRY(const std::uint64_t links, add_links(context, staging, record));
  if (!segment && links == 0) return false;
  if (segment) {
    PARCOURS_CHECK(catalogue.add_segment(*segment));
    PARCOURS_CHECK(catalogue.drop_leftover(segment->file));
    PARCOURS_CHECK(catalogue.set_next_arrival(next_arrival));
  }
  PARCOURS_CHECK(catalogue.mark_changed());
  PARCOURS_CHECK(transaction.commit());
  return true;
}

using Links = std::vector<StoredLink>;

// Of the links there were, those that joined and no longer do, now that others name the same values.
void count_undone(const Links& before, const Links& after, const JoinRules& rules, const People& people, ImportSummary& summary) {
  if (before.size() == after.size()) return;
  std::unordered_map<std::int64_t, LinkState> states;
  for (std::size_t at = 0; at < after.size(); ++at) states[after[at].id] = people.states()[at];
  const People earlier(before, rules);
  std::unordered_set<std::string> values;  // only counted
  for (std::size_t at = 0; at < before.size(); ++at) {
    if (earlier.states()[at] != LinkState::joins || states[before[at].id] != LinkState::over_limit) continue;
    ++summary.links_undone;
    values.insert(before[at].right);
  }
  summary.values_over_limit = values.size();
}

Outcome say_who_came(StoreContext& context, Staging& staging, const Links& before, ImportSummary& summary) {
  PARCOURS_TRY(const Links links, context.catalogue.links());
  PARCOURS_TRY(const std::vector<std::string> identities, staging.identities());
  const People people(links, context.join_rules());
  std::unordered_set<std::string> customers;  // only counted
  for (const std::string& identity : identities) customers.insert(people.customer_of(identity));
  summary.customers = customers.size();
  count_undone(before, links, context.join_rules(), people, summary);
  return Done{};
}

Result<ImportSummary> store_rows(StoreContext& context, Staging& staging, const AsideFolder& aside, ImportRecord& record) {
  PARCOURS_TRY(record.id, context.catalogue.next_import());
  PARCOURS_TRY(const std::int64_t first_arrival, context.catalogue.next_arrival());
  PARCOURS_TRY(const Links links_before, context.catalogue.links());
  PARCOURS_TRY(record.summary.read_otherwise, read_otherwise(context, record));
  std::optional<Segment> segment;
  if (record.summary.imported > 0) { PARCOURS_TRY(segment, place_segment(context, staging, aside, record, first_arrival)); }
  record.summary.id = record.id;
  const Result<bool> recorded = record_import(context, staging, record, segment, first_arrival + static_cast<std::int64_t>(staging.rows()));
  if (!recorded.ok()) {
    (void)remove_leftovers(context);  // when even that fails, the next opening does it
    return recorded.failure();
  }
  if (!*recorded) record.summary.id = 0;
  PARCOURS_CHECK(say_who_came(context, staging, links_before, record.summary));
  return record.summary;
}

}  // namespace

Result<ImportSummary> import_events(StoreContext& context, ImportSource& source, const std::string& mapping, const Store::Progress& progress) {
  const Database::KeepGoing keep_going = [&] { return !progress || progress(source); };
  PARCOURS_TRY(const AsideFolder aside, AsideFolder::make(context.folder));
  PARCOURS_TRY(Staging staging, Staging::open(aside.path(), keep_going));
  PARCOURS_CHECK(gather(staging, source, keep_going));
  // From here on no other import may come between what is compared and what is written.
  PARCOURS_TRY(const FileLock only_writer, FileLock::wait(context.folder.writer_lock(), keep_going));
  ImportRecord record{0, source.name(), source.format(), context.clock.now(), {}, source.synthetic(), mapping};
  PARCOURS_TRY(record.summary, settle(context, staging, source));
  return store_rows(context, staging, aside, record);
}

Outcome remove_import(StoreContext& context, std::int64_t id) {
  PARCOURS_TRY(const FileLock only_writer, FileLock::wait(context.folder.writer_lock()));
  PARCOURS_TRY(const std::vector<ImportRecord> imports, context.catalogue.imports());
  if (std::none_of(imports.begin(), imports.end(), [id](const ImportRecord& record) { return record.id == id; }))
    return misuse(msg("store.unknown_import", {{"id", std::to_string(id)}}), msg("store.unknown_import.hint"));
  PARCOURS_TRY(const Snapshot snapshot, context.catalogue.snapshot());
  PARCOURS_TRY(SqliteTransaction transaction, context.catalogue.begin_write());
  for (const Segment& segment : snapshot.segments)
    if (segment.import == id) PARCOURS_CHECK(context.catalogue.add_leftover(segment.file));
  PARCOURS_CHECK(context.catalogue.remove_import(id));
  PARCOURS_CHECK(context.catalogue.mark_changed());
  PARCOURS_CHECK(transaction.commit());
  return remove_leftovers(context);
}

}  // namespace parcours
