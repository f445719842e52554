#include <algorithm>

#include "app/guided/contact.h"
#include "app/guided/script.h"

namespace parcours {
namespace {

// Those of the named set's example, as far as they are usual ones.
std::vector<std::string> channels_of(const std::vector<DraftStage>& stages) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> found;
  for (const auto& stage : stages)
    for (const auto& channel : stage.set->channels)
      if (!usual_channel_named(channel).empty() && std::find(found.begin(), found.end(), channel) == found.end()) found.push_back(channel);
  found.resize(std::min(found.size(), kMost));
  return found;
}

void ask_for_channels(GuidedScript& script) {
  GuidedQuestion question{.id = "channels",
                          .part = GuidedPart::channels,
                          .kind = GuidedKind::choices,
                          .prompt = msg("guided.channels"),
                          .help = msg("guided.channels.help"),
                          .proposal = joined(channels_of(script.draft.stages))};
  if (question.proposal.empty()) question.proposal = "site";
  for (const auto& id : usual_channels()) question.choices.push_back({id, channel_label(id)});
  script.draft.channels = script.ask_list(std::move(question));
}

std::string example_of(const SetStage& stage, Lang lang) {
  std::vector<std::string> contacts;
  for (const auto& touchpoint : stage.example->touchpoints)
    contacts.push_back(touchpoint.name.in(lang) + " (" + channel_label(touchpoint.channel).in(lang) + ")");
  return joined(contacts);
}

void ask_contacts(GuidedScript& script, DraftStage& stage) {
  const SetStage& set = *stage.set;
  const Json contacts = script.ask({.id = "stages/" + set.id + "/contacts",
                                    .part = GuidedPart::channels,
                                    .kind = GuidedKind::contacts,
                                    .prompt = msg("guided.contacts", {{"name", script.who()}, {"stage", set.name}}),
                                    .help = msg("guided.contacts.help"),
                                    .proposal = usual_contacts(set.objective, script.draft.channels, script.lang()),
                                    .example = example_of(set, script.lang()),
                                    .optional = true});
  for (const auto& contact : contacts) {
    const auto name = contact["name"].get<std::string>();
    stage.contacts.push_back({script.contact_ids.make(name, "contact"), name, contact["channel"].get<std::string>()});
  }
}

Message usual_team(Phase phase) {
  switch (phase) {
    case Phase::before: return msg("guided.team.before");
    case Phase::during: return msg("guided.team.during");
    case Phase::after: return msg("guided.team.after");
  }
  return msg("guided.team.before");
}

void ask_team(GuidedScript& script, DraftStage& stage) {
  stage.team = script.ask_text({.id = "stages/" + stage.set->id + "/team",
                                .part = GuidedPart::channels,
                                .kind = GuidedKind::text,
                                .prompt = msg("guided.team", {{"stage", stage.set->name}}),
                                .help = msg("guided.team.help"),
                                .proposal = render(usual_team(stage.set->phase), script.lang()),
                                .optional = true});
}

}  // namespace

void ask_channels(GuidedScript& script) {
  auto& stages = script.draft.stages;
  if (stages.empty()) return;
  ask_for_channels(script);
  for (auto& stage : stages) {
    ask_contacts(script, stage);
    if (stage.dwelt_on && !stage.contacts.empty()) ask_team(script, stage);
  }
}

}  // namespace parcours
