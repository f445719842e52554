#include "app/guided/script.h"

namespace parcours {

void ask_offer(GuidedScript& script) {
  script.draft.offer = script.ask_text({.id = "offer",
                                        .part = GuidedPart::offer,
                                        .kind = GuidedKind::text,
                                        .prompt = msg("guided.offer"),
                                        .help = msg("guided.offer.help"),
                                        .proposal = text("guided.offer.proposal", script.lang())});
}

void ask_persona(GuidedScript& script) {
  GuidedDraft& draft = script.draft;
  const Lang lang = script.lang();
  const auto question = [&](std::string id, GuidedKind kind, Message prompt, Message help, std::string proposal) {
    return a_question(GuidedPart::persona, std::move(id), kind, std::move(prompt), std::move(help), std::move(proposal));
  };
  draft.name = script.ask_text(
      question("persona/name", GuidedKind::text, msg("guided.persona"), msg("guided.persona.help"), text("guided.persona.proposal", lang)));
  const Arg who = script.who();

  auto situation = question("persona/situation", GuidedKind::text, msg("guided.situation", {{"name", who}}), msg("guided.situation.help"), "");
  situation.optional = true;
  draft.situation = script.ask_text(std::move(situation));

  auto market = question("persona/market", GuidedKind::choice, msg("guided.market"), msg("guided.market.help"), "B2C");
  market.choices = {{"B2C", {{}, text("guided.market.b2c", Lang::fr), text("guided.market.b2c", Lang::en)}},
                    {"B2B", {{}, text("guided.market.b2b", Lang::fr), text("guided.market.b2b", Lang::en)}}};
  draft.market = script.ask_text(std::move(market));

  draft.goals = script.ask(question("persona/goals", GuidedKind::texts, msg("guided.goals", {{"name", who}}), msg("guided.goals.help"),
                                    text("guided.goals.proposal", lang)));
  draft.frustrations = script.ask(question("persona/frustrations", GuidedKind::texts, msg("guided.frustrations", {{"name", who}}),
                                           msg("guided.frustrations.help"), text("guided.frustrations.proposal", lang)));
}

}  // namespace parcours
