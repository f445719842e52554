// What administrators do: accounts made, changed, given a link to choose a password; the audit log.
#include "base/dates.h"
#include "base/number.h"
#include "server/access/access_call.h"
#include "server/handlers/session_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::int64_t kAuditPage = 100;

bool is_served(const AccessCall& call, const std::string& workspace) {
  for (const auto& served : call.workspaces)
    if (served->name() == workspace) return true;
  return false;
}

Failure bad_account(const char* key) { return misuse(msg("server.bad_value", {{"name", key}, {"value", ""}})); }

// {administrator, disabled, roles}: those that are said, into the account. A role "" takes it away; workspaces that are not served keep theirs.
Outcome read_account(const AccessCall& call, const Json& body, Account& account) {
  if (!body.is_object()) return bad_account("roles");
  for (const auto& [key, to] : {std::pair{"administrator", &account.administrator}, std::pair{"disabled", &account.disabled}}) {
    if (!body.contains(key)) continue;
    if (!body[key].is_boolean()) return bad_account(key);
    *to = body[key].get<bool>();
  }
  if (!body.contains("roles")) return Done{};
  if (!body["roles"].is_object()) return bad_account("roles");
  for (const auto& [workspace, json] : body["roles"].items()) {
    const std::string code = json.is_string() ? json.get<std::string>() : "?";
    const auto role = role_of(code);
    if (!is_served(call, workspace) || (!code.empty() && (!role || *role == Role::administrator))) return bad_account("roles");
    if (role) account.roles[workspace] = *role;
    else account.roles.erase(workspace);
  }
  return Done{};
}

std::string roles_text(const Account& account) {
  std::string text = account.administrator ? "administrator" : "";
  for (const auto& [workspace, role] : account.roles)
    if (!account.administrator) text += (text.empty() ? "" : ", ") + workspace + ": " + std::string(code_of(role));
  return account.name + " (" + (account.disabled ? "disabled" : text.empty() ? "none" : text) + ")";
}

Result<Json> list_json(AccessCall& call) {
  PARCOURS_TRY(const auto accounts, call.access->accounts().all());
  Json list = Json::array(), workspaces = Json::array();
  for (const Account& account : accounts) list.push_back(account_json(account));
  for (const auto& served : call.workspaces) {
    const auto opened = served->open();
    const bool named = opened.ok() && !(*opened)->settings().name.empty();
    workspaces.push_back({{"id", served->name()}, {"name", named ? (*opened)->settings().name.in(call.lang) : served->name()}});
  }
  return Json{{"version", 1}, {"accounts", std::move(list)}, {"workspaces", std::move(workspaces)}};
}

// The link stands behind # so that it is in no log on its way.
Json link_json(const Account& account, const std::string& token) {
  return {{"version", 1}, {"account", account_json(account)}, {"link", "/-/password#" + token}, {"days", Sessions::kLinkMs / 86'400'000}};
}

Result<std::optional<Account>> account_of(AccessCall& call) {
  const auto id = parse_number(call.steps.front());
  if (!id || *id < 1 || *id > 1e15) return std::optional<Account>();
  return call.access->accounts().with_id(static_cast<std::int64_t>(*id));
}

Response no_account(const AccessCall& call) {
  return error_reply(404, "no-such-account", msg("access.no_account", {{"id", call.steps.front()}}), call.lang);
}

Result<Json> made(AccessCall& call, const Json& body) {
  Account account;
  PARCOURS_TRY(account.name,
               account_name(body.is_object() && body.contains("name") && body["name"].is_string() ? body["name"].get<std::string>() : ""));
  PARCOURS_CHECK(read_account(call, body, account));
  account.made = call.access->now();
  PARCOURS_TRY(account.id, call.access->accounts().add(account, ""));
  PARCOURS_TRY(const std::string token, call.access->sessions().make_password_link(account.id));
  PARCOURS_CHECK(note(call, "account-made", roles_text(account)));
  return link_json(account, token);
}

// Nobody shuts himself out, so that there is always an administrator who can sign in.
Result<Json> changed(AccessCall& call, const Account& before, const Json& body) {
  Account account = before;
  PARCOURS_CHECK(read_account(call, body, account));
  if (account.id == call.visitor.account && (account.disabled || !account.administrator)) return misuse(msg("access.not_oneself"));
  PARCOURS_CHECK(call.access->accounts().change(account));
  PARCOURS_CHECK(note(call, "account-changed", roles_text(account)));
  return list_json(call);
}

Result<Json> linked(AccessCall& call, const Account& account) {
  if (account.disabled) return misuse(msg("access.disabled"));
  PARCOURS_TRY(const std::string token, call.access->sessions().make_password_link(account.id));
  PARCOURS_CHECK(note(call, "password-link", account.name));
  return link_json(account, token);
}

Result<Json> audit_json(AccessCall& call) {
  const auto before = parse_number(std::string(call.request.asked("before")));
  PARCOURS_TRY(auto lines,
               call.access->audit().latest(before && *before >= 1 && *before < 1e15 ? static_cast<std::int64_t>(*before) : 0, kAuditPage + 1));
  const bool more = static_cast<std::int64_t>(lines.size()) > kAuditPage;
  if (more) lines.pop_back();
  Json list = Json::array();
  for (const AuditLine& line : lines) list.push_back(to_json(line));
  return Json{{"version", 1}, {"lines", std::move(list)}, {"more", more}};
}

Response replied_json(const Result<Json>& json, Lang lang, int status = 200) {
  if (json.ok()) return json_reply(*json, status);
  Response refused = failure_reply(json.failure(), lang);
  if (refused.status == 400) refused.status = 422;
  return refused;
}

}  // namespace

Response get_accounts(AccessCall& call) { return replied_json(list_json(call), call.lang); }

Response post_accounts(AccessCall& call) {
  const auto body = json_body(call.request);
  return body.ok() ? replied_json(made(call, *body), call.lang, 201) : failure_reply(body.failure(), call.lang);
}

Response put_account(AccessCall& call) {
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto account = account_of(call);
  if (!account.ok()) return failure_reply(account.failure(), call.lang);
  return *account ? replied_json(changed(call, **account, *body), call.lang) : no_account(call);
}

Response post_account_link(AccessCall& call) {
  const auto account = account_of(call);
  if (!account.ok()) return failure_reply(account.failure(), call.lang);
  return *account ? replied_json(linked(call, **account), call.lang) : no_account(call);
}

Response get_audit(AccessCall& call) { return replied_json(audit_json(call), call.lang); }

}  // namespace parcours
