// The audit log: who did what, when, from where. It is only added to; the file itself refuses to change or remove a line.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "server/access/visitor.h"
#include "store/sqlite.h"

namespace parcours {

struct AuditLine {
  std::int64_t id = 0;
  TimeMs at = 0;
  std::string kind;       // of visitor
  std::string who;        // account, link
  std::string workspace;  // "": the server
  std::string what;       // "map-edited"; docs/formats/accounts.md has them all
  std::string about;      // the map, the import, the account
  std::string address;
};

// {id, at, kind, who, workspace, what, about, address}; the time in UTC.
Json to_json(const AuditLine& line);

class Audit {
 public:
  Audit(Sqlite& file, const Clock& clock) : file_(file), clock_(clock) {}

  // Its id and time are set here.
  Outcome add(const AuditLine& line);
  // The latest first, those before `before` (0: from the end).
  Result<std::vector<AuditLine>> latest(std::int64_t before, std::int64_t most);

 private:
  Sqlite& file_;
  const Clock& clock_;
};

}  // namespace parcours
