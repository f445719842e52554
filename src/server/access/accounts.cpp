#include "server/access/accounts.h"

#include "base/letters.h"

namespace parcours {

Result<std::int64_t> Accounts::administrators() {
  return file_.integer("SELECT count(*) FROM accounts WHERE administrator AND NOT disabled AND password <> ''");
}

Result<std::vector<Account>> Accounts::read(const std::string& where, std::string_view value) {
  PARCOURS_TRY(SqliteStatement rows, file_.prepare("SELECT id, name, administrator, disabled, password <> '', made, last_in FROM accounts " + where +
                                                   " ORDER BY name_key"));
  PARCOURS_TRY(SqliteStatement roles, file_.prepare("SELECT workspace, role FROM roles WHERE account = ?1"));
  rows.bind(value);
  std::vector<Account> out;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return out;
    Account account{rows.integer(0), rows.text(1), rows.integer(2) != 0, rows.integer(3) != 0, rows.integer(4) != 0, {}, rows.integer(5), {}};
    if (!rows.is_null(6)) account.last_in = rows.integer(6);
    roles.bind(account.id);
    for (;;) {
      PARCOURS_TRY(const bool role, roles.step());
      if (!role) break;
      if (const auto known = role_of(roles.text(1))) account.roles[roles.text(0)] = *known;
    }
    out.push_back(std::move(account));
  }
}

Result<std::vector<Account>> Accounts::all() { return read("WHERE ?1 = ''", ""); }

Result<std::optional<Account>> Accounts::with_id(std::int64_t id) {
  PARCOURS_TRY(auto found, read("WHERE id = CAST(?1 AS INTEGER)", std::to_string(id)));
  return found.empty() ? std::optional<Account>() : std::optional<Account>(std::move(found.front()));
}

Result<std::optional<Account>> Accounts::named(std::string_view name) {
  PARCOURS_TRY(auto found, read("WHERE name_key = ?1", lower_case(name)));
  return found.empty() ? std::optional<Account>() : std::optional<Account>(std::move(found.front()));
}

Result<std::string> Accounts::password_of(std::int64_t id) {
  PARCOURS_TRY(SqliteStatement row, file_.prepare("SELECT password FROM accounts WHERE id = ?1"));
  row.bind(id);
  PARCOURS_TRY(const bool there, row.step());
  return there ? row.text(0) : std::string();
}

Result<std::int64_t> Accounts::add(const Account& account, const std::string& password_hash) {
  PARCOURS_TRY(SqliteTransaction transaction, SqliteTransaction::begin_write(file_));
  PARCOURS_TRY(const auto known, named(account.name));
  if (known) return misuse(msg("access.name_taken", {{"name", known->name}}));
  PARCOURS_TRY(SqliteStatement insert, file_.prepare("INSERT INTO accounts(name, name_key, password, administrator, disabled, made) "
                                                     "VALUES(?1, ?2, ?3, ?4, 0, ?5)"));
  PARCOURS_CHECK(insert
                     .bind(std::string_view(account.name), std::string_view(lower_case(account.name)), std::string_view(password_hash),
                           std::int64_t{account.administrator}, std::int64_t{clock_.now()})
                     .run());
  PARCOURS_TRY(const std::int64_t id, file_.integer("SELECT last_insert_rowid()"));
  Account made = account;
  made.id = id;
  PARCOURS_CHECK(write_roles(made));
  PARCOURS_CHECK(transaction.commit());
  return id;
}

Outcome Accounts::change(const Account& account) {
  PARCOURS_TRY(SqliteTransaction transaction, SqliteTransaction::begin_write(file_));
  PARCOURS_TRY(SqliteStatement update, file_.prepare("UPDATE accounts SET administrator = ?2, disabled = ?3 WHERE id = ?1"));
  PARCOURS_CHECK(update.bind(account.id, std::int64_t{account.administrator}, std::int64_t{account.disabled}).run());
  if (account.disabled)
    for (const char* table : {"sessions", "password_links"}) {
      PARCOURS_TRY(SqliteStatement end, file_.prepare(std::string("DELETE FROM ") + table + " WHERE account = ?1"));
      PARCOURS_CHECK(end.bind(account.id).run());
    }
  PARCOURS_CHECK(write_roles(account));
  return transaction.commit();
}

Outcome Accounts::write_roles(const Account& account) {
  PARCOURS_TRY(SqliteStatement forget, file_.prepare("DELETE FROM roles WHERE account = ?1"));
  PARCOURS_CHECK(forget.bind(account.id).run());
  PARCOURS_TRY(SqliteStatement insert, file_.prepare("INSERT INTO roles(account, workspace, role) VALUES(?1, ?2, ?3)"));
  if (!account.administrator)
    for (const auto& [workspace, role] : account.roles) PARCOURS_CHECK(insert.bind(account.id, std::string_view(workspace), code_of(role)).run());
  return Done{};
}

Outcome Accounts::set_password(std::int64_t id, const std::string& password_hash) {
  PARCOURS_TRY(SqliteStatement update, file_.prepare("UPDATE accounts SET password = ?2 WHERE id = ?1"));
  return update.bind(id, std::string_view(password_hash)).run();
}

Outcome Accounts::note_sign_in(std::int64_t id) {
  PARCOURS_TRY(SqliteStatement update, file_.prepare("UPDATE accounts SET last_in = ?2 WHERE id = ?1"));
  return update.bind(id, std::int64_t{clock_.now()}).run();
}

}  // namespace parcours
