#include "app/guided/guided_json.h"

#include <algorithm>

#include "base/suggest.h"

namespace parcours {
namespace {

Json question_json(const GuidedQuestion& question, const TypedAnswers& given, Lang lang) {
  Json out = {{"id", question.id},
              {"part", std::string(code_of(question.part))},
              {"kind", std::string(code_of(question.kind))},
              {"prompt", render(question.prompt, lang)},
              {"help", render(question.help, lang)},
              {"proposal", question.proposal},
              {"optional", question.optional}};
  if (!question.example.empty()) out["example"] = question.example;
  for (const auto& choice : question.choices) out["choices"].push_back({{"value", choice.value}, {"label", choice.label.in(lang)}});
  for (const auto& item : question.items) out["items"].push_back(item.in(lang));
  if (question.not_before) out["not_before"] = show(*question.not_before);
  if (question.not_behind) out["not_behind"] = show(*question.not_behind);
  if (const auto answer = given.find(question.id); answer != given.end()) out["answer"] = answer->second;
  return out;
}

Failure not_answers(const std::string& file) { return misuse(msg("guided.file", {{"file", file}}), msg("guided.file.hint")); }

// Every answer belongs to a question and will do.
Outcome check(const std::string& file, const GuidedAnswers& answers) {
  const Interview interview(answers);
  if (!interview.problems().empty()) {
    const auto& problem = interview.problems().front();
    return misuse(msg("guided.file.bad", {{"file", file}, {"question", problem.question}, {"why", nested(problem.failure.what.message)}}),
                  problem.failure.what.hint);
  }
  std::vector<std::string> ids;
  for (const auto& question : interview.questions()) ids.push_back(question.id);
  for (const auto& [id, typed] : answers.given) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    const auto meant = nearest(id, std::span<const std::string>(ids));
    return misuse(msg("guided.file.unknown", {{"file", file}, {"question", id}}),
                  meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("guided.file.unknown.hint"));
  }
  return Done{};
}

}  // namespace

Json questions_json(const Interview& interview) {
  const GuidedAnswers answers = interview.answers();
  Json out = {{"version", 1}, {"language", std::string(code_of(answers.lang))}, {"begun", show(answers.begun)}, {"questions", Json::array()}};
  for (const auto& question : interview.questions()) out["questions"].push_back(question_json(question, answers.given, answers.lang));
  return out;
}

Json answers_json(const GuidedAnswers& answers) {
  Json out = {{"version", 1}, {"language", std::string(code_of(answers.lang))}, {"begun", show(answers.begun)}, {"answers", Json::object()}};
  for (const auto& [id, typed] : answers.given) out["answers"][id] = typed;
  return out;
}

Result<GuidedAnswers> read_answers_json(const std::string& file, std::string_view text, Lang lang, Date today) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("answers") || !json["answers"].is_object()) return not_answers(file);
  if (json.value("version", Json(1)) != 1) return misuse(msg("guided.file.version", {{"file", file}}));
  GuidedAnswers out{lang, today, {}};
  if (json.contains("language")) {
    if (json["language"] != "fr" && json["language"] != "en") return not_answers(file);
    out.lang = json["language"] == "fr" ? Lang::fr : Lang::en;
  }
  if (json.contains("begun")) {
    const auto begun = json["begun"].is_string() ? parse_date(json["begun"].get_ref<const std::string&>()) : std::nullopt;
    if (!begun) return not_answers(file);
    out.begun = *begun;
  }
  for (const auto& [id, typed] : json["answers"].items()) {
    if (!typed.is_string()) return misuse(msg("guided.file.no_text", {{"file", file}, {"question", id}}), msg("guided.file.hint"));
    out.given[id] = typed.get<std::string>();
  }
  PARCOURS_CHECK(check(file, out));
  return out;
}

}  // namespace parcours
