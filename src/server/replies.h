// The answers that handlers give, and the bodies they read.
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "server/http.h"

namespace parcours {

Response json_reply(const Json& json, int status = 200);
// {"error": {code, message, hint}} in the language; docs/formats/http.md
Response error_reply(int status, std::string_view code, const Message& message, Lang lang = Lang::en, const std::optional<Message>& hint = {});
// "parcours.yaml:3:1: unknown key …": what it says, after where in a file it lies, if it does.
std::string in_words(const Failure& failure, Lang lang);
// Misuse is the asker's fault (400), a failure is ours (500).
Response failure_reply(const Failure& failure, Lang lang);

// The body as JSON. Misuse: it is none, or nests deeper than any map may.
Result<Json> json_body(const Request& request);

}  // namespace parcours
