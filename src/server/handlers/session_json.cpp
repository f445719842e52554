#include "server/handlers/session_json.h"

#include "app/pictures.h"
#include "base/ascii.h"
#include "base/dates.h"
#include "server/replies.h"

namespace parcours {
namespace {

constexpr std::size_t kTextMax = 1000;

constexpr std::pair<Right, const char*> kRightNames[] = {{Right::read_map, "read_map"},
                                                         {Right::read_figures, "read_figures"},
                                                         {Right::read_people, "read_people"},
                                                         {Right::edit, "edit"},
                                                         {Right::erase_people, "erase_people"}};

// A workspace as a person chooses it, with its brand.
Json workspace_line(ServedWorkspace& served, Rights rights, Lang lang) {
  Json may = Json::array();
  for (const auto& [right, name] : kRightNames)
    if (rights.has(right)) may.push_back(name);
  Json line = {{"id", served.name()}, {"name", served.name()}, {"may", std::move(may)}, {"colour", ""}, {"accent", ""}, {"logo", false},
               {"maps", 0},           {"problem", ""}};
  const auto opened = served.open();
  if (!opened.ok()) return line["problem"] = in_words(opened.failure(), lang), line;
  const WorkspaceSettings& settings = (*opened)->settings();
  if (!settings.name.empty()) line["name"] = settings.name.in(lang);
  line["colour"] = settings.brand.colour;
  line["accent"] = settings.brand.accent;
  line["logo"] = !settings.brand.logo.empty();
  line["maps"] = (*opened)->map_names().size();
  return line;
}

Result<Json> workspaces_json(AccessCall& call, const Visitor& visitor) {
  Json list = Json::array();
  for (const auto& served : call.workspaces) {
    Rights rights = visitor.rights;
    if (visitor.kind == VisitorKind::account) {
      PARCOURS_TRY(const auto account, call.access->accounts().with_id(visitor.account));
      rights = account ? rights_in(*account, served->name()) : Rights();
    }
    if (visitor.kind != VisitorKind::guest && rights.has(Right::read_map)) list.push_back(workspace_line(*served, rights, call.lang));
  }
  return list;
}

}  // namespace

Result<std::map<std::string, std::string>> texts_of(const Request& request, std::initializer_list<const char*> names) {
  PARCOURS_TRY(const Json body, json_body(request));
  std::map<std::string, std::string> texts;
  for (const char* name : names) {
    const bool is_text = body.is_object() && body.contains(name) && body[name].is_string();
    if (!is_text || body[name].get_ref<const std::string&>().size() > kTextMax)
      return misuse(msg("server.bad_value", {{"name", name}, {"value", ""}}));
    texts[name] = body[name].get<std::string>();
  }
  return texts;
}

std::string upper_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (!std::isalnum(static_cast<unsigned char>(c))) continue;
    if (code.size() == 4) code += '-';
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

Json account_json(const Account& account) {
  Json roles = Json::object();
  for (const auto& [workspace, role] : account.roles) roles[workspace] = code_of(role);
  return {{"id", account.id},
          {"name", account.name},
          {"administrator", account.administrator},
          {"disabled", account.disabled},
          {"has_password", account.has_password},
          {"roles", std::move(roles)},
          {"made", show_instant(account.made, Zone::utc())},
          {"last_in", account.last_in ? Json(show_instant(*account.last_in, Zone::utc())) : Json()}};
}

Response session_reply(AccessCall& call, const Visitor& visitor) {
  auto workspaces = workspaces_json(call, visitor);
  if (!workspaces.ok()) return failure_reply(workspaces.failure(), call.lang);
  return json_reply({{"version", 1},
                     {"accounts", call.access != nullptr},
                     {"first_run", call.access && !call.access->setup_code().empty()},
                     {"visitor", code_of(visitor.kind)},
                     {"name", visitor.name},
                     {"administrator", visitor.may(Right::administer)},
                     {"several", visitor.kind != VisitorKind::nobody && call.workspaces.size() > 1},
                     {"workspaces", std::move(*workspaces)}});
}

Outcome note(AccessCall& call, std::string_view what, std::string_view about, std::string_view who) {
  AuditLine line;
  line.kind = code_of(call.visitor.kind);
  line.who = who.empty() ? call.visitor.name : std::string(who);
  line.what = what;
  line.about = about;
  line.address = call.request.address;
  return call.access->audit().add(line);
}

}  // namespace parcours
