// A workshop's contributor: his team, and what he says.
#include "server/handlers/guest.h"
#include "server/handlers/link_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

struct Speaker {
  Guest guest;
  Contributor contributor;
};

Response cannot_say(const Failure& failure, Lang lang) {
  if (failure.kind != FailureKind::misuse) return failure_reply(failure, lang);
  return error_reply(422, "cannot-say", failure.what.message, lang, failure.what.hint);
}

std::variant<Speaker, Response> speaker(const Call& call) {
  auto came = admitted(call, LinkKind::workshop);
  Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return std::get<Response>(std::move(came));
  auto known = Workshop(guest->links, guest->link).contributor(std::string(call.request.field("parcours-contributor")));
  if (!known.ok()) return failure_reply(known.failure(), call.lang);
  if (!*known) return error_reply(403, "not-joined", msg("server.link.not_joined"), call.lang);
  return Speaker{std::move(*guest), std::move(**known)};
}

Result<Json> said_of(Speaker& who) {
  PARCOURS_TRY(const auto all, Workshop(who.guest.links, who.guest.link).said_by(who.contributor));
  Json list = Json::array();
  for (const Said& said : all) list.push_back(said_json(said));
  return Json{{"version", 1}, {"team", who.contributor.team}, {"said", std::move(list)}};
}

std::string line_at(const Json& body, const char* key) {
  return body.contains(key) && body[key].is_string() ? one_line(body[key].get<std::string>()) : "";
}

Result<Said> asked_said(const Json& body) {
  const auto is_kind = [&](const char* key, auto fits) { return !body.contains(key) || body[key].is_null() || fits(body[key]); };
  const auto is_text = [](const Json& json) { return json.is_string(); };
  const bool whole = body.is_object() && body.contains("touchpoint") && body["touchpoint"].is_string() && is_kind("friction", is_text) &&
                     is_kind("note", is_text) && is_kind("emotion", [](const Json& json) { return json.is_number_integer(); });
  if (!whole) return misuse(msg("server.link.bad_said"));
  Said said{body["touchpoint"].get<std::string>(), {}, line_at(body, "friction"), line_at(body, "note")};
  if (body.contains("emotion") && !body["emotion"].is_null()) said.emotion = body["emotion"].get<std::int64_t>();
  return said;
}

Outcome write_views(const Call& call, Guest& guest, const std::string& team) {
  return write_workshop_views(guest.links, guest.map, team, call.workspace.doors().files, language_of_views(call, guest.map));
}

// The views of both teams follow.
Response moved(const Call& call, Speaker& who, const std::string& team) {
  Workshop workshop(who.guest.links, who.guest.link);
  const Contributor before = who.contributor;
  if (const auto done = workshop.change_team(before, team); !done.ok()) return cannot_say(done.failure(), call.lang);
  const auto now = workshop.contributor(std::string(call.request.field("parcours-contributor")));
  if (!now.ok()) return failure_reply(now.failure(), call.lang);
  who.contributor = now->value_or(before);
  for (const std::string& one : {before.team, who.contributor.team})
    if (const auto written = write_views(call, who.guest, one); !written.ok()) return failure_reply(written.failure(), call.lang);
  return json_reply({{"version", 1}, {"contributor", std::string(call.request.field("parcours-contributor"))}, {"team", who.contributor.team}});
}

Response joined(const Call& call, Guest& guest, const std::string& team) {
  Workshop workshop(guest.links, guest.link);
  const auto key = workshop.join(team);
  if (!key.ok()) return cannot_say(key.failure(), call.lang);
  const auto known = workshop.contributor(*key);
  if (!known.ok()) return failure_reply(known.failure(), call.lang);
  return json_reply({{"version", 1}, {"contributor", *key}, {"team", known->value_or(Contributor{}).team}}, 201);
}

}  // namespace

Response post_join(Call& call) {
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  auto came = admitted(call, LinkKind::workshop);
  Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return std::get<Response>(std::move(came));
  if (!body->is_object()) return error_reply(400, "bad-team", msg("server.link.bad_said"), call.lang);
  const std::string team = line_at(*body, "team");
  if (call.request.field("parcours-contributor").empty()) return joined(call, *guest, team);
  auto who = speaker(call);
  if (Response* no = std::get_if<Response>(&who)) return std::move(*no);
  return moved(call, std::get<Speaker>(who), team);
}

Response get_said(Call& call) {
  auto who = speaker(call);
  if (Response* no = std::get_if<Response>(&who)) return std::move(*no);
  const auto json = said_of(std::get<Speaker>(who));
  return json.ok() ? json_reply(*json) : failure_reply(json.failure(), call.lang);
}

Response post_said(Call& call) {
  auto came = speaker(call);
  if (Response* no = std::get_if<Response>(&came)) return std::move(*no);
  Speaker& who = std::get<Speaker>(came);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  const auto said = asked_said(*body);
  if (!said.ok()) return failure_reply(said.failure(), call.lang);
  Workshop workshop(who.guest.links, who.guest.link);
  const TimeMs now = call.workspace.doors().clock.now();
  const auto wait = workshop.count_change(who.contributor, now);
  if (!wait.ok()) return failure_reply(wait.failure(), call.lang);
  if (*wait > 0) return wait_reply(*wait, msg("server.link.too_many"), call.lang);
  if (const auto done = workshop.say(who.contributor, *said, who.guest.map.value, now); !done.ok()) return cannot_say(done.failure(), call.lang);
  if (const auto done = write_views(call, who.guest, who.contributor.team); !done.ok()) return failure_reply(done.failure(), call.lang);
  return json_reply({{"version", 1}, {"said", said_json(*said)}});
}

}  // namespace parcours
