#include "server/access/audit.h"

namespace parcours {

Json to_json(const AuditLine& line) {
  return {{"id", line.id},
          {"at", show_instant(line.at, Zone::utc())},
          {"kind", line.kind},
          {"who", line.who},
          {"workspace", line.workspace},
          {"what", line.what},
          {"about", line.about},
          {"address", line.address}};
}

Outcome Audit::add(const AuditLine& line) {
  PARCOURS_TRY(SqliteStatement insert,
               file_.prepare("INSERT INTO audit(at, kind, who, workspace, what, about, address) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
  return insert
      .bind(std::int64_t{clock_.now()}, std::string_view(line.kind), std::string_view(line.who), std::string_view(line.workspace),
            std::string_view(line.what), std::string_view(line.about), std::string_view(line.address))
      .run();
}

Result<std::vector<AuditLine>> Audit::latest(std::int64_t before, std::int64_t most) {
  PARCOURS_TRY(SqliteStatement rows, file_.prepare("SELECT id, at, kind, who, workspace, what, about, address FROM audit "
                                                   "WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2"));
  rows.bind(before, most);
  std::vector<AuditLine> out;
  for (;;) {
    PARCOURS_TRY(const bool more, rows.step());
    if (!more) return out;
    out.push_back({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6), rows.text(7)});
  }
}

}  // namespace parcours
