#include <ostream>

#include "app/team_views.h"
#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "map/disagreement.h"

namespace parcours {
namespace {

class ViewsCommand final : public Command {
 public:
  void declare(Options& options) override { options.arguments("MAP", "views.words", words_, false); }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    if (!words_.empty() && words_[0] == "new") return form(session, workspace);
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
    PARCOURS_TRY(const auto path, write_views_form(workspace, map, words_[2], language_of(session, map)));
    if (session.json) session.print({{"version", 1}, {"written", Json::array({path})}});
    else session.say(msg("views.form", {{"path", path}, {"team", words_[2]}}));
    return kExitFine;
  }

  Result<int> add(Session& session, const Workspace& workspace) const {
    if (words_.size() < 3) return misuse(msg("cli.missing_argument", {{"name", words_.size() < 2 ? "MAP" : "FILE"}}), msg("views.hint"));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, words_[1]));
    PARCOURS_TRY(const auto added, add_views(workspace, map, {words_.begin() + 2, words_.end()}));
    for (const auto& diagnostic : added.diagnostics)
      for (const auto& file : added.files)
        if (file.source.file() == diagnostic.place.file) session.complain(diagnostic, file.source.text());
    if (added.refused) return misuse(msg("views.refused"));
    if (session.json) session.print({{"version", 1}, {"written", added.written}, {"already_there", added.already_there}});
    else tell(session, added);
    return added.diagnostics.empty() ? kExitFine : kExitFindings;
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
};

}  // namespace

const CommandInfo kViews{"views", make_command<ViewsCommand>};

}  // namespace parcours
