#include <ostream>

#include "app/team_views.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "map/disagreement.h"

namespace parcours {
namespace {

class ViewsCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("MAP", "views.words", words_, false);
    options.value("-o,--output", "FILE", "views.output", output_);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    if (!words_.empty() && words_[0] == "new") return form(session, workspace);
    if (output_) return misuse(msg("views.output_is_form"), msg("views.hint"));
    if (!words_.empty() && words_[0] == "add") return add(session, workspace);
    if (words_.size() > 1) return misuse(msg("cli.too_many", {{"word", words_[1]}}), msg("views.hint"));
    PARCOURS_TRY(const auto name, map_or_only(workspace, words_.empty() ? std::nullopt : std::optional(words_[0])));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    if (session.json) session.print(views_json(map.value, session.lang));
    else list(session, map.value, session.lang);
    return kExitFine;
  }

 private:
  Result<int> form(Session& session, const Workspace& workspace) const {
    if (words_.size() < 3) return misuse(msg("cli.missing_argument", {{"name", words_.size() < 2 ? "MAP" : "TEAM"}}), msg("views.hint"));
    if (words_.size() > 3) return misuse(msg("cli.too_many", {{"word", words_[3]}}), msg("views.hint"));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, words_[1]));
    PARCOURS_TRY(const auto path, written_form(workspace, map, language_of(session, map)));
    if (session.json) session.print({{"version", 1}, {"written", Json::array({path})}});
    else session.say(msg("views.form", {{"path", path}, {"team", words_[2]}}));
    return kExitFine;
  }

  Result<std::string> written_form(const Workspace& workspace, const MapFile& map, Lang lang) const {
    if (!output_) return write_views_form(workspace, map, words_[2], lang);
    PARCOURS_CHECK(write_views_form_to(workspace, map, words_[2], lang, *output_));
    return *output_;
  }

  Result<int> add(Session& session, const Workspace& workspace) const {
    if (words_.size() < 3) return misuse(msg("cli.missing_argument", {{"name", words_.size() < 2 ? "MAP" : "FILE"}}), msg("views.hint"));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, words_[1]));
    PARCOURS_TRY(const auto added, add_views(workspace, map, {words_.begin() + 2, words_.end()}, language_of(session, map)));
    for (const auto& diagnostic : added.diagnostics) session.complain(diagnostic, text_of(added, diagnostic.place.file));
    if (added.refused) return misuse(msg("views.refused"));
    if (session.json) session.print({{"version", 1}, {"written", added.written}, {"already_there", added.already_there}});
    else tell(session, added);
    return added.diagnostics.empty() ? kExitFine : kExitFindings;
  }

  static std::string_view text_of(const AddedViews& added, const std::string& file) {
    for (const auto& one : added.files)
      if (one.source.file() == file) return one.source.text();
    return {};  // of a workbook: its cell is named
  }

  static void tell(Session& session, const AddedViews& added) {
    for (const auto& path : added.written) session.say(msg("cli.written", {{"path", path}}));
    for (const auto& path : added.already_there) session.say(msg("views.already_there", {{"path", path}}));
  }

  // The sentence, then each touchpoint that several teams see, the widest apart first.
  static void list(Session& session, const JourneyMap& map, Lang lang) {
    if (map.views.empty()) return session.say(msg("views.none", {{"map", map.id}}));
    const auto all = disagreements(map);
    session.out << render(disagreement_sentence(map, all), lang) << "\n";
    for (const Disagreement* at : by_spread(all)) {
      session.out << "\n"
                  << render(msg("views.touchpoint", {{"name", map.touchpoint(at->touchpoint)->name},
                                                     {"spread", at->spread},
                                                     {"teams", static_cast<std::int64_t>(at->teams())}}),
                            lang)
                  << "\n";
      for (const TeamView* view : at->views)
        session.out << "  " << render(msg("views.view", {{"team", view->team}, {"emotion", *view->emotion}}), lang)
                    << (view->note.empty() ? "" : "  " + view->note.in(lang)) << "\n";
    }
  }

  std::vector<std::string> words_;
  std::optional<std::string> output_;
};

}  // namespace

const CommandInfo kViews{"views", make_command<ViewsCommand>};

}  // namespace parcours
