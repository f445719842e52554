#include "cli/import_report.h"

#include <algorithm>
#include <iostream>

#include "app/import_file.h"
#include "base/letters.h"
#include "events/reject_file.h"

namespace parcours {
namespace {

constexpr std::size_t kRejectsShown = 10, kCellWidth = 18, kColumnsShown = 8;

// The cell in exactly kCellWidth characters.
std::string cell(const std::string& text) {
  std::string out;
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    if (++n > kCellWidth - 1 && characters_in(text) > kCellWidth - 1) {
      out += "…";
      break;
    }
    const bool is_control = static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7f;
    out += is_control ? " " : text.substr(i, next - i);
    i = next;
  }
  return padded(out, kCellWidth);
}

void show_rows(Session& session, const ColumnPlan& plan) {
  const std::size_t columns = std::min(plan.columns.size(), kColumnsShown);
  std::string names, roles;
  for (std::size_t i = 0; i < columns; ++i) {
    names += "  " + cell(plan.columns[i].name);
    roles += "  " + cell(render(label_of(plan.columns[i].role), session.lang));
  }
  session.err << names << (plan.columns.size() > columns ? "  …" : "") << "\n" << roles << "\n";
  for (const auto& row : plan.first_rows) {
    std::string line;
    for (std::size_t i = 0; i < std::min(columns, row.size()); ++i) line += "  " + cell(row[i]);
    session.err << line << "\n";
  }
}

// Several identities may be one customer: both are told where they differ.
Message who_came(const ImportSummary& summary) {
  const auto customers = static_cast<std::int64_t>(summary.customers);
  if (summary.customers == summary.identities) return msg("import.customers", {{"customers", customers}});
  return msg("import.identities", {{"identities", static_cast<std::int64_t>(summary.identities)}, {"customers", customers}});
}

// Each where they are few, else one for each cause, with how many are alike. Gives how many rows it spoke for one by one.
std::size_t show_rejects(Session& session, const ImportSource& source) {
  const auto& rejects = source.rejects();
  if (rejects.size() <= kRejectsShown) {
    for (const Reject& reject : rejects) session.err << show(reject, source.name(), session.lang) << "\n";
    return rejects.size();
  }
  auto causes = causes_of(rejects);
  if (causes.size() > kRejectsShown) causes.resize(kRejectsShown);
  for (const RejectCause& cause : causes) {
    session.err << show(*cause.first, source.name(), session.lang);
    if (const auto n = static_cast<std::int64_t>(cause.rows) - 1; n > 0) session.err << " " << render(msg("import.alike", {{"n", n}}), session.lang);
    session.err << "\n";
  }
  return causes.size();
}

}  // namespace

void show_plan(Session& session, const std::string& path, const ColumnPlan& plan) {
  session.note(msg("import.plan", {{"path", path}}));
  for (const auto& sentence : explain(plan)) session.err << "  " << render(sentence, session.lang) << "\n";
  if (!plan.first_rows.empty()) show_rows(session, plan);
  for (const auto& remark : plan.remarks) session.complain(remark);
}

void ProgressLine::show(const ImportSource& source) {
  if (!session_.out_is_terminal || session_.json) return;
  const auto share = source.progress();
  std::string line = "\r" + render(msg("import.progress", {{"rows", static_cast<std::int64_t>(source.rows())}}), session_.lang);
  if (share) line += "  " + std::to_string(static_cast<int>(*share * 100)) + " %";
  session_.err << line << "   " << std::flush;
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) session_.err << "\r\x1b[K" << std::flush;
}

void show_summary(Session& session, const ImportSource& source, const ImportSummary& summary, bool dry_run, const std::string& rejects_path) {
  const bool is_new = summary.id != 0;
  const std::vector<std::pair<std::string, Arg>> nothing_new = {{"rows", static_cast<std::int64_t>(summary.rows)},
                                                                {"duplicates", static_cast<std::int64_t>(summary.duplicates)},
                                                                {"rejected", static_cast<std::int64_t>(summary.rejected)}};
  if (!dry_run && !is_new) session.say(msg("import.nothing_new", nothing_new));
  else
    session.say(dry_run ? msg("import.dry_run_done",
                              {{"rows", static_cast<std::int64_t>(summary.rows)}, {"rejected", static_cast<std::int64_t>(summary.rejected)}})
                        : msg("import.done", {{"rows", static_cast<std::int64_t>(summary.rows)},
                                              {"imported", static_cast<std::int64_t>(summary.imported)},
                                              {"who", nested(who_came(summary))},
                                              {"duplicates", static_cast<std::int64_t>(summary.duplicates)},
                                              {"rejected", static_cast<std::int64_t>(summary.rejected)},
                                              {"id", std::to_string(summary.id)}}));
  if (summary.erased > 0) session.say(msg("import.erased", {{"n", static_cast<std::int64_t>(summary.erased)}}));
  if (source.skipped() > 0) session.say(msg("import.left_aside", {{"n", static_cast<std::int64_t>(source.skipped())}}));
  if (source.synthetic()) session.say(msg("import.is_synthetic"));
  if (summary.links_undone > 0)
    session.say(msg("import.links_undone",
                    {{"values", static_cast<std::int64_t>(summary.values_over_limit)}, {"n", static_cast<std::int64_t>(summary.links_undone)}}));
  for (const Diagnostic& note : import_notes(source, summary)) session.complain(note);
  const std::size_t shown = show_rejects(session, source);
  if (!rejects_path.empty()) session.note(msg("cli.written", {{"path", rejects_path}}));
  else if (source.rejects().size() > shown) session.note(msg("import.more_rejects"));
}

std::string read_line() {
  std::string line;
  std::getline(std::cin, line);
  return line;
}

}  // namespace parcours
