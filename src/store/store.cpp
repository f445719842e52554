#include "store/store.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "store/context.h"
#include "store/segment_health.h"

namespace parcours {
namespace {

class DiskStore final : public Store {
 public:
  // out_of_room: the disk did not let the catalogue be opened for writing.
  DiskStore(StoreContext context, bool out_of_room) : context_(std::move(context)), out_of_room_(out_of_room) {}

  Result<ImportSummary> import(ImportSource& source, const std::string& mapping, const Progress& progress) override {
    if (out_of_room_) PARCOURS_CHECK(make_room());
    return blamed(import_events(context_, source, mapping, progress));
  }
  Result<std::vector<ImportRecord>> imports() override { return context_.catalogue.imports(); }
  Outcome remove_import(std::int64_t id) override {
    return with_room([&] { return parcours::remove_import(context_, id); });
  }

  Result<std::uint64_t> add_links(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& origin) override;
  Result<std::vector<Link>> links() override;
  Outcome unlink(std::int64_t id) override;

  Result<Erased> forget(const std::string& identity) override {
    return blamed(with_room([&] { return forget_person(context_, identity); }));
  }
  Result<std::vector<std::string>> identities_of(const std::string& identity) override;

  Result<Scan> scan(const ScanRequest& request) override;
  Result<bool> synthetic() override { return context_.catalogue.synthetic(); }
  Result<std::string> version() override;
  Result<std::vector<std::string>> segments() override;
  Result<std::string> events_view_sql() override;

  Outcome save_mapping(const std::string& columns, const std::string& mapping) override {
    if (out_of_room_) PARCOURS_CHECK(make_room());
    return context_.catalogue.save_mapping(columns, mapping, context_.clock.now());
  }
  Result<std::optional<std::string>> saved_mapping(const std::string& columns) override { return context_.catalogue.saved_mapping(columns); }

 private:
  struct Moment {
    Snapshot snapshot;
    const People* people;
  };
  // Segments and links of one moment.
  Result<Moment> moment();
  // The links resolved; those of `version`, when it is still that.
  Result<const People*> people(const std::string& version);
  std::string with_settings(const std::string& version) const;
  // A failure that comes from a segment names it.
  template <class T>
  Result<T> blamed(Result<T> result) {
    if (result.ok() || result.failure().kind == FailureKind::misuse || result.failure().what.code == "interrupted") return result;
    const auto snapshot = context_.catalogue.snapshot();
    const auto culprit = snapshot.ok() ? broken_segment(context_, *snapshot) : std::nullopt;
    return culprit ? Result<T>(*culprit) : result;
  }

  // Somebody may have made room since.
  void look_for_room() {
    auto catalogue = Catalogue::open(context_.folder);
    if (!catalogue.ok()) return;
    context_.catalogue = std::move(*catalogue);
    out_of_room_ = false;
  }
  // What is derived makes way, and the catalogue is opened again.
  Outcome make_room() {
    give_room(context_.folder);
    out_of_room_ = true;
    look_for_room();
    return out_of_room_ ? Outcome(failure(msg("store.no_room"), msg("store.no_room.hint"))) : Outcome(Done{});
  }
  // On a full disk, once more with the room that can be made.
  template <class Action>
  auto with_room(const Action& action) -> decltype(action()) {
    if (!out_of_room_) {
      auto done = action();
      if (done.ok() || !is_of_the_disk(done.failure())) return done;
    }
    PARCOURS_CHECK(make_room());
    return action();
  }

  StoreContext context_;
  bool out_of_room_;
  People people_;
  std::string people_version_;
};

Result<std::uint64_t> DiskStore::add_links(const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& origin) {
  if (out_of_room_) PARCOURS_CHECK(make_room());
  PARCOURS_TRY(const FileLock only_writer, FileLock::wait(context_.folder.writer_lock()));
  PARCOURS_TRY(const std::set<std::string> erasures, context_.catalogue.erasures());
  PARCOURS_TRY(const std::string key, read_erasure_key(context_.folder));
  if (!erasures.empty() && key.empty())
    return failure(msg("store.key_missing", {{"path", context_.folder.erasure_key()}}), msg("store.key_missing.hint"));
  const auto is_erased = [&](const std::string& identity) { return !erasures.empty() && erasures.contains(to_hex(digest(identity, key))); };
  PARCOURS_TRY(SqliteTransaction transaction, context_.catalogue.begin_write());
  std::uint64_t added = 0;
  for (const auto& [left, right] : pairs) {
    if (left.empty() || right.empty() || left == right || is_erased(left) || is_erased(right)) continue;
    PARCOURS_TRY(const bool is_new, context_.catalogue.add_link(left, right, origin, context_.clock.now()));
    added += is_new;
  }
  PARCOURS_CHECK(context_.catalogue.mark_changed());
  PARCOURS_CHECK(transaction.commit());
  return added;
}

Result<std::vector<Link>> DiskStore::links() {
  PARCOURS_TRY(const std::vector<StoredLink> stored, context_.catalogue.links());
  const People people(stored, context_.join_rules());
  std::vector<Link> links;
  for (std::size_t at = 0; at < stored.size(); ++at) {
    const LinkState state = people.states()[at];
    const char* blocked = state == LinkState::blocked_value ? "value" : state == LinkState::over_limit ? "limit" : "";
    links.push_back({stored[at].id, stored[at].left, stored[at].right, stored[at].origin, stored[at].at, blocked});
  }
  return links;
}

Outcome DiskStore::unlink(std::int64_t id) {
  if (out_of_room_) PARCOURS_CHECK(make_room());
  PARCOURS_TRY(const FileLock only_writer, FileLock::wait(context_.folder.writer_lock()));
  PARCOURS_TRY(SqliteTransaction transaction, context_.catalogue.begin_write());
  PARCOURS_TRY(const bool undone, context_.catalogue.undo_link(id, context_.clock.now()));
  if (!undone) return misuse(msg("store.unknown_link", {{"id", std::to_string(id)}}), msg("store.unknown_link.hint"));
  PARCOURS_CHECK(context_.catalogue.mark_changed());
  return transaction.commit();
}

Result<std::vector<std::string>> DiskStore::identities_of(const std::string& identity) {
  PARCOURS_TRY(const Moment moment, this->moment());
  return moment.people->identities_of(identity);
}

Result<const People*> DiskStore::people(const std::string& version) {
  if (people_version_ != version) {
    PARCOURS_TRY(const std::vector<StoredLink> links, context_.catalogue.links());
    people_ = People(links, context_.join_rules());
    people_version_ = version;
  }
  return &people_;
}

// What a scan gives depends on the join rules too.
std::string DiskStore::with_settings(const std::string& version) const {
  std::string rules = std::to_string(context_.settings.join_limit);
  for (const std::string& value : context_.settings.blocked_values) rules += '\n' + value;
  return version + "-" + to_hex(digest(rules)).substr(0, 8);
}

Result<std::string> DiskStore::version() {
  if (out_of_room_) look_for_room();
  PARCOURS_TRY(const Snapshot snapshot, context_.catalogue.snapshot());
  return with_settings(snapshot.version);
}

Result<std::vector<std::string>> DiskStore::segments() {
  PARCOURS_TRY(const Snapshot snapshot, context_.catalogue.snapshot());
  return context_.segment_paths(snapshot);
}

Result<DiskStore::Moment> DiskStore::moment() {
  for (;;) {
    PARCOURS_TRY(Snapshot snapshot, context_.catalogue.snapshot());
    snapshot.version = with_settings(snapshot.version);
    PARCOURS_TRY(const People* people, this->people(snapshot.version));
    PARCOURS_TRY(const std::string now, version());
    if (now == snapshot.version) return Moment{std::move(snapshot), people};
  }
}

Result<Scan> DiskStore::scan(const ScanRequest& request) {
  for (;;) {
    PARCOURS_TRY(const Moment moment, this->moment());
    Result<Scan> scan = scan_segments(context_, moment.snapshot, *moment.people, request);
    if (scan.ok()) return scan;
    PARCOURS_TRY(const std::string now, version());
    if (now == moment.snapshot.version) return blamed(std::move(scan));  // else a segment was replaced while it was read: once more
  }
}

Result<std::string> DiskStore::events_view_sql() {
  PARCOURS_TRY(const Moment moment, this->moment());
  return events_view(context_, moment.snapshot, *moment.people);
}

// An empty file is none: SQLite would fill it, and the segments would be forgotten.
bool has_catalogue(const StoreFolder& folder) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(folder.catalogue(), error);
  return !error && bytes > 0;
}

bool has_segments(const StoreFolder& folder, const Files& files) {
  const std::vector<std::string> names = files.list(folder.events());
  return std::any_of(names.begin(), names.end(), [](const std::string& name) { return name.starts_with("segment-") && name.ends_with(".parquet"); });
}

// A question needs no write: on a full disk the catalogue is read as it stands, until something is to be changed.
Result<Catalogue> open_catalogue(const StoreFolder& folder, bool& out_of_room) {
  auto catalogue = Catalogue::open(folder);
  if (catalogue.ok() || !is_of_the_disk(catalogue.failure()) || !has_catalogue(folder)) return catalogue;
  auto read = Catalogue::open_read_only(folder);
  if (!read.ok()) return catalogue;
  out_of_room = true;
  return read;
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const StoreSettings& settings, Files& files, Clock& clock) {
  const StoreFolder folder{settings.folder};
  const bool read_only = settings.read_only || !folder.is_writable();
  if (!read_only) {
    PARCOURS_CHECK(files.make_folder(folder.events()));
    PARCOURS_CHECK(files.make_folder(folder.hidden()));
  }
  if (!has_catalogue(folder) && has_segments(folder, files))
    return failure(msg("store.catalogue_missing", {{"path", folder.catalogue()}}),
                   msg("store.catalogue_missing.hint", {{"folder", folder.events()}}));
  bool out_of_room = false;
  PARCOURS_TRY(Catalogue catalogue, read_only ? Catalogue::open_read_only(folder) : open_catalogue(folder, out_of_room));
  StoreContext context{settings, folder, files, clock, std::move(catalogue)};
  if (!read_only && !out_of_room) {
    PARCOURS_CHECK(sweep(context));
    keep_room(folder);
  }
  return std::unique_ptr<Store>(std::make_unique<DiskStore>(std::move(context), out_of_room));
}

}  // namespace parcours
