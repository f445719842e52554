// What the requests about accounts send and are told.
#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "base/json.h"
#include "server/access/access_call.h"

namespace parcours {

// The body's texts of these names. Misuse: it is no object, or one of them is no text or longer than a password may be by far.
Result<std::map<std::string, std::string>> texts_of(const Request& request, std::initializer_list<const char*> names);

// As the set-up code is written: capitals, with its hyphen, however it was typed.
std::string upper_code(std::string_view typed);

Json account_json(const Account& account);

}  // namespace parcours
