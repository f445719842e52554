// The studio's own files.
#include <algorithm>

#include "base/digest.h"
#include "base/files.h"
#include "server/handlers/handlers.h"
#include "server/replies.h"
#include "server/studio_files.h"

namespace parcours {
namespace {

std::string type_of(std::string_view path) {
  const std::string form = extension_of(path);
  if (form == "html") return "text/html; charset=utf-8";
  if (form == "js") return "text/javascript; charset=utf-8";
  if (form == "css") return "text/css; charset=utf-8";
  if (form == "svg") return "image/svg+xml";
  if (form == "woff2") return "font/woff2";
  return "application/octet-stream";
}

const StudioFile* file_at(std::string_view path) {
  const auto& files = studio_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

Response studio_page(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD") return error_reply(405, "other-method", msg("server.other_method", {{"methods", "GET"}}));
  const std::string_view path = std::string_view(request.path).substr(1);
  const bool is_place = path.find('.') == std::string_view::npos;
  const StudioFile* file = file_at(is_place ? "index.html" : path);
  Response response;
  if (!file && is_place) {
    response.type = "text/plain; charset=utf-8";
    response.status = 503;
    response.body = text("server.no_studio", Lang::fr) + "\n" + text("server.no_studio", Lang::en) + "\n";
    return response;
  }
  if (!file) return error_reply(404, "no-such-path", msg("server.no_path", {{"path", request.path}}));
  const std::string tag = '"' + to_hex(digest(file->content)) + '"';
  response.type = type_of(file->path);
  response.fields.emplace_back("ETag", tag);
  response.fields.emplace_back("Cache-Control", "no-cache");
  if (request.field("if-none-match") == tag) response.status = 304;
  else response.body = std::string(file->content);
  return response;
}

}  // namespace parcours
