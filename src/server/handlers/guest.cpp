// Those who come by a link: what it leads to, and the passcode.
#include "server/handlers/guest.h"

#include <algorithm>

#include "base/digest.h"
#include "server/handlers/link_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

Json stages_json(const JourneyMap& map, Lang lang) {
  const auto named = [&](const auto& part) { return Json{{"id", part.id}, {"name", part.name.empty() ? part.id : part.name.in(lang)}}; };
  Json stages = Json::array();
  for (const Stage& stage : map.stages) {
    Json json = named(stage);
    json["touchpoints"] = Json::array();
    for (const Touchpoint& touchpoint : stage.touchpoints) json["touchpoints"].push_back(named(touchpoint));
    stages.push_back(std::move(json));
  }
  return stages;
}

Response entry_reply(const Entry& entry, const Guest& guest, const Call& call) {
  if (entry.wait > 0) return wait_reply(entry.wait, msg("server.link.wait"), call.lang);
  if (!entry.right) return error_reply(403, "wrong-passcode", msg("server.link.wrong_passcode"), call.lang);
  return json_reply({{"version", 1}, {"pass", pass_of(guest.link, call.steps[0])}});
}

}  // namespace

std::variant<Guest, Response> guest_before_passcode(const Call& call) {
  if (!has_links(call.workspace.folder(), call.workspace.doors().files)) return no_such_link(call.lang);
  auto links = GuestLinks::open(call.workspace.folder());
  if (!links.ok()) return failure_reply(links.failure(), call.lang);
  auto link = links->open_at(call.steps[0], call.workspace.doors().clock.now());
  if (!link.ok()) return failure_reply(link.failure(), call.lang);
  const auto names = call.workspace.map_names();
  if (!*link || std::find(names.begin(), names.end(), (*link)->map) == names.end()) return no_such_link(call.lang);
  auto map = call.workspace.map((*link)->map);
  if (!map.ok()) return no_such_link(call.lang);
  return Guest{std::move(*links), std::move(**link), std::move(*map)};
}

bool has_pass(const Call& call, const Guest& guest) {
  const std::string wanted = pass_of(guest.link, call.steps[0]);
  return wanted.empty() || digest(call.request.field("parcours-pass")) == digest(wanted);
}

std::variant<Guest, Response> admitted(const Call& call, LinkKind kind) {
  auto came = guest_before_passcode(call);
  const Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return came;
  if (!has_pass(call, *guest)) return error_reply(401, "needs-passcode", msg("server.link.needs_passcode"), call.lang);
  if (guest->link.kind != kind) return no_such_link(call.lang);
  if (!guest->map.usable()) return error_reply(422, "not-a-map", msg("server.link.unusable_map"), call.lang);
  return came;
}

Response no_such_link(Lang lang) { return error_reply(404, "no-such-link", msg("server.link.none"), lang, msg("server.link.none.hint")); }

Response wait_reply(TimeMs wait, const Message& why, Lang lang) {
  const std::int64_t seconds = (wait + kSecond - 1) / kSecond;
  Response response = error_reply(429, "too-many", why, lang, msg("server.link.wait.hint", {{"seconds", seconds}}));
  response.fields.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

Response get_guest_link(Call& call) {
  const auto came = guest_before_passcode(call);
  const Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return std::get<Response>(came);
  if (!has_pass(call, *guest)) return json_reply({{"version", 1}, {"needs_passcode", true}});
  const JourneyMap& map = guest->map.value;
  return json_reply({{"version", 1},
                     {"needs_passcode", false},
                     {"kind", code_of(guest->link.kind)},
                     {"name", guest->link.name},
                     {"title", map.title.in(call.lang)},
                     {"offer", map.offer.in(call.lang)},
                     {"until_says", until_words(guest->link, call.workspace.zone(), call.lang)},
                     {"figures", guest->link.figures},
                     {"teams", guest->link.teams},
                     {"stages", stages_json(map, call.lang)}});
}

Response enter_link(Call& call) {
  auto came = guest_before_passcode(call);
  Guest* guest = std::get_if<Guest>(&came);
  if (!guest) return std::get<Response>(came);
  const auto body = json_body(call.request);
  if (!body.ok()) return failure_reply(body.failure(), call.lang);
  if (!body->is_object() || !body->contains("passcode") || !(*body)["passcode"].is_string())
    return error_reply(400, "bad-passcode", msg("server.link.needs_passcode"), call.lang);
  if (guest->link.passcode.empty()) return entry_reply({true, 0}, *guest, call);
  const auto entry = guest->links.enter(guest->link, (*body)["passcode"].get<std::string>(), call.workspace.doors().clock.now(),
                                        [&](const auto& typed, const auto& kept) { return call.secrets.is(typed, kept); });
  return entry.ok() ? entry_reply(*entry, *guest, call) : failure_reply(entry.failure(), call.lang);
}

}  // namespace parcours
