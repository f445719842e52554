// Workspaces as they answer requests. Knows no sockets; used by one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/access/access.h"
#include "server/access/visitor.h"
#include "server/http.h"
#include "server/reach.h"
#include "server/routes.h"
#include "server/served_workspace.h"

namespace parcours {

// One who listens for changes, and what he was last told: file -> version.
struct Told {
  Request request;  // as he came; it is looked at each time whether he still may
  bool ended = false;
  std::shared_ptr<const ServedWorkspace::Versions> versions;  // none: nothing yet
};

// What is served, and to whom.
struct Serving {
  std::vector<std::string> folders;  // of workspaces, at least one
  ServerReach reach;
  std::unique_ptr<Access> access = {};  // none: for whoever sits at this machine
};

class Service {
 public:
  Service(Serving serving, Doors doors);
  // One workspace, for whoever sits at this machine. `port`: where requests come in; their Host must name it.
  Service(std::string folder, Doors doors, std::uint16_t port);

  Response handle(Request request);
  // The same, but what is slow on purpose is left to who calls: an answer that `needs` something is none.
  Response handle_quickly(Request request);
  // How many bytes the body of that request may have: few, of one who may not send it.
  std::uint64_t body_bytes_max(Request request);

  // What has changed since it was last told, as an event of a stream; "" when nothing has. The first time: all versions. Sets `told.ended` when the
  // one who asked may no longer know.
  std::string changes(Told& told);
  // What has changed in the files since the last look is told from now on; what was changed through handle() always is.
  void look_again();
  // How far an import under way is, as an event of a stream; "" when there is none. The only thing that any thread may ask at any time.
  std::string importing(const Request& request) const;

 private:
  Response answer(Request& request);
  Response of_workspace(const FoundRoute& found, const Request& request, const Visitor& visitor, ServedWorkspace& workspace, Lang lang);
  Response of_server(const FoundRoute& found, const Request& request, const Visitor& visitor, Lang lang);
  Result<Visitor> visitor_of(const Request& request, const ServedWorkspace* workspace, bool in_use);
  Outcome note(const FoundRoute& found, const Call& call, const ServedWorkspace& workspace);
  ServedWorkspace* named(const std::string& name) const;

  Doors doors_;
  ServerReach reach_;
  std::unique_ptr<Access> access_;
  std::vector<std::unique_ptr<ServedWorkspace>> workspaces_;
};

}  // namespace parcours
