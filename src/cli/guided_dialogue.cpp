#include "cli/guided_dialogue.h"

#include <algorithm>
#include <istream>
#include <ostream>

namespace parcours {
namespace {

constexpr std::size_t kLongestLine = 1 << 16;  // the rest of a longer one is not kept
constexpr std::size_t kMostChoicesInLines = 15;

// Nothing at the end of input.
std::optional<std::string> next_line(std::istream& in) {
  std::string line;
  int c = in.get();
  if (c == std::istream::traits_type::eof()) return std::nullopt;
  for (; c != std::istream::traits_type::eof() && c != '\n'; c = in.get())
    if (line.size() < kLongestLine) line += static_cast<char>(c);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

Message title_of(GuidedPart part) {
  switch (part) {
    case GuidedPart::offer: return msg("guided.part.offer");
    case GuidedPart::persona: return msg("guided.part.persona");
    case GuidedPart::stages: return msg("guided.part.stages");
    case GuidedPart::customer: return msg("guided.part.customer");
    case GuidedPart::channels: return msg("guided.part.channels");
    case GuidedPart::place: return msg("guided.part.place");
    case GuidedPart::actions: return msg("guided.part.actions");
  }
  return msg("guided.part.offer");
}

Message how_to_type(GuidedKind kind) {
  switch (kind) {
    case GuidedKind::text: return msg("guided.type.text");
    case GuidedKind::texts: return msg("guided.type.texts");
    case GuidedKind::choice: return msg("guided.type.choice");
    case GuidedKind::choices: return msg("guided.type.choices");
    case GuidedKind::emotions: return msg("guided.type.emotions");
    case GuidedKind::contacts: return msg("guided.type.contacts");
    case GuidedKind::date: return msg("guided.type.date");
    case GuidedKind::days: return msg("guided.type.days");
  }
  return msg("guided.type.text");
}

class Dialogue {
 public:
  Dialogue(Session& session, GuidedWorkspace& workspace, GuidedAnswers begun)
      : session_(session), workspace_(workspace), interview_(std::move(begun)), lang_(interview_.answers().lang) {}

  Outcome run() {
    greet();
    while (interview_.current() && !session_.stopped) {
      show();
      const auto line = next_line(session_.in);
      if (!line || session_.stopped) return stop();
      PARCOURS_CHECK(take(*line));
    }
    return interview_.current() ? stop() : finish();
  }

 private:
  void say(const Message& message) { session_.out << render(message, lang_) << "\n"; }
  std::int64_t count() const { return static_cast<std::int64_t>(interview_.questions().size()); }

  void greet() {
    say(msg("guided.greeting", {{"n", count()}}));
    say(msg("guided.keys"));
    if (interview_.number() > 1) say(msg("guided.again"));
  }

  void show() {
    const GuidedQuestion& question = *interview_.current();
    if (!part_ || *part_ != question.part) session_.out << "\n" << render(title_of(question.part), lang_) << "\n";
    part_ = question.part;
    session_.out << "\n" << interview_.number() << "/" << count() << "  " << render(question.prompt, lang_) << "\n";
    show_choices(question);
    show_items(question);
    session_.out << "  [" << proposal_of(question) << "]\n> " << std::flush;
  }

  // A few choices one below the other, many in a row.
  void show_choices(const GuidedQuestion& question) {
    const bool in_lines = question.choices.size() <= kMostChoicesInLines;
    for (std::size_t i = 0; i < question.choices.size(); ++i)
      session_.out << (in_lines || i == 0 ? "  " : " · ") << i + 1 << (in_lines ? ". " : " ") << question.choices[i].label.in(lang_)
                   << (in_lines || i + 1 == question.choices.size() ? "\n" : "");
  }

  void show_items(const GuidedQuestion& question) {
    for (std::size_t i = 0; i < question.items.size(); ++i) session_.out << (i == 0 ? "  " : " · ") << question.items[i].in(lang_);
    if (!question.items.empty()) session_.out << "\n";
  }

  // Choices by their numbers, or, of many, their labels; all else as it may be typed.
  std::string proposal_of(const GuidedQuestion& question) const {
    if (question.proposal.empty()) return render(msg("guided.nothing"), lang_);
    const auto value = read_answer(question, "", lang_);
    const bool is_choice = question.kind == GuidedKind::choice || question.kind == GuidedKind::choices;
    if (!is_choice || !value.ok()) return question.proposal;
    const auto values = value->is_array() ? value->get<std::vector<std::string>>() : std::vector<std::string>{value->get<std::string>()};
    const bool by_number = question.choices.size() <= kMostChoicesInLines;
    std::string out;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
      const GuidedChoice& choice = question.choices[i];
      if (std::find(values.begin(), values.end(), choice.value) == values.end()) continue;
      out += (out.empty() ? "" : by_number ? " " : "; ") + (by_number ? std::to_string(i + 1) : choice.label.in(lang_));
    }
    return out;
  }

  Outcome take(const std::string& line) {
    const auto begin = line.find_first_not_of(" \t"), end = line.find_last_not_of(" \t");
    const std::string word = begin == std::string::npos ? "" : line.substr(begin, end - begin + 1);
    if (word == "?") return explain(), Done{};
    if (word == "<") {
      if (!interview_.back()) say(msg("guided.first"));
      return Done{};
    }
    const auto taken = interview_.answer(line);
    if (!taken.ok()) return complain(taken.failure().what), Done{};
    return workspace_.keep(interview_.answers());
  }

  void explain() {
    const GuidedQuestion& question = *interview_.current();
    session_.out << "  " << render(question.help, lang_) << "\n  " << render(how_to_type(question.kind), lang_);
    if (question.optional) session_.out << " " << render(msg("guided.type.optional"), lang_);
    session_.out << "\n";
    if (!question.example.empty()) session_.out << "  " << render(msg("guided.example", {{"text", question.example}}), lang_) << "\n";
  }

  void complain(const Diagnostic& what) {
    session_.out << "  ! " << render(what.message, lang_) << "\n";
    if (what.hint) session_.out << "    " << render(*what.hint, lang_) << "\n";
  }

  Outcome stop() {
    session_.out << "\n";
    const GuidedAnswers answers = interview_.answers();
    if (answers.given.empty()) return say(msg("guided.nothing_kept")), Done{};
    PARCOURS_TRY(const std::string map, workspace_.write(answers, false));
    say(msg("guided.stopped", {{"n", static_cast<std::int64_t>(answers.given.size())}, {"folder", workspace_.folder()}}));
    say(msg("new.map", {{"path", map}}));
    say(msg("guided.go_on", {{"folder", workspace_.folder()}}));
    return Done{};
  }

  Outcome finish() {
    PARCOURS_TRY(const std::string map, workspace_.write(interview_.answers(), true));
    session_.out << "\n";
    say(msg("new.done", {{"folder", workspace_.folder()}}));
    say(msg("new.map", {{"path", map}}));
    say(msg("new.next", {{"folder", workspace_.folder()}}));
    say(msg("guided.events"));
    return Done{};
  }

  Session& session_;
  GuidedWorkspace& workspace_;
  Interview interview_;
  const Lang lang_;
  std::optional<GuidedPart> part_;
};

}  // namespace

Outcome run_dialogue(Session& session, GuidedWorkspace& workspace, GuidedAnswers begun) {
  return Dialogue(session, workspace, std::move(begun)).run();
}

}  // namespace parcours
