#include "server/access/sessions.h"

#include "base/secret.h"

namespace parcours {
namespace {

constexpr TimeMs kUseNotedMs = 60'000;  // a use is written down no more often

Result<std::optional<std::int64_t>> first_integer(SqliteStatement& statement) {
  PARCOURS_TRY(const bool there, statement.step());
  return there ? std::optional<std::int64_t>(statement.integer(0)) : std::nullopt;
}

}  // namespace

Result<std::string> Sessions::begin(std::int64_t account) {
  const TimeMs now = clock_.now();
  const std::string token = random_long_token();
  PARCOURS_TRY(SqliteTransaction transaction, SqliteTransaction::begin_write(file_));
  PARCOURS_TRY(SqliteStatement clear, file_.prepare("DELETE FROM sessions WHERE seen <= ?1 OR made <= ?2"));
  PARCOURS_CHECK(clear.bind(std::int64_t{now - kIdleMs}, std::int64_t{now - kWholeMs}).run());
  PARCOURS_TRY(SqliteStatement insert, file_.prepare("INSERT INTO sessions(token, account, made, seen) VALUES(?1, ?2, ?3, ?3)"));
  PARCOURS_CHECK(insert.bind(std::string_view(digest_of_token(token)), account, std::int64_t{now}).run());
  PARCOURS_CHECK(transaction.commit());
  return token;
}

Result<std::optional<std::int64_t>> Sessions::account_of(std::string_view token, bool in_use) {
  const TimeMs now = clock_.now();
  const std::string digest = digest_of_token(token);
  PARCOURS_TRY(SqliteStatement row, file_.prepare("SELECT account, seen FROM sessions WHERE token = ?1 AND seen > ?2 AND made > ?3"));
  row.bind(std::string_view(digest), std::int64_t{now - kIdleMs}, std::int64_t{now - kWholeMs});
  PARCOURS_TRY(const auto account, first_integer(row));
  if (account && in_use && now - row.integer(1) >= kUseNotedMs) {
    PARCOURS_TRY(SqliteStatement update, file_.prepare("UPDATE sessions SET seen = ?2 WHERE token = ?1"));
    PARCOURS_CHECK(update.bind(std::string_view(digest), std::int64_t{now}).run());
  }
  return account;
}

Outcome Sessions::end(std::string_view token) {
  PARCOURS_TRY(SqliteStatement remove, file_.prepare("DELETE FROM sessions WHERE token = ?1"));
  return remove.bind(std::string_view(digest_of_token(token))).run();
}

Outcome Sessions::end_others(std::int64_t account, std::string_view but_token) {
  PARCOURS_TRY(SqliteStatement remove, file_.prepare("DELETE FROM sessions WHERE account = ?1 AND token <> ?2"));
  return remove.bind(account, std::string_view(digest_of_token(but_token))).run();
}

Result<std::string> Sessions::make_password_link(std::int64_t account) {
  const std::string token = random_long_token();
  PARCOURS_TRY(SqliteTransaction transaction, SqliteTransaction::begin_write(file_));
  PARCOURS_CHECK(use_up_link(account));
  PARCOURS_TRY(SqliteStatement insert, file_.prepare("INSERT INTO password_links(token, account, made) VALUES(?1, ?2, ?3)"));
  PARCOURS_CHECK(insert.bind(std::string_view(digest_of_token(token)), account, std::int64_t{clock_.now()}).run());
  PARCOURS_CHECK(transaction.commit());
  return token;
}

Result<std::optional<std::int64_t>> Sessions::account_of_link(std::string_view token) {
  PARCOURS_TRY(SqliteStatement row, file_.prepare("SELECT account FROM password_links WHERE token = ?1 AND made > ?2"));
  row.bind(std::string_view(digest_of_token(token)), std::int64_t{clock_.now() - kLinkMs});
  return first_integer(row);
}

Outcome Sessions::use_up_link(std::int64_t account) {
  PARCOURS_TRY(SqliteStatement remove, file_.prepare("DELETE FROM password_links WHERE account = ?1"));
  return remove.bind(account).run();
}

}  // namespace parcours
