#include "server/access/admission.h"

#include "server/replies.h"

namespace parcours {
namespace {

// A guest's world is one map: what is not about it is not there.
bool is_there_for(const Visitor& visitor, const FoundRoute& found) {
  if (!found.route) return false;
  if (visitor.kind != VisitorKind::guest || found.route->needs == Right::none) return true;
  return found.route->path.starts_with("/api/maps/*") && found.steps.front() == visitor.only_map;
}

}  // namespace

std::optional<Response> denied(const Visitor& visitor, const FoundRoute& found, const Request& request, Lang lang) {
  const bool is_open = found.route && found.route->needs == Right::none;
  if (visitor.kind == VisitorKind::nobody && !is_open) return error_reply(401, "sign-in", msg("server.sign_in"), lang);
  if (!found.route && !found.allowed.empty() && visitor.kind != VisitorKind::guest) {
    Response response = error_reply(405, "other-method", msg("server.other_method", {{"methods", found.allowed}}), lang);
    response.fields.emplace_back("Allow", found.allowed);
    return response;
  }
  if (!is_there_for(visitor, found)) return error_reply(404, "no-such-path", msg("server.no_path", {{"path", request.path}}), lang);
  if (!visitor.may(found.route->needs)) return error_reply(403, "not-allowed", msg("server.not_allowed"), lang);
  return std::nullopt;
}

}  // namespace parcours
