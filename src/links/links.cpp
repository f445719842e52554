#include "links/links.h"

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/json.h"
#include "base/letters.h"
#include "base/secret.h"
#include "links/rows.h"

namespace parcours {
namespace {

constexpr std::int64_t kSchemaVersion = 1;
constexpr char kSchema[] = R"(
CREATE TABLE links (id INTEGER PRIMARY KEY, map TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, token TEXT NOT NULL UNIQUE,
  passcode TEXT NOT NULL, figures INTEGER NOT NULL, teams TEXT NOT NULL, made INTEGER NOT NULL, until INTEGER NOT NULL, revoked INTEGER,
  failures INTEGER NOT NULL DEFAULT 0, next_try INTEGER NOT NULL DEFAULT 0);
CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT, link INTEGER NOT NULL REFERENCES links, key TEXT NOT NULL UNIQUE, team TEXT NOT NULL,
  minute INTEGER NOT NULL DEFAULT 0, changes INTEGER NOT NULL DEFAULT 0);
CREATE TABLE said (person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE, touchpoint TEXT NOT NULL, emotion INTEGER, friction TEXT NOT NULL,
  note TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (person, touchpoint)) WITHOUT ROWID;
PRAGMA user_version = 1;)";
constexpr char kColumns[] = "SELECT id, map, kind, name, passcode, figures, teams, made, until, revoked FROM links ";

constexpr std::int64_t kFreeTries = 3;
constexpr TimeMs kWaitMax = 300 * kSecond;

// The private file, made before SQLite would make it for everyone to read.
Outcome make_private(const std::string& path) {
  std::error_code error;
  std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  if (error) return failure(msg("links.not_private", {{"path", path}, {"reason", error.message()}}));
  return Done{};
}

Outcome prepare(Sqlite& database, const std::string& path) {
  PARCOURS_CHECK(database.run("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL;"));
  PARCOURS_TRY(const std::int64_t version, database.integer("PRAGMA user_version"));
  if (version == kSchemaVersion) return Done{};
  if (version > kSchemaVersion) return failure(msg("links.newer", {{"path", path}}));
  PARCOURS_CHECK(make_private(path));
  PARCOURS_TRY(SqliteTransaction all, SqliteTransaction::begin_write(database));
  PARCOURS_TRY(const std::int64_t by_now, database.integer("PRAGMA user_version"));
  if (by_now == 0) PARCOURS_CHECK(database.run(kSchema));
  return all.commit();
}

std::vector<std::string> texts_in(const std::string& json) {
  const Json list = Json::parse(json, nullptr, false);
  std::vector<std::string> texts;
  for (const Json& text : list)
    if (text.is_string()) texts.push_back(text.get<std::string>());
  return texts;
}

GuestLink link_in(const SqliteStatement& row) {
  GuestLink link;
  link.id = row.integer(0);
  link.map = row.text(1);
  link.kind = link_kind_of(row.text(2)).value_or(LinkKind::share);
  link.name = row.text(3);
  link.passcode = row.text(4);
  link.figures = row.integer(5) != 0;
  link.teams = texts_in(row.text(6));
  link.made = row.integer(7);
  link.until = row.integer(8);
  if (!row.is_null(9)) link.revoked = row.integer(9);
  return link;
}

Outcome refuse_bad_wish(const LinkWish& wish, TimeMs now) {
  const std::size_t passcode = characters_in(wish.passcode);
  if (passcode > 0 && (passcode < kPasscodeMin || passcode > kPasscodeMax))
    return misuse(msg("links.bad_passcode", {{"least", static_cast<std::int64_t>(kPasscodeMin)}, {"most", static_cast<std::int64_t>(kPasscodeMax)}}));
  if (wish.until <= now) return misuse(msg("links.past_end"), msg("links.past_end.hint"));
  if (wish.until - now > kLinkSpanMax) return misuse(msg("links.far_end"));
  if (characters_in(wish.name) > kLinkNameMax) return misuse(msg("links.long_name", {{"most", static_cast<std::int64_t>(kLinkNameMax)}}));
  const auto is_long = [](const std::string& team) { return characters_in(team) > kTeamMax; };
  if (wish.teams.size() > kTeamsMax || std::any_of(wish.teams.begin(), wish.teams.end(), is_long))
    return misuse(msg("links.bad_teams", {{"teams", static_cast<std::int64_t>(kTeamsMax)}, {"most", static_cast<std::int64_t>(kTeamMax)}}));
  return Done{};
}

constexpr std::string_view kFile = "links.sqlite";
std::string folder_of(const std::string& workspace_folder) { return join_path(workspace_folder, ".parcours"); }

std::string digest_of(const std::string& token) { return to_hex(digest(token)); }

}  // namespace

std::string_view code_of(LinkKind kind) { return kind == LinkKind::workshop ? "workshop" : "share"; }

std::optional<LinkKind> link_kind_of(std::string_view code) {
  if (code == "share") return LinkKind::share;
  if (code == "workshop") return LinkKind::workshop;
  return std::nullopt;
}

bool has_links(const std::string& workspace_folder, const Files& files) { return files.exists(join_path(folder_of(workspace_folder), kFile)); }

Result<GuestLinks> GuestLinks::open(const std::string& workspace_folder) {
  const std::string folder = folder_of(workspace_folder), path = join_path(folder, kFile);
  PARCOURS_CHECK(DiskFiles().make_folder(folder));
  PARCOURS_TRY(Sqlite database, Sqlite::open(path));
  PARCOURS_CHECK(prepare(database, path));
  return GuestLinks(std::move(database));
}

Result<NewGuestLink> GuestLinks::make(const LinkWish& wish, TimeMs now, const KeepPasscode& keep) {
  PARCOURS_CHECK(refuse_bad_wish(wish, now));
  PARCOURS_TRY(const std::string kept, wish.passcode.empty() ? Result<std::string>(std::string()) : keep(wish.passcode));
  const std::string token = random_token();
  PARCOURS_TRY(SqliteTransaction all, SqliteTransaction::begin_write(database_));
  PARCOURS_TRY(const auto every, of_map(wish.map));
  const auto open = std::count_if(every.begin(), every.end(), [&](const GuestLink& link) { return link.open(now); });
  if (static_cast<std::size_t>(open) >= kLinksMax) return misuse(msg("links.too_many", {{"most", static_cast<std::int64_t>(kLinksMax)}}));
  PARCOURS_CHECK(run_row(
      database_, "INSERT INTO links (map, kind, name, token, passcode, figures, teams, made, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      wish.map, code_of(wish.kind), wish.name, digest_of(token), kept, std::int64_t{wish.figures}, Json(wish.teams).dump(), now, wish.until));
  PARCOURS_TRY(const std::int64_t id, database_.integer("SELECT last_insert_rowid()"));
  PARCOURS_TRY(const auto made, of_map(wish.map, id));
  PARCOURS_CHECK(all.commit());
  return NewGuestLink{*made, token};
}

Result<std::vector<GuestLink>> GuestLinks::of_map(const std::string& map) {
  return rows_of(database_, std::string(kColumns) + "WHERE map = ?1 ORDER BY id DESC", link_in, map);
}

Result<std::optional<GuestLink>> GuestLinks::of_map(const std::string& map, std::int64_t id) {
  return row_of(database_, std::string(kColumns) + "WHERE map = ?1 AND id = ?2", link_in, map, id);
}

Result<std::string> GuestLinks::renew(const GuestLink& link) {
  const std::string token = random_token();
  PARCOURS_CHECK(run_row(database_, "UPDATE links SET token = ?2, failures = 0, next_try = 0 WHERE id = ?1", link.id, digest_of(token)));
  return token;
}

Outcome GuestLinks::revoke(const GuestLink& link, TimeMs now) {
  return run_row(database_, "UPDATE links SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL", link.id, now);
}

Result<std::optional<GuestLink>> GuestLinks::open_at(const std::string& token, TimeMs now) {
  if (!looks_like_token(token)) return std::optional<GuestLink>();
  PARCOURS_TRY(auto link, row_of(database_, std::string(kColumns) + "WHERE token = ?1", link_in, digest_of(token)));
  if (link && !link->open(now)) link.reset();
  return link;
}

// From the third wrong passcode in a row on the next try must wait, twice as long each time: guessing does not pay, whoever guesses.
Result<Entry> GuestLinks::enter(const GuestLink& link, const std::string& passcode, TimeMs now, const ComparePasscode& is) {
  struct Tries {
    std::int64_t failures = 0, next_try = 0;
  };
  PARCOURS_TRY(SqliteTransaction all, SqliteTransaction::begin_write(database_));
  const auto tries_in = [](const SqliteStatement& row) { return Tries{row.integer(0), row.integer(1)}; };
  PARCOURS_TRY(const auto known, row_of(database_, "SELECT failures, next_try FROM links WHERE id = ?1", tries_in, link.id));
  const Tries before = known.value_or(Tries{});
  if (now < before.next_try) return Entry{false, before.next_try - now};
  PARCOURS_TRY(const bool right, passcode.size() <= 4 * kPasscodeMax ? is(passcode, link.passcode) : Result<bool>(false));
  const std::int64_t failures = right ? 0 : before.failures + 1;
  const std::int64_t doublings = std::min<std::int64_t>(failures - kFreeTries + 1, 16);
  const TimeMs wait = failures < kFreeTries ? 0 : std::min(kWaitMax, kSecond << doublings);
  PARCOURS_CHECK(run_row(database_, "UPDATE links SET failures = ?2, next_try = ?3 WHERE id = ?1", link.id, failures, wait == 0 ? 0 : now + wait));
  PARCOURS_CHECK(all.commit());
  return Entry{right, 0};
}

std::string pass_of(const GuestLink& link, const std::string& token) {
  return link.passcode.empty() ? "" : to_hex(digest(token, to_hex(digest(link.passcode))));
}

}  // namespace parcours
