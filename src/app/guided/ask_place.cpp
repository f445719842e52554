#include <algorithm>

#include "app/guided/contact.h"
#include "app/guided/script.h"

namespace parcours {
namespace {

constexpr double kUnhappy = -1;

// Where one dwells there is something to mend; a loyal customer is a happy one.
std::string usual_emotion(const DraftStage& stage) {
  const std::string& objective = stage.set->objective;
  if (stage.dwelt_on) return "-1";
  return objective == "recommend" ? "2" : objective == "inspire" || objective == "serve" || objective == "retain" ? "1" : "0";
}

void ask_emotions(GuidedScript& script) {
  auto& stages = script.draft.stages;
  std::string proposal;
  std::vector<LocalText> items;
  for (const auto& stage : stages) {
    proposal += (proposal.empty() ? "" : " ") + usual_emotion(stage);
    items.push_back(stage.set->name);
  }
  auto asked = a_question(GuidedPart::place, "emotions", GuidedKind::emotions, msg("guided.emotions", {{"name", script.who()}}),
                          msg("guided.emotions.help"), proposal);
  asked.items = std::move(items);
  const Json emotions = script.ask(std::move(asked));
  for (std::size_t i = 0; emotions.is_array() && i < stages.size(); ++i) stages[i].emotion = emotions[i];
  // A proposal that was only agreed to is nobody's report.
  if (!emotions.is_array() || !script.was_typed("emotions")) return;
  auto source = a_question(GuidedPart::place, "source", GuidedKind::text, msg("guided.source"), msg("guided.source.help"), "");
  source.optional = true;
  script.draft.source = script.ask_text(std::move(source));
}

std::vector<GuidedChoice> choices_of(const std::vector<DraftContact>& contacts) {
  std::vector<GuidedChoice> choices;
  choices.reserve(contacts.size());
  for (const auto& contact : contacts) choices.push_back({contact.id, {contact.name, {}, {}}});
  return choices;
}

void ask_friction(GuidedScript& script, DraftStage& stage) {
  const SetStage& set = *stage.set;
  const std::string path = "stages/" + set.id + "/friction";
  auto asked = a_question(GuidedPart::place, path, GuidedKind::text, msg("guided.friction", {{"name", script.who()}, {"stage", set.name}}),
                          msg("guided.friction.help"), proposed("friction", set, script.lang()));
  asked.optional = true;
  for (const auto& touchpoint : set.example->touchpoints)
    if (asked.example.empty() && !touchpoint.frictions.empty()) asked.example = touchpoint.frictions.front().text.in(script.lang());
  const std::string text = script.ask_text(std::move(asked));
  if (text.empty()) return;
  stage.friction = {"friction_" + set.id, text, stage.contacts.front().id, {}, {}, {}};
  if (stage.contacts.size() < 2) return;
  auto where = a_question(GuidedPart::place, path + "_at", GuidedKind::choice, msg("guided.friction_at", {{"friction", text}}),
                          msg("guided.friction_at.help"), stage.contacts.front().id);
  where.choices = choices_of(stage.contacts);
  const std::string at = script.ask_text(std::move(where));
  if (!at.empty()) stage.friction->at = at;
}

// Of the last stage during the purchase, else of the last before it, else the last of all.
const DraftContact& usual_goal(const std::vector<DraftStage>& stages, const std::vector<DraftContact>& in_sight) {
  const DraftContact* best = nullptr;
  bool best_is_during = false;
  for (const auto& stage : stages) {
    const bool during = stage.set->phase == Phase::during;
    if (stage.set->phase == Phase::after || (best_is_during && !during)) continue;
    for (const auto& contact : stage.contacts)
      if (!is_out_of_sight(contact.channel)) best = &contact, best_is_during = during;
  }
  return best ? *best : in_sight.back();
}

void ask_about_contacts(GuidedScript& script) {
  GuidedDraft& draft = script.draft;
  std::vector<DraftContact> in_sight;
  std::string later;  // trust is won after the purchase
  for (const auto& stage : draft.stages)
    for (const auto& contact : stage.contacts) {
      if (is_out_of_sight(contact.channel)) continue;
      in_sight.push_back(contact);
      if (later.empty() && stage.set->phase == Phase::after) later = contact.id;
    }
  if (in_sight.empty()) return;
  auto goal =
      a_question(GuidedPart::place, "goal", GuidedKind::choice, msg("guided.goal"), msg("guided.goal.help"), usual_goal(draft.stages, in_sight).id);
  goal.choices = choices_of(in_sight);
  draft.goal = script.ask_text(goal);

  auto truth = a_question(GuidedPart::place, "moment_of_truth", GuidedKind::choice, msg("guided.truth"), msg("guided.truth.help"),
                          later.empty() ? goal.proposal : later);
  truth.choices = goal.choices;
  truth.optional = true;
  draft.moment_of_truth = script.ask_text(std::move(truth));
  for (const auto& stage : draft.stages)
    for (const auto& contact : stage.contacts)
      if (contact.id == draft.moment_of_truth)
        draft.promise = script.ask_text(a_question(GuidedPart::place, "promise", GuidedKind::text, msg("guided.promise", {{"contact", contact.name}}),
                                                   msg("guided.promise.help"), proposed("promise", *stage.set, script.lang())));
}

void ask_when_and_how(GuidedScript& script) {
  GuidedDraft& draft = script.draft;
  auto start = a_question(GuidedPart::place, "start", GuidedKind::date, msg("guided.start", {{"stage", draft.stages.front().set->name}}),
                          msg("guided.start.help"), show(draft.begun));
  start.optional = true;
  draft.start = script.ask_text(std::move(start));
  if (draft.stages.size() > 1) {
    auto pace = a_question(GuidedPart::place, "pace", GuidedKind::days, msg("guided.pace"), msg("guided.pace.help"), "3-5");
    pace.optional = true;
    draft.pace = script.ask(std::move(pace));
  }
  for (auto& stage : draft.stages) {
    if (!stage.dwelt_on) continue;
    auto how = a_question(GuidedPart::place, "stages/" + stage.set->id + "/how", GuidedKind::text, msg("guided.how", {{"stage", stage.set->name}}),
                          msg("guided.how.help"), proposed("how", *stage.set, script.lang()));
    how.example = stage.set->example->how.in(script.lang());
    how.optional = true;
    stage.how = script.ask_text(std::move(how));
  }
}

}  // namespace

void ask_place(GuidedScript& script) {
  auto& stages = script.draft.stages;
  if (stages.empty()) return;
  ask_emotions(script);
  for (auto& stage : stages) {
    const bool hurts = stage.emotion.is_number() && stage.emotion.get<double>() <= kUnhappy;
    if ((stage.dwelt_on || hurts) && !stage.contacts.empty()) ask_friction(script, stage);
  }
  ask_about_contacts(script);
  ask_when_and_how(script);
}

}  // namespace parcours
