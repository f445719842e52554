#include <ostream>

#include "base/letters.h"
#include "cli/commands/commands.h"
#include "server/access/access_file.h"
#include "server/access/audit.h"

namespace parcours {
namespace {

constexpr std::int64_t kLinesShown = 50;

// "2026-11-23 14:05:09", as the log keeps it.
std::string time_in_log(TimeMs at) {
  std::string text = show_instant(at, Zone::utc());
  text[text.find('T')] = ' ';
  return text.substr(0, 19);
}

class AuditCommand final : public Command {
 public:
  void declare(Options& options) override { options.number("--most", "N", "audit.most", most_); }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(const auto workspace, session.workspace());
    const std::string path = join_path(workspace.folder(), kAccessFile);
    if (!session.doors.files.exists(path)) return misuse(msg("audit.no_accounts"), msg("audit.no_accounts.hint"));
    PARCOURS_TRY(Sqlite file, open_access_file(path));
    PARCOURS_TRY(const auto lines, Audit(file, session.doors.clock).latest(0, most_.value_or(kLinesShown)));
    if (session.json) {
      Json list = Json::array();
      for (const AuditLine& line : lines) list.push_back(to_json(line));
      return session.print({{"version", 1}, {"lines", std::move(list)}}), kExitFine;
    }
    if (lines.empty()) session.say(msg("audit.none"));
    for (const AuditLine& line : lines) session.out << on_a_line(in_words(line, session.lang)) << "\n";
    return kExitFine;
  }

 private:
  // "2026-11-23 14:05:09  lea@example.org  map edited  shop  (203.0.113.9)"
  static std::string in_words(const AuditLine& line, Lang lang) {
    std::string words = time_in_log(line.at) + "  " + (line.who.empty() ? text("studio.visitor." + line.kind, lang) : line.who) + "  " +
                        text("studio.audit." + line.what, lang);
    if (!line.about.empty()) words += "  " + line.about;
    if (!line.workspace.empty()) words += "  " + render(msg("audit.in", {{"workspace", line.workspace}}), lang);
    return line.address.empty() ? words : words + "  (" + line.address + ")";
  }

  std::optional<std::int64_t> most_;
};

}  // namespace

const CommandInfo kAudit{"audit", make_command<AuditCommand>};

}  // namespace parcours
