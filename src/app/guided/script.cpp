#include "app/guided/script.h"

namespace parcours {

Json GuidedScript::ask(GuidedQuestion question) {
  const auto given = answers_.find(question.id);
  Json value;
  if (given != answers_.end()) {
    auto read = read_answer(question, given->second, lang());
    if (read.ok()) value = *std::move(read);
    else problems.push_back({question.id, read.failure()});
  } else if (assume_) {
    auto read = read_answer(question, "", lang());
    if (read.ok()) value = *std::move(read);
  }
  questions.push_back(std::move(question));
  return value;
}

std::string GuidedScript::ask_text(GuidedQuestion question) {
  const Json value = ask(std::move(question));
  return value.is_string() ? value.get<std::string>() : "";
}

std::vector<std::string> GuidedScript::ask_list(GuidedQuestion question) { return strings_of(ask(std::move(question))); }

bool GuidedScript::was_typed(std::string_view id) const {
  const auto given = answers_.find(id);
  return given != answers_.end() && given->second.find_first_not_of(" \t\r\n") != std::string::npos;
}

std::string GuidedScript::who() const { return draft.name.empty() ? text("guided.who", lang()) : draft.name; }

void run_script(GuidedScript& script) {
  ask_offer(script);
  ask_persona(script);
  ask_stages(script);
  ask_customer(script);
  ask_channels(script);
  ask_place(script);
  ask_actions(script);
}

GuidedQuestion a_question(GuidedPart part, std::string id, GuidedKind kind, Message prompt, Message help, std::string proposal) {
  return {.id = std::move(id), .part = part, .kind = kind, .prompt = std::move(prompt), .help = std::move(help), .proposal = std::move(proposal)};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

std::vector<std::string> strings_of(const Json& list) { return list.is_array() ? list.get<std::vector<std::string>>() : std::vector<std::string>(); }

std::string proposed(std::string_view what, const SetStage& stage, Lang lang) {
  return text("guided." + std::string(what) + "." + stage.objective, lang);
}

}  // namespace parcours
