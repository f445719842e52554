#include "cli/brought.h"

namespace parcours {

Result<BroughtMap> usable_form(Session& session, const std::string& path) {
  PARCOURS_TRY(auto brought, read_form(path, session.doors.files));
  for (const Diagnostic& diagnostic : brought.read.diagnostics) session.complain(diagnostic, brought.source);
  if (!brought.read.usable()) return misuse(msg("convert.unusable", {{"path", path}}), msg("convert.unusable.hint"));
  return brought;
}

}  // namespace parcours
