#include <charconv>
#include <ostream>

#include "base/dates.h"
#include "base/letters.h"
#include "cli/commands/commands.h"

namespace parcours {
namespace {

class ImportsCommand final : public Command {
 public:
  void declare(Options& options) override { options.arguments("remove ID", "imports.remove", words_, false); }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    if (words_.empty()) return list(session, workspace, *store);
    if (words_.size() == 1 && words_[0] == "remove") return misuse(msg("cli.missing_argument", {{"name", "ID"}}), msg("imports.hint"));
    if (words_[0] != "remove") return misuse(msg("cli.too_many", {{"word", words_[0]}}), msg("imports.hint"));
    if (words_.size() > 2) return misuse(msg("cli.too_many", {{"word", words_[2]}}), msg("imports.hint"));
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(words_[1].data(), words_[1].data() + words_[1].size(), id);
    if (error != std::errc{} || end != words_[1].data() + words_[1].size())
      return misuse(msg("cli.not_a_number", {{"text", words_[1]}}), msg("imports.hint"));
    PARCOURS_CHECK(store->remove_import(id));
    if (session.json) session.print({{"version", 1}, {"removed", id}});
    else session.say(msg("imports.removed", {{"id", std::to_string(id)}}));
    return kExitFine;
  }

 private:
  static Result<int> list(Session& session, const Workspace& workspace, Store& store) {
    PARCOURS_TRY(const auto imports, store.imports());
    Json json = {{"version", 1}, {"imports", Json::array()}};
    for (const auto& record : imports) {
      json["imports"].push_back({{"id", record.id},
                                 {"name", record.name},
                                 {"format", record.format},
                                 {"at", show_instant(record.at, workspace.zone())},
                                 {"rows", record.summary.rows},
                                 {"imported", record.summary.imported},
                                 {"duplicates", record.summary.duplicates},
                                 {"rejected", record.summary.rejected},
                                 {"erased", record.summary.erased},
                                 {"synthetic", record.synthetic},
                                 {"mapping", Json::parse(record.mapping, nullptr, false)}});
    }
    if (session.json) return session.print(json), kExitFine;
    if (imports.empty()) session.say(msg("cli.no_events"));
    for (const auto& record : imports) session.out << on_a_line(line(record, workspace.zone(), session.lang)) << "\n";
    return kExitFine;
  }

  static std::string line(const ImportRecord& record, const Zone& zone, Lang lang) {
    const auto erased = static_cast<std::int64_t>(record.summary.erased);
    const std::string line =
        render(msg(record.synthetic ? "imports.line_synthetic" : "imports.line", {{"id", std::to_string(record.id)},
                                                                                  {"name", record.name},
                                                                                  {"at", show_table_date(zone.date(record.at), lang)},
                                                                                  {"imported", static_cast<std::int64_t>(record.summary.imported)},
                                                                                  {"rows", static_cast<std::int64_t>(record.summary.rows)}}),
               lang);
    return erased == 0 ? line : line + " " + render(msg("imports.erased", {{"n", erased}}), lang);
  }

  std::vector<std::string> words_;
};

}  // namespace

const CommandInfo kImports{"imports", make_command<ImportsCommand>};

}  // namespace parcours
