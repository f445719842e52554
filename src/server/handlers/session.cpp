// Signing in and out, the first administrator, one's own password.
#include "base/secret.h"
#include "server/access/access_call.h"
#include "server/handlers/session_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

Response wait_reply(TimeMs wait, Lang lang) {
  const std::int64_t seconds = (wait + 999) / 1000;
  Response response = error_reply(429, "wait", msg("access.wait", {{"seconds", seconds}}), lang);
  response.fields.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

// Signed in from here on: a fresh token, and what the studio wants to know.
Result<Response> signed_in(AccessCall& call, std::int64_t id) {
  PARCOURS_TRY(const std::string token, call.access->sessions().begin(id));
  PARCOURS_CHECK(call.access->accounts().note_sign_in(id));
  PARCOURS_TRY(const auto account, call.access->accounts().with_id(id));
  PARCOURS_CHECK(note(call, "signed-in", "", account->name));
  Response response = session_reply(call, {VisitorKind::account, account->name, rights_in(*account, ""), id, {}});
  response.fields.emplace_back("Set-Cookie", call.access->cookie(token));
  return response;
}

Response replied(Result<Response> response, Lang lang) { return response.ok() ? std::move(*response) : failure_reply(response.failure(), lang); }

Result<Response> sign_in(AccessCall& call, const std::string& name, const std::string& password) {
  Access& access = *call.access;
  if (const TimeMs wait = access.guessing().wait(name, call.request.address, access.now()); wait > 0) return wait_reply(wait, call.lang);
  PARCOURS_TRY(const auto account, access.accounts().named(name));
  PARCOURS_TRY(const std::string hash, account && !account->disabled ? access.accounts().password_of(account->id) : Result<std::string>(""));
  PARCOURS_TRY(const bool right, call.secrets.is(password, hash));
  if (right) {
    access.guessing().succeeded(name);
    return signed_in(call, account->id);
  }
  access.guessing().failed(name, call.request.address, access.now());
  PARCOURS_CHECK(note(call, "sign-in-failed", "", name));
  return error_reply(401, "wrong-password", msg("access.wrong"), call.lang);
}

Result<Response> set_up(AccessCall& call, const std::string& code, const std::string& typed_name, const std::string& password) {
  Access& access = *call.access;
  if (const TimeMs wait = access.guessing().wait("", call.request.address, access.now()); wait > 0) return wait_reply(wait, call.lang);
  if (access.setup_code().empty() || !is_same_secret(access.setup_code(), upper_code(code))) {
    access.guessing().failed("", call.request.address, access.now());
    PARCOURS_CHECK(note(call, "setup-failed"));
    return error_reply(401, "wrong-code", msg("access.wrong_code"), call.lang, msg("access.wrong_code.hint"));
  }
  PARCOURS_TRY(const std::string name, account_name(typed_name));
  PARCOURS_CHECK(check_password(password, name));
  PARCOURS_TRY(const std::string hash, call.secrets.keep(password));
  Account first;
  first.name = name;
  first.administrator = true;
  PARCOURS_TRY(const std::int64_t id, access.accounts().add(first, hash));
  access.forget_setup_code();
  PARCOURS_CHECK(note(call, "set-up", name, name));
  return signed_in(call, id);
}

Result<Response> change_password(AccessCall& call, const std::string& old, const std::string& password) {
  Access& access = *call.access;
  const std::string& name = call.visitor.name;
  if (const TimeMs wait = access.guessing().wait(name, call.request.address, access.now()); wait > 0) return wait_reply(wait, call.lang);
  PARCOURS_TRY(const std::string known, access.accounts().password_of(call.visitor.account));
  PARCOURS_TRY(const bool right, call.secrets.is(old, known));
  if (!right) {
    access.guessing().failed(name, call.request.address, access.now());
    PARCOURS_CHECK(note(call, "password-refused"));
    return error_reply(422, "wrong-password", msg("access.wrong_old"), call.lang);
  }
  PARCOURS_CHECK(check_password(password, name));
  PARCOURS_TRY(const std::string hash, call.secrets.keep(password));
  PARCOURS_CHECK(access.accounts().set_password(call.visitor.account, hash));
  PARCOURS_CHECK(access.sessions().end_others(call.visitor.account, access.token_of(call.request)));
  PARCOURS_CHECK(note(call, "password-changed"));
  return session_reply(call, call.visitor);
}

Result<Response> choose_password(AccessCall& call, const std::string& token, const std::string& password) {
  Access& access = *call.access;
  if (const TimeMs wait = access.guessing().wait("", call.request.address, access.now()); wait > 0) return wait_reply(wait, call.lang);
  PARCOURS_TRY(const auto id, access.sessions().account_of_link(token));
  if (!id) {
    access.guessing().failed("", call.request.address, access.now());
    return error_reply(401, "no-link", msg("access.no_link"), call.lang, msg("access.no_link.hint"));
  }
  PARCOURS_TRY(const auto account, access.accounts().with_id(*id));
  PARCOURS_CHECK(check_password(password, account->name));
  PARCOURS_TRY(const std::string hash, call.secrets.keep(password));
  PARCOURS_CHECK(access.accounts().set_password(*id, hash));
  PARCOURS_CHECK(access.sessions().use_up_link(*id));
  PARCOURS_CHECK(access.sessions().end_others(*id, ""));
  access.guessing().succeeded(account->name);
  PARCOURS_CHECK(note(call, "password-chosen", "", account->name));
  return signed_in(call, *id);
}

}  // namespace

Response get_session(AccessCall& call) { return session_reply(call, call.visitor); }

Response post_session(AccessCall& call) {
  const auto body = texts_of(call.request, {"name", "password"});
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto name = account_name(body->at("name"));
  if (!name.ok()) return failure_reply(name.failure(), call.lang);
  return replied(sign_in(call, *name, body->at("password")), call.lang);
}

Response delete_session(AccessCall& call) {
  const std::string token = call.access->token_of(call.request);
  if (call.visitor.kind == VisitorKind::account) {
    const auto ended = call.access->sessions().end(token);
    if (!ended.ok()) return failure_reply(ended.failure(), call.lang);
    if (const auto noted = note(call, "signed-out"); !noted.ok()) return failure_reply(noted.failure(), call.lang);
  }
  Response response = session_reply(call, Visitor{});
  response.fields.emplace_back("Set-Cookie", call.access->cookie(""));
  return response;
}

Response post_setup(AccessCall& call) {
  const auto body = texts_of(call.request, {"code", "name", "password"});
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  return replied(set_up(call, body->at("code"), body->at("name"), body->at("password")), call.lang);
}

Response post_password(AccessCall& call) {
  const auto body = texts_of(call.request, {"old", "password"});
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  return replied(change_password(call, body->at("old"), body->at("password")), call.lang);
}

Response post_password_link(AccessCall& call) {
  const auto body = texts_of(call.request, {"token", "password"});
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  return replied(choose_password(call, body->at("token"), body->at("password")), call.lang);
}

}  // namespace parcours
