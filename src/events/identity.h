// Identities as they are kept.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

// "ana@example.com", and nothing around it.
bool is_address(std::string_view text);

// Blanks around it taken off; an e-mail address in lower case, so that Ana@Example.com of the shop is ana@example.com of the newsletter.
std::string identity_text(std::string_view written);

}  // namespace parcours
