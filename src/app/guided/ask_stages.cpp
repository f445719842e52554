#include <algorithm>

#include "app/guided/script.h"

namespace parcours {
namespace {

// "Awareness · Consideration · Decision"
LocalText stages_in_a_line(const StageSet& set) {
  LocalText line;
  for (const auto& stage : set.stages) {
    line.fr += (line.fr.empty() ? "" : " · ") + stage.name.in(Lang::fr);
    line.en += (line.en.empty() ? "" : " · ") + stage.name.in(Lang::en);
  }
  return line;
}

const StageSet* ask_set(GuidedScript& script) {
  GuidedQuestion question{.id = "set",
                          .part = GuidedPart::stages,
                          .kind = GuidedKind::choice,
                          .prompt = msg("guided.set"),
                          .help = msg("guided.set.help"),
                          .proposal = "five_stages"};
  for (const auto& set : stage_sets()) question.choices.push_back({set.name, stages_in_a_line(set)});
  const std::string name = script.ask_text(std::move(question));
  return name.empty() ? nullptr : &stage_set(name);
}

bool contains(const std::vector<std::string>& list, const std::string& value) { return std::find(list.begin(), list.end(), value) != list.end(); }

// What the customer cannot do without: the stage of most weight, the later of equals. REQUIRES: there is one
std::string weightiest(const std::vector<DraftStage>& stages) {
  const SetStage* best = stages.front().set;
  for (const auto& stage : stages) {
    const bool decides = stage.set->objective == "convert";
    if (decides || (best->objective != "convert" && stage.set->importance >= best->importance)) best = stage.set;
  }
  return best->id;
}

}  // namespace

void ask_stages(GuidedScript& script) {
  GuidedDraft& draft = script.draft;
  draft.set = ask_set(script);
  if (!draft.set) return;
  GuidedQuestion keep{.id = "stages",
                      .part = GuidedPart::stages,
                      .kind = GuidedKind::choices,
                      .prompt = msg("guided.keep"),
                      .help = msg("guided.keep.help"),
                      .proposal = text("guided.all", script.lang())};
  for (const auto& stage : draft.set->stages) keep.choices.push_back({stage.id, stage.name});
  const auto kept = script.ask_list(keep);
  for (const auto& stage : draft.set->stages)
    if (kept.empty() || contains(kept, stage.id)) draft.stages.push_back({&stage});

  GuidedQuestion dwell{.id = "dwell",
                       .part = GuidedPart::stages,
                       .kind = GuidedKind::choices,
                       .prompt = msg("guided.dwell"),
                       .help = msg("guided.dwell.help"),
                       .proposal = weightiest(draft.stages)};
  for (const auto& stage : draft.stages) dwell.choices.push_back({stage.set->id, stage.set->name});
  const auto dwelt_on = script.ask_list(std::move(dwell));
  for (auto& stage : draft.stages) stage.dwelt_on = contains(dwelt_on, stage.set->id);
}

}  // namespace parcours
