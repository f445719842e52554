#include "app/guided/script.h"

namespace parcours {
namespace {

constexpr int kDaysToAct = 30, kDaysToReview = 180, kDaysInAYear = 365;

void ask_action(GuidedScript& script, const DraftStage& stage, DraftFriction& friction) {
  const std::string path = "actions/" + stage.set->id + "/";
  const Lang lang = script.lang();
  const bool usual = friction.text == proposed("friction", *stage.set, lang);
  const std::string cure = usual ? proposed("cure", *stage.set, lang) : text("guided.action.proposal", lang);
  friction.action = script.ask_text(a_question(GuidedPart::actions, path + "text", GuidedKind::text,
                                               msg("guided.action", {{"friction", friction.text}}), msg("guided.action.help"), cure));
  if (friction.action.empty()) return;
  friction.owner = script.ask_text(a_question(GuidedPart::actions, path + "owner", GuidedKind::text, msg("guided.owner"), msg("guided.owner.help"),
                                              stage.team.empty() ? text("guided.owner.proposal", lang) : stage.team));
  auto due = a_question(GuidedPart::actions, path + "due", GuidedKind::date, msg("guided.due"), msg("guided.due.help"),
                        show(plus_days(script.draft.begun, kDaysToAct)));
  due.not_before = script.draft.begun;
  friction.due = script.ask_text(std::move(due));
}

}  // namespace

void ask_actions(GuidedScript& script) {
  GuidedDraft& draft = script.draft;
  for (auto& stage : draft.stages)
    if (stage.friction) ask_action(script, stage, *stage.friction);
  auto review = a_question(GuidedPart::actions, "review", GuidedKind::date, msg("guided.review"), msg("guided.review.help"),
                           show(plus_days(draft.begun, kDaysToReview)));
  review.not_before = draft.begun;
  review.not_behind = plus_days(draft.begun, kDaysInAYear);
  draft.review = script.ask_text(std::move(review));
}

}  // namespace parcours
