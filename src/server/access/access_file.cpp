#include "server/access/access_file.h"

#include <sys/stat.h>

#include "base/disk.h"

namespace parcours {
namespace {

constexpr std::int64_t kFileVersion = 1;
constexpr char kTables[] = R"(
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS accounts(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, password TEXT NOT NULL, administrator INTEGER NOT NULL,
  disabled INTEGER NOT NULL, made INTEGER NOT NULL, last_in INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS roles(
  account INTEGER NOT NULL REFERENCES accounts(id), workspace TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY(account, workspace)) STRICT;
CREATE TABLE IF NOT EXISTS sessions(
  token TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES accounts(id), made INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS password_links(
  token TEXT PRIMARY KEY, account INTEGER NOT NULL REFERENCES accounts(id), made INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS audit(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, workspace TEXT NOT NULL, what TEXT NOT NULL,
  about TEXT NOT NULL, address TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER IF NOT EXISTS audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
PRAGMA user_version = 1;
COMMIT;
)";

// SQLite would make it for everyone to read.
Outcome make_private_file(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
  if (file.fd < 0 || ::fchmod(file.fd, 0600) != 0) return cannot("files.cannot_write", path, errno);
  return Done{};
}

Result<Sqlite> opened(const std::string& path) {
  PARCOURS_TRY(Sqlite file, Sqlite::open(path));
  PARCOURS_CHECK(file.run("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"));
  PARCOURS_TRY(const std::int64_t version, file.integer("PRAGMA user_version"));
  if (version > kFileVersion) return failure(msg("access.later_version"));
  PARCOURS_CHECK(file.run(kTables));
  return file;
}

}  // namespace

Result<Sqlite> open_access_file(const std::string& path) {
  PARCOURS_CHECK(make_private_file(path));
  auto file = opened(path);
  if (file.ok()) return file;
  return failure(msg("access.file_unusable", {{"path", path}, {"reason", nested(file.failure().what.message)}}), msg("access.file_unusable.hint"));
}

}  // namespace parcours
