#include "cli/guided_start.h"

#include "app/guided/guided_json.h"
#include "app/templates.h"
#include "cli/guided_dialogue.h"

namespace parcours {
namespace {

constexpr std::uint64_t kMostAnswerBytes = 1 << 20;

Result<GuidedAnswers> given_answers(const Session& session, const GuidedWish& wish, Date today) {
  if (!wish.answers) return GuidedAnswers{session.lang, today, {}};
  PARCOURS_TRY(const std::string text, session.doors.files.read(*wish.answers, kMostAnswerBytes));
  return read_answers_json(*wish.answers, text, session.lang, today);
}

}  // namespace

Result<int> start_guided(Session& session, const GuidedWish& wish) {
  const Date today = today_in_new_workspace(session.doors.clock.now());
  PARCOURS_TRY(auto answers, given_answers(session, wish, today));
  if (wish.questions) {
    session.print(questions_json(Interview(answers)));
    return kExitFine;
  }
  PARCOURS_TRY(auto workspace, GuidedWorkspace::open(*wish.folder, session.lang, today, session.doors.files));
  if (wish.ask) {
    if (!wish.answers && workspace.unfinished()) answers = *workspace.unfinished();
    PARCOURS_CHECK(run_dialogue(session, workspace, std::move(answers)));
    return kExitFine;
  }
  PARCOURS_TRY(const std::string map, workspace.write(answers, true));
  session.say(msg("new.done", {{"folder", *wish.folder}}));
  session.say(msg("new.map", {{"path", map}}));
  session.say(msg("new.next", {{"folder", *wish.folder}}));
  return kExitFine;
}

}  // namespace parcours
