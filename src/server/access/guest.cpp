#include "server/access/guest.h"

namespace parcours {

std::optional<Visitor> guest_of(const Request&, const std::string&, Doors) { return std::nullopt; }

}  // namespace parcours
