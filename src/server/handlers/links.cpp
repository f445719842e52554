// Links of a map, for those who make them: listed, made, renewed, revoked. docs/formats/links.md
#include "base/moment.h"
#include "base/number.h"
#include "server/handlers/link_json.h"
#include "server/replies.h"

namespace parcours {
namespace {

// Beyond that nothing is looked at.
constexpr std::size_t kTeamsRead = 100;

Result<std::string> text_at(const Json& body, const char* key) {
  if (!body.contains(key) || body[key].is_null()) return std::string();
  if (!body[key].is_string()) return misuse(msg("server.bad_link"));
  return body[key].get<std::string>();
}

Result<std::vector<std::string>> teams_in_body(const Json& body) {
  std::vector<std::string> teams;
  if (!body.contains("teams")) return teams;
  if (!body["teams"].is_array() || body["teams"].size() > kTeamsRead) return misuse(msg("server.bad_link"));
  for (const Json& team : body["teams"]) {
    if (!team.is_string()) return misuse(msg("server.bad_link"));
    if (const std::string name = one_line(team.get<std::string>()); !name.empty()) teams.push_back(name);
  }
  return teams;
}

Result<LinkWish> asked_link(const Call& call, const std::string& map) {
  PARCOURS_TRY(const Json body, json_body(call.request));
  if (!body.is_object()) return misuse(msg("server.bad_link"));
  LinkWish wish;
  wish.map = map;
  PARCOURS_TRY(const std::string kind, text_at(body, "kind"));
  PARCOURS_TRY(const std::string name, text_at(body, "name"));
  PARCOURS_TRY(const std::string until, text_at(body, "until"));
  PARCOURS_TRY(wish.passcode, text_at(body, "passcode"));
  PARCOURS_TRY(wish.teams, teams_in_body(body));
  const auto known = link_kind_of(kind);
  const auto end = parse_moment(until);
  if (!known) return misuse(msg("server.bad_link"));
  if (!end) return misuse(msg("server.bad_value", {{"name", "until"}, {"value", until}}));
  wish.kind = *known;
  wish.name = one_line(name);
  wish.figures = body.contains("figures") && body["figures"].is_boolean() && body["figures"].get<bool>();
  wish.until = ends_at(*end, call.workspace.zone());
  return wish;
}

Result<Json> with_spoken(GuestLinks& links, const GuestLink& link, const Call& call) {
  std::vector<SpeakingTeam> teams;
  if (link.kind == LinkKind::workshop) {
    PARCOURS_TRY(const auto all, Workshop(links, link).all());
    teams = teams_in(all);
  }
  return link_json(link, teams, call);
}

Result<Json> list_json(GuestLinks& links, const std::string& map, const Call& call) {
  PARCOURS_TRY(const auto all, links.of_map(map));
  Json list = Json::array();
  for (const GuestLink& link : all) {
    PARCOURS_TRY(Json json, with_spoken(links, link, call));
    list.push_back(std::move(json));
  }
  return Json{{"version", 1}, {"links", std::move(list)}};
}

Response reply_of(const Result<Json>& json, Lang lang, int status = 200) {
  return json.ok() ? json_reply(*json, status) : failure_reply(json.failure(), lang);
}

Result<Json> made_link(const Call& call, GuestLinks& links, const std::string& map) {
  PARCOURS_TRY(const LinkWish wish, asked_link(call, map));
  PARCOURS_TRY(const NewGuestLink made,
               links.make(wish, call.workspace.doors().clock.now(), [&](const auto& typed) { return call.secrets.keep(typed); }));
  PARCOURS_TRY(Json json, with_spoken(links, made.link, call));
  return Json{{"version", 1}, {"link", std::move(json)}, {"token", made.token}};
}

struct LinkOfMap {
  GuestLinks links;
  GuestLink link;
};

// The link that call.steps name: the map, then its number.
Result<std::optional<LinkOfMap>> link_at(const Call& call, const std::string& map) {
  const auto number = parse_number(call.steps[1]);
  PARCOURS_TRY(GuestLinks links, GuestLinks::open(call.workspace.folder()));
  if (!number || *number < 1 || *number > 1e15) return std::optional<LinkOfMap>();
  PARCOURS_TRY(auto link, links.of_map(map, static_cast<std::int64_t>(*number)));
  if (!link) return std::optional<LinkOfMap>();
  return std::optional<LinkOfMap>(LinkOfMap{std::move(links), std::move(*link)});
}

Response no_link(const Call& call) { return error_reply(404, "no-such-link", msg("server.no_link_here", {{"id", call.steps[1]}}), call.lang); }

Result<Json> renewed(const Call& call, LinkOfMap& at) {
  PARCOURS_TRY(const std::string token, at.links.renew(at.link));
  PARCOURS_TRY(Json json, with_spoken(at.links, at.link, call));
  return Json{{"version", 1}, {"link", std::move(json)}, {"token", token}};
}

Result<Json> revoked(const Call& call, LinkOfMap& at) {
  PARCOURS_CHECK(at.links.revoke(at.link, call.workspace.doors().clock.now()));
  return list_json(at.links, at.link.map, call);
}

Result<Json> all_said(LinkOfMap& at) {
  PARCOURS_TRY(const auto all, Workshop(at.links, at.link).all());
  Json list = Json::array();
  for (const Contribution& one : all) {
    Json json = {{"person", one.by.id}, {"team", one.by.team}};
    json.update(said_json(one.said));
    list.push_back(std::move(json));
  }
  return Json{{"version", 1}, {"said", std::move(list)}};
}

Result<Json> without_person(const Call& call, const MapFile& map, LinkOfMap& at) {
  Workshop workshop(at.links, at.link);
  PARCOURS_TRY(const auto all, workshop.all());
  const auto person = parse_number(call.steps[2]);
  for (const Contribution& one : all) {
    if (!person || static_cast<double>(one.by.id) != *person) continue;
    PARCOURS_TRY(const bool gone, workshop.remove(one.by.id));
    if (gone) PARCOURS_CHECK(write_workshop_views(at.links, map, one.by.team, call.workspace.doors().files, language_of_views(call, map)));
    break;
  }
  return all_said(at);
}

// Finds map and link, and answers with what `work` makes of them.
template <class Work>
Response on_link(Call& call, Work work) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  auto at = link_at(call, map->value.id);
  if (!at.ok()) return failure_reply(at.failure(), call.lang);
  if (!*at) return no_link(call);
  return reply_of(work(*map, **at), call.lang);
}

}  // namespace

// Asking makes nothing.
Response get_links(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  if (!has_links(call.workspace.folder(), call.workspace.doors().files)) return json_reply({{"version", 1}, {"links", Json::array()}});
  auto links = GuestLinks::open(call.workspace.folder());
  if (!links.ok()) return failure_reply(links.failure(), call.lang);
  return reply_of(list_json(*links, map->value.id, call), call.lang);
}

Response post_links(Call& call) {
  const auto map = map_of(call);
  if (!map.ok()) return no_map(map.failure(), call.lang);
  auto links = GuestLinks::open(call.workspace.folder());
  if (!links.ok()) return failure_reply(links.failure(), call.lang);
  return reply_of(made_link(call, *links, map->value.id), call.lang, 201);
}

Response renew_link(Call& call) {
  return on_link(call, [&](const MapFile&, LinkOfMap& at) { return renewed(call, at); });
}
Response delete_link(Call& call) {
  return on_link(call, [&](const MapFile&, LinkOfMap& at) { return revoked(call, at); });
}
Response get_link_said(Call& call) {
  return on_link(call, [&](const MapFile&, LinkOfMap& at) { return all_said(at); });
}
Response delete_link_person(Call& call) {
  return on_link(call, [&](const MapFile& map, LinkOfMap& at) { return without_person(call, map, at); });
}

}  // namespace parcours
