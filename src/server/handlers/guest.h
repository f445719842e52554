// Who comes by a link: what the token of the request leads to. docs/formats/links.md
#pragma once

#include <variant>

#include "links/workshop.h"
#include "server/handlers/handlers.h"

namespace parcours {

struct Guest {
  GuestLinks links;
  GuestLink link;
  MapFile map;
};

// The guest of the token in call.steps[0], whether or not he has shown the passcode; or what he is answered instead.
std::variant<Guest, Response> guest_before_passcode(const Call& call);
bool has_pass(const Call& call, const Guest& guest);
// The same for what the link lets him do: the passcode was shown, and the link is of that kind.
std::variant<Guest, Response> admitted(const Call& call, LinkKind kind);

Response no_such_link(Lang lang);                                 // 404
Response wait_reply(TimeMs wait, const Message& why, Lang lang);  // 429

}  // namespace parcours
