#include "server/service.h"

#include <algorithm>

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
template <class Text>
std::string take_workspace(Text& path) {
  if (!path.starts_with(kWorkspaces)) return "";
  const auto end = std::min(path.find('/', kWorkspaces.size()), path.size());
  const std::string name(path.substr(kWorkspaces.size(), end - kWorkspaces.size()));
  path = end == path.size() ? Text("/") : Text(path.substr(end));
  return name;
}

// As asked, else the workspace's, which only he hears who may know it.
Lang language_of(const Request& request, const Visitor& visitor, ServedWorkspace* workspace) {
  const std::string_view asked = request.asked("lang");
  if (asked == "fr" || asked == "en" || !workspace || visitor.kind == VisitorKind::nobody) return asked == "fr" ? Lang::fr : Lang::en;
  const auto opened = workspace->open();
  return opened.ok() ? (*opened)->settings().language : Lang::en;
}

}  // namespace

Service::Service(std::string folder, Doors doors, std::uint16_t port) : doors_(doors), port_(port) {
  workspaces_.push_back(std::make_unique<ServedWorkspace>("", std::move(folder), doors));
}

Response Service::handle(Request request) {
  Response response = answer(request);
  add_security_fields(response);
  if (request.method == "HEAD") forget_body(response);
  return response;
}

Response Service::answer(Request& request) {
  if (!read_target(request)) return error_reply(400, "bad-target", msg("server.bad_target"));
  if (auto no = refused(request, port_)) return std::move(*no);
  ServedWorkspace* const workspace = named(take_workspace(request.path));
  if (!request.path.starts_with("/api/")) return studio_page(request);
  const Visitor visitor = visitor_of(request, workspace);
  const FoundRoute found = find_route(request.method, request.path);
  const Lang lang = language_of(request, visitor, workspace);
  if (auto no = denied(visitor, found, request, lang)) return std::move(*no);
  if (!workspace) return error_reply(404, "no-such-path", msg("server.no_path", {{"path", request.path}}), lang);
  auto opened = workspace->open();
  if (!opened.ok()) return failure_reply(opened.failure(), lang);
  Call call{**opened, request, found.steps, lang, workspace->importing(), visitor};
  return found.route->handler(call);
}

ServedWorkspace* Service::named(const std::string& name) const {
  if (name.empty()) return workspaces_.size() == 1 ? workspaces_.front().get() : nullptr;
  for (const auto& workspace : workspaces_)
    if (workspace->name() == name) return workspace.get();
  return nullptr;
}

Visitor Service::visitor_of(const Request& request, const ServedWorkspace* workspace) const {
  if (workspace)
    if (auto guest = guest_of(request, workspace->folder(), doors_)) return std::move(*guest);
  return the_owner();
}

std::uint64_t Service::body_bytes_max(const Request& request) {
  std::string_view target = request.target;
  (void)take_workspace(target);
  if (target.starts_with("/api/imports") || target.starts_with("/api/look")) return kUploadBytesMax;
  if (target.starts_with("/api/maps?")) return kMapBytesMax;  // a map of another tool
  if (target.starts_with("/api/links/")) return kGuestBytesMax;
  return target.find("/text") != std::string_view::npos ? kMapBytesMax : kUsualBytesMax;
}

std::string Service::changes(Told& told) {
  std::string path = told.request.path;
  const ServedWorkspace* const workspace = named(take_workspace(path));
  told.ended = !workspace || !visitor_of(told.request, workspace).may(Right::read_map);
  if (told.ended) return "";
  auto now = workspace->versions();
  if (told.begun && now == told.versions) return "";
  Json files = Json::object();
  for (const auto& [file, version] : now)
    if (!told.begun || !told.versions.contains(file) || told.versions[file] != version) files[file] = version;
  for (const auto& [file, version] : told.versions)
    if (!now.contains(file)) files[file] = nullptr;
  const std::string kind = told.begun ? "changed" : "there";
  told.begun = true;
  told.versions = std::move(now);
  return "event: " + kind + "\ndata: " + Json{{"files", std::move(files)}}.dump() + "\n\n";
}

std::string Service::importing(const Request& request) const {
  std::string path = request.path;
  const ServedWorkspace* const workspace = named(take_workspace(path));
  if (!workspace || !workspace->importing().under_way()) return "";
  const double share = workspace->importing().share();
  return "event: importing\ndata: " + Json{{"rows", workspace->importing().rows()}, {"share", share < 0 ? Json() : Json(share)}}.dump() + "\n\n";
}

}  // namespace parcours
