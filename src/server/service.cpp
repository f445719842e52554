#include "server/service.h"

#include "base/digest.h"
#include "map/workspace_files.h"
#include "server/guard.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"
#include "server/routes.h"

namespace parcours {
namespace {

constexpr std::uint64_t kUsualBytesMax = 1 << 20, kMapBytesMax = 2 * kMaxMapBytes, kUploadBytesMax = 256ull << 20;

void forget_body(Response& response) {
  response.fields.emplace_back("Content-Length", std::to_string(response.body.size()));
  response.body.clear();
}

}  // namespace

Response Service::handle(Request request) {
  Response response = answer(request);
  add_security_fields(response);
  if (request.method == "HEAD") forget_body(response);
  return response;
}

Response Service::answer(Request& request) {
  if (!read_target(request)) return error_reply(400, "bad-target", msg("server.bad_target"));
  if (auto no = refused(request, port_)) return std::move(*no);
  if (!request.path.starts_with("/api/")) return studio_page(request);
  auto opened = workspace();
  const std::string_view asked = request.asked("lang");
  const Lang lang = asked == "fr" ? Lang::fr : asked == "en" || !opened.ok() ? Lang::en : (*opened)->settings().language;
  if (!opened.ok()) return failure_reply(opened.failure(), lang);
  Call call{**opened, request, {}, lang, importing_};
  return route(call);
}

Result<Workspace*> Service::workspace() {
  const auto settings = doors_.files.read(join_path(folder_, kSettingsFile), kMaxMapBytes);
  if (workspace_ && settings.ok() && *settings == settings_) return &*workspace_;
  workspace_.reset();
  PARCOURS_TRY(auto opened, Workspace::open(folder_, doors_));
  workspace_.emplace(std::move(opened));
  settings_ = settings.ok() ? *settings : "";
  return &*workspace_;
}

std::uint64_t Service::body_bytes_max(const Request& request) {
  if (request.target.starts_with("/api/imports") || request.target.starts_with("/api/look")) return kUploadBytesMax;
  if (request.target.starts_with("/api/maps?")) return kMapBytesMax;  // a map of another tool
  return request.target.find("/text") != std::string::npos ? kMapBytesMax : kUsualBytesMax;
}

std::string Service::changes(Told& told) const {
  std::map<std::string, std::string> now;
  const auto look = [&](const std::string& path) {
    if (const auto text = doors_.files.read(join_path(folder_, path), kMaxMapBytes + 1); text.ok()) now[path] = to_hex(digest(*text));
  };
  look(std::string(kSettingsFile));
  for (const std::string part : {"maps", "personas"})
    for (const auto& name : doors_.files.list(join_path(folder_, part)))
      if (const auto form = extension_of(name); form == "yaml" || form == "yml") look(join_path(part, name));
  std::string segments;
  for (const auto& name : doors_.files.list(join_path(folder_, "events"))) segments += name + "\n";
  now["events"] = to_hex(digest(segments));
  if (told.begun && now == told.versions) return "";
  Json files = Json::object();
  for (const auto& [path, version] : now)
    if (!told.begun || !told.versions.contains(path) || told.versions[path] != version) files[path] = version;
  for (const auto& [path, version] : told.versions)
    if (!now.contains(path)) files[path] = nullptr;
  const std::string kind = told.begun ? "changed" : "there";
  told = {true, std::move(now)};
  return "event: " + kind + "\ndata: " + Json{{"files", std::move(files)}}.dump() + "\n\n";
}

std::string Service::importing() const {
  if (!importing_.under_way()) return "";
  const double share = importing_.share();
  return "event: importing\ndata: " + Json{{"rows", importing_.rows()}, {"share", share < 0 ? Json() : Json(share)}}.dump() + "\n\n";
}

}  // namespace parcours
