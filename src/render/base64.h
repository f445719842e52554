// Bytes as text, for data addresses.
#pragma once

#include <string>
#include <string_view>

namespace parcours {

std::string base64(std::string_view bytes);

}  // namespace parcours
