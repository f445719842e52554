#include "server/access/guest.h"

#include "links/links.h"

namespace parcours {
namespace {

constexpr std::string_view kLinks = "/api/links/";

std::string token_in(std::string_view path) {
  if (!path.starts_with(kLinks)) return "";
  path.remove_prefix(kLinks.size());
  return std::string(path.substr(0, path.find('/')));
}

}  // namespace

// What he may do with the link the link itself says (server/handlers/guest.h): his rights are for what is asked of the map.
std::optional<Visitor> guest_of(const Request& request, const std::string& folder, Doors doors) {
  const std::string token = token_in(request.path);
  if (token.empty() || !has_links(folder, doors.files)) return std::nullopt;
  auto links = GuestLinks::open(folder);
  if (!links.ok()) return std::nullopt;
  const auto link = links->open_at(token, doors.clock.now());
  if (!link.ok() || !*link) return std::nullopt;
  Visitor guest;
  guest.kind = VisitorKind::guest;
  guest.name = std::string(code_of((*link)->kind)) + " " + std::to_string((*link)->id);
  guest.only_map = (*link)->map;
  if ((*link)->kind == LinkKind::share) guest.rights = (*link)->figures ? Rights{Right::read_map, Right::read_figures} : Rights{Right::read_map};
  return guest;
}

}  // namespace parcours
