#include "server/guard.h"

#include "server/replies.h"

namespace parcours {
namespace {

// Scripts, styles, fonts and requests from here only; pictures carry portraits as data. Nobody may frame it.
constexpr char kContentPolicy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html parcours-picture";

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }
// Others that no route has are told by the routes.
bool takes_content(std::string_view method) { return method == "POST" || method == "PUT" || method == "DELETE"; }

}  // namespace

std::optional<Response> refused(const Request& request, const ServerReach& reach) {
  if (!reach.is_host(request.field("host"))) return error_reply(421, "foreign-host", msg("server.foreign_host"));
  const std::string_view origin = request.field("origin"), site = request.field("sec-fetch-site");
  if (!origin.empty() && !reach.is_origin(origin)) return error_reply(403, "foreign-origin", msg("server.foreign_origin"));
  if (is_safe(request.method)) return std::nullopt;
  if (!site.empty() && site != "same-origin") return error_reply(403, "foreign-origin", msg("server.foreign_origin"));
  const std::string_view type = request.field("content-type");
  if (takes_content(request.method) && !type.starts_with("application/json") && !type.starts_with("application/octet-stream"))
    return error_reply(415, "wrong-type", msg("server.wrong_type"));
  return std::nullopt;
}

void add_security_fields(Response& response, const ServerReach& reach) {
  if (reach.is_secure()) response.fields.emplace_back("Strict-Transport-Security", "max-age=31536000");
  response.fields.emplace_back("Content-Security-Policy", kContentPolicy);
  response.fields.emplace_back("X-Content-Type-Options", "nosniff");
  response.fields.emplace_back("Referrer-Policy", "no-referrer");
  response.fields.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.fields.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.fields.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}

}  // namespace parcours
