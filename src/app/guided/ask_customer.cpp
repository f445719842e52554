#include "app/guided/script.h"

namespace parcours {
namespace {

// The template's own answers, as an example: "What she does: …".
template <class Texts>
std::string example_of(const SetStage& stage, Lang lang, Texts texts_of) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> found;
  for (const auto& touchpoint : stage.example->touchpoints)
    for (const auto& said : texts_of(touchpoint))
      if (found.size() < kMost) found.push_back(said.in(lang));
  return joined(found);
}

GuidedQuestion stage_question(const SetStage& stage, std::string_view what, Message prompt, Message help, Lang lang) {
  return {.id = "stages/" + stage.id + "/" + std::string(what),
          .part = GuidedPart::customer,
          .kind = GuidedKind::texts,
          .prompt = std::move(prompt),
          .help = std::move(help),
          .proposal = proposed(what, stage, lang)};
}

void ask_stage(GuidedScript& script, DraftStage& stage) {
  const SetStage& set = *stage.set;
  const Lang lang = script.lang();
  const std::vector<std::pair<std::string, Arg>> args = {{"name", script.who()}, {"stage", set.name}};

  auto buyer = stage_question(set, "buyer", msg("guided.buyer", args), msg("guided.buyer.help"), lang);
  std::vector<std::string> steps;
  for (const auto& step : set.example->buyer) steps.push_back(step.text.in(lang));
  buyer.example = joined(steps);
  stage.buyer = script.ask(std::move(buyer));
  if (!stage.dwelt_on) return;

  auto wants = stage_question(set, "wants", msg("guided.wants", args), msg("guided.wants.help"), lang);
  wants.example = example_of(set, lang, [](const Touchpoint& touchpoint) { return touchpoint.wants; });
  stage.wants = script.ask(std::move(wants));

  auto asks = stage_question(set, "asks", msg("guided.asks", args), msg("guided.asks.help"), lang);
  asks.example = example_of(set, lang, [](const Touchpoint& touchpoint) { return touchpoint.asks; });
  asks.optional = true;
  stage.asks = script.ask(std::move(asks));
}

}  // namespace

void ask_customer(GuidedScript& script) {
  for (auto& stage : script.draft.stages) ask_stage(script, stage);
}

}  // namespace parcours
