// A workspace as it answers requests. Knows no sockets; used by one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "app/workspace.h"
#include "server/http.h"
#include "server/importing.h"

namespace parcours {

// What was last told to one who listens for changes: file -> version.
struct Told {
  bool begun = false;
  std::map<std::string, std::string> versions;
};

class Service {
 public:
  // `port`: where requests come in; their Host must name it.
  Service(std::string folder, Doors doors, std::uint16_t port) : folder_(std::move(folder)), doors_(doors), port_(port) {}

  Response handle(Request request);
  // How many bytes the body of that request may have.
  static std::uint64_t body_bytes_max(const Request& request);

  // What has changed since it was last told, as an event of a stream; "" when nothing has. The first time: all versions.
  std::string changes(Told& told) const;
  // How far an import under way is, as an event of a stream; "" when there is none. The only thing that any thread may ask at any time.
  std::string importing() const;

 private:
  Response answer(Request& request);
  // Opened at the first request, and anew when parcours.yaml has changed.
  Result<Workspace*> workspace();

  std::string folder_;
  Doors doors_;
  std::uint16_t port_;
  std::string settings_;  // the text it was opened with
  std::optional<Workspace> workspace_;
  Importing importing_;
};

}  // namespace parcours
