// A request and its answer as plain values. Handlers take one and give the other; only listen.cpp knows sockets.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/slow_secrets.h"

namespace parcours {

struct Request {
  std::string method;                         // "GET"
  std::string target;                         // as sent: "/api/maps/shop?lang=fr"
  std::string path;                           // decoded
  std::map<std::string, std::string> query;   // decoded; the last of a name counts
  std::map<std::string, std::string> fields;  // header fields, names in lower case
  std::string body;
  std::string address;                   // of who asks; behind a proxy on this machine, as that one tells it
  std::vector<SlowSecret> secrets = {};  // what was done for it before it is handled

  std::string_view field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
  }
  std::string_view asked(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string_view() : std::string_view(found->second);
  }
};

struct Response {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> fields;
  bool streams_changes = false;          // the body is a stream of events that does not end
  std::optional<SlowSecret> needs = {};  // no answer yet: to be handled again with this among its secrets, done
};

// Decodes request.target into path and query. False when it is no path, an escape is broken, or a zero byte or bad UTF-8 is hidden in it.
bool read_target(Request& request);

}  // namespace parcours
