#include "server/service.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "server/access/admission.h"
#include "server/access/guest.h"
#include "server/guard.h"
#include "server/replies.h"
#include "server/routes.h"

namespace parcours {
namespace {

constexpr std::uint64_t kUsualBytesMax = 1 << 20, kGuestBytesMax = 16 << 10, kMapBytesMax = 2 * kMaxMapBytes, kUploadBytesMax = 256ull << 20;
constexpr std::string_view kWorkspaces = "/w/";

void forget_body(Response& response) {
  response.fields.emplace_back("Content-Length", std::to_string(response.body.size()));
  response.body.clear();
}

// "/w/shop/api/maps" -> "shop", and "/api/maps" is left; "" where no workspace is named.
std::string take_workspace(std::string& path) {
  if (!path.starts_with(kWorkspaces)) return "";
  const auto end = std::min(path.find('/', kWorkspaces.size()), path.size());
  std::string name = path.substr(kWorkspaces.size(), end - kWorkspaces.size());
  path = end == path.size() ? "/" : path.substr(end);
  return name.empty() ? "/" : name;  // which no workspace is called
}

// What a workspace is called in addresses: its folder's name, in the signs that stand there as they are.
std::string name_of(const std::string& folder) {
  std::string name = file_name(folder);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_' && c != '.') c = '-';
  return name.empty() || name.starts_with('.') ? "workspace" : name;
}

// `before`: what was told last; none: all is told.
std::string event_of(const ServedWorkspace::Versions* before, const ServedWorkspace::Versions& now) {
  Json files = Json::object();
  for (const auto& [file, version] : now)
    if (const auto was = before ? before->find(file) : now.end(); !before || was == before->end() || was->second != version) files[file] = version;
  if (before)
    for (const auto& [file, version] : *before)
      if (!now.contains(file)) files[file] = nullptr;
  return std::string("event: ") + (before ? "changed" : "there") + "\ndata: " + Json{{"files", std::move(files)}}.dump() + "\n\n";
}

Response not_yet(const SlowSecrets& secrets) {
  Response response;
  response.needs = secrets.needed();
  return response;
}

// As asked, else the workspace's, which only he hears who may know it.
Lang language_of(const Request& request, const Visitor& visitor, ServedWorkspace* workspace) {
  const std::string_view asked = request.asked("lang");
  if (asked == "fr" || asked == "en" || !workspace || visitor.kind == VisitorKind::nobody) return asked == "fr" ? Lang::fr : Lang::en;
  const auto opened = workspace->open();
  return opened.ok() ? (*opened)->settings().language : Lang::en;
}

}  // namespace

Service::Service(std::string folder, Doors doors, std::uint16_t port) : Service(Serving{{std::move(folder)}, {port, ""}}, doors) {}

Service::Service(Serving serving, Doors doors) : doors_(doors), reach_(std::move(serving.reach)), access_(std::move(serving.access)) {
  for (std::string& folder : serving.folders) {
    const std::string stem = name_of(folder);
    std::string name = stem;
    for (int n = 2; named(name); ++n) name = stem + "-" + std::to_string(n);
    workspaces_.push_back(std::make_unique<ServedWorkspace>(std::move(name), std::move(folder), doors));
  }
}

Response Service::handle(Request request) {
  for (;;) {
    Response response = handle_quickly(request);
    if (!response.needs) return response;
    request.secrets.push_back(done(std::move(*response.needs)));
  }
}

Response Service::handle_quickly(Request request) {
  Response response = answer(request);
  if (response.needs) return response;
  add_security_fields(response, reach_);
  if (request.method == "HEAD") forget_body(response);
  return response;
}

Response Service::answer(Request& request) {
  if (!read_target(request)) return error_reply(400, "bad-target", msg("server.bad_target"));
  if (auto no = refused(request, reach_)) return std::move(*no);
  request.address = reach_.asker(request.address, request.field("x-forwarded-for"));
  ServedWorkspace* const workspace = named(take_workspace(request.path));
  if (!request.path.starts_with("/api/")) return studio_page(request);
  const auto visitor = visitor_of(request, workspace, true);
  if (!visitor.ok()) return failure_reply(visitor.failure(), Lang::en);
  const FoundRoute found = find_route(request.method, request.path);
  const Lang lang = language_of(request, *visitor, workspace);
  if (auto no = denied(*visitor, found, request, lang)) return std::move(*no);
  if (std::holds_alternative<Response (*)(AccessCall&)>(found.route->handler)) return of_server(found, request, *visitor, lang);
  if (!workspace) return error_reply(404, "no-such-path", msg("server.no_path", {{"path", request.path}}), lang);
  return of_workspace(found, request, *visitor, *workspace, lang);
}

Response Service::of_server(const FoundRoute& found, const Request& request, const Visitor& visitor, Lang lang) {
  const bool asks_who = found.route->handler == Route{{}, {}, {}, get_session}.handler;
  if (!access_ && !asks_who) return error_reply(404, "no-accounts", msg("access.none"), lang, msg("access.none.hint"));
  SlowSecrets secrets(request.secrets);
  AccessCall call{access_.get(), visitor, request, found.steps, lang, workspaces_, secrets};
  Response response = std::get<1>(found.route->handler)(call);
  return secrets.needed() ? not_yet(secrets) : response;
}

// What was done is done: when the log cannot be written to, the answer says so.
Response Service::of_workspace(const FoundRoute& found, const Request& request, const Visitor& visitor, ServedWorkspace& workspace, Lang lang) {
  auto opened = workspace.open();
  if (!opened.ok()) return failure_reply(opened.failure(), lang);
  SlowSecrets secrets(request.secrets);
  Call call{**opened, request, found.steps, lang, workspace.importing(), visitor, secrets};
  Response response = std::get<0>(found.route->handler)(call);
  if (secrets.needed()) return not_yet(secrets);
  if (found.route->method != "GET") workspace.look_again();
  if (response.status >= 300 || found.route->noted.empty()) return response;
  const auto noted = note(found, call, workspace);
  return noted.ok() ? response : failure_reply(noted.failure(), lang);
}

Outcome Service::note(const FoundRoute& found, const Call& call, const ServedWorkspace& workspace) {
  if (!access_) return Done{};
  const auto& [request, visitor] = std::tie(call.request, call.visitor);
  AuditLine line;
  line.kind = code_of(visitor.kind);
  line.who = visitor.name;
  line.workspace = workspace.name();
  line.what = found.route->noted;
  line.about = !call.about.empty() ? call.about : found.steps.empty() ? std::string(request.asked("name")) : found.steps.front();
  if (!request.asked("id").empty()) line.about += ": " + std::string(request.asked("id"));
  line.address = request.address;
  return access_->audit().add(line);
}

ServedWorkspace* Service::named(const std::string& name) const {
  if (name.empty()) return workspaces_.size() == 1 ? workspaces_.front().get() : nullptr;
  for (const auto& workspace : workspaces_)
    if (workspace->name() == name) return workspace.get();
  return nullptr;
}

Result<Visitor> Service::visitor_of(const Request& request, const ServedWorkspace* workspace, bool in_use) {
  if (workspace)
    if (auto guest = guest_of(request, workspace->folder(), doors_)) return std::move(*guest);
  return access_ ? access_->visitor_of(request, workspace ? workspace->name() : "", in_use) : Result<Visitor>(the_owner());
}

std::uint64_t Service::body_bytes_max(Request request) {
  const bool readable = read_target(request);
  const ServedWorkspace* const workspace = named(take_workspace(request.path));
  const bool is_file = request.path.starts_with("/api/imports") || request.path.starts_with("/api/look");
  const bool is_map = (request.path == "/api/maps" && !request.query.empty()) || request.path.ends_with("/text");  // of another tool, or as a whole
  if (request.path.starts_with("/api/links/")) return kGuestBytesMax;
  if (!readable || (!is_file && !is_map)) return kUsualBytesMax;
  const auto visitor = visitor_of(request, workspace, false);
  if (!visitor.ok() || !visitor->may(Right::edit)) return kUsualBytesMax;
  return is_file ? kUploadBytesMax : kMapBytesMax;
}

std::string Service::changes(Told& told) {
  std::string path = told.request.path;
  ServedWorkspace* const workspace = named(take_workspace(path));
  const auto visitor = workspace ? visitor_of(told.request, workspace, false) : Result<Visitor>(Visitor{});
  told.ended = !visitor.ok() || !visitor->may(Right::read_map);
  if (!workspace || told.ended) return "";
  const auto before = std::exchange(told.versions, workspace->versions());
  return before == told.versions ? "" : event_of(before.get(), *told.versions);
}

void Service::look_again() {
  for (const auto& workspace : workspaces_) workspace->look_again();
}

std::string Service::importing(const Request& request) const {
  std::string path = request.path;
  const ServedWorkspace* const workspace = named(take_workspace(path));
  if (!workspace || !workspace->importing().under_way()) return "";
  const double share = workspace->importing().share();
  return "event: importing\ndata: " + Json{{"rows", workspace->importing().rows()}, {"share", share < 0 ? Json() : Json(share)}}.dump() + "\n\n";
}

}  // namespace parcours
