#include "store/sqlite.h"

#include <cerrno>
#include <filesystem>

#include <sqlite3.h>

namespace parcours {
namespace {

constexpr int kBusyMs = 10'000;

Failure disk_failure(const std::string& reason) {
  Failure failed = failure(msg("store.disk", {{"reason", reason}}), msg("store.disk.hint"));
  failed.what.code = "disk";
  return failed;
}

Failure sqlite_failure(sqlite3* database) {
  const std::string reason = database ? sqlite3_errmsg(database) : "no memory";
  if (database && sqlite3_system_errno(database) == ENOSPC) return disk_failure(reason);
  switch (database ? sqlite3_errcode(database) : SQLITE_NOMEM) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return failure(msg("store.catalogue_busy"), msg("store.catalogue_busy.hint"));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return failure(msg("store.catalogue_damaged", {{"reason", reason}}), msg("store.catalogue_damaged.hint"));
    case SQLITE_FULL:
    case SQLITE_IOERR: return disk_failure(reason);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return failure(msg("store.catalogue_readonly", {{"reason", reason}}), msg("store.catalogue_readonly.hint"));
    default: return failure(msg("store.catalogue_failed", {{"reason", reason}}));
  }
}

}  // namespace

bool is_of_the_disk(const Failure& failure) { return failure.what.code == "disk"; }

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqliteStatement::SqliteStatement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

Result<bool> SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return sqlite_failure(database_);
}

Outcome SqliteStatement::run() {
  PARCOURS_CHECK(step());
  return Done{};
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string SqliteStatement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))) : std::string();
}

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
bool SqliteStatement::is_text(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT; }
int SqliteStatement::columns() const { return sqlite3_column_count(statement_.get()); }

void SqliteStatement::reset() { sqlite3_reset(statement_.get()); }
void SqliteStatement::bind_one(int at, std::int64_t value) { sqlite3_bind_int64(statement_.get(), at, value); }
void SqliteStatement::bind_one(int at, std::string_view value) {
  sqlite3_bind_text(statement_.get(), at, value.data() ? value.data() : "", static_cast<int>(value.size()), SQLITE_TRANSIENT);
}
void SqliteStatement::bind_one(int at, const std::optional<std::int64_t>& value) {
  if (value) sqlite3_bind_int64(statement_.get(), at, *value);
  else sqlite3_bind_null(statement_.get(), at);
}

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Sqlite> Sqlite::open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Sqlite database(handle);
  if (code != SQLITE_OK) return sqlite_failure(handle);
  sqlite3_busy_timeout(handle, kBusyMs);
  return database;
}

Result<Sqlite> Sqlite::open_read_only(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  // Nobody at work: no log beside it, and none can be made. A log means a writer, whose shared memory is there as well.
  std::error_code none;
  const bool at_rest = !std::filesystem::exists(path + "-wal", none) || std::filesystem::file_size(path + "-wal", none) == 0;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2((uri + (at_rest ? "?immutable=1" : "?mode=ro")).c_str(), &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
  Sqlite database(handle);
  if (code != SQLITE_OK) return sqlite_failure(handle);
  sqlite3_busy_timeout(handle, kBusyMs);
  return database;
}

Outcome Sqlite::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return sqlite_failure(database_.get());
  return Done{};
}

Result<SqliteStatement> Sqlite::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) return sqlite_failure(database_.get());
  return SqliteStatement(database_.get(), statement);
}

Result<std::int64_t> Sqlite::integer(const std::string& sql) {
  PARCOURS_TRY(SqliteStatement statement, prepare(sql));
  PARCOURS_TRY(const bool row, statement.step());
  return row ? statement.integer(0) : std::int64_t{0};
}

std::int64_t Sqlite::changes() const { return sqlite3_changes64(database_.get()); }

Result<SqliteTransaction> SqliteTransaction::begin_write(Sqlite& database) {
  PARCOURS_CHECK(database.run("BEGIN IMMEDIATE"));
  return SqliteTransaction(&database);
}

Result<SqliteTransaction> SqliteTransaction::begin_read(Sqlite& database) {
  PARCOURS_CHECK(database.run("BEGIN"));
  return SqliteTransaction(&database);
}

SqliteTransaction::SqliteTransaction(SqliteTransaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

SqliteTransaction::~SqliteTransaction() {
  if (database_) (void)database_->run("ROLLBACK");
}

Outcome SqliteTransaction::commit() {
  PARCOURS_CHECK(database_->run("COMMIT"));
  database_ = nullptr;
  return Done{};
}

}  // namespace parcours
