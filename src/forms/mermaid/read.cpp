#include <algorithm>
#include <optional>

#include "base/number.h"
#include "forms/draft.h"
#include "forms/mermaid/lines.h"
#include "forms/mermaid/mermaid.h"

namespace parcours {
namespace {

using Kind = MermaidStatement::Kind;

struct Feeling {
  std::string persona;  // "": everyone
  double value = 0;
};

struct Task {
  std::string name;
  std::vector<Feeling> feelings;
  std::size_t begin = 0, end = 0;
};

struct Section {
  std::string name;
  std::vector<Task> tasks;
  std::size_t begin = 0, end = 0;
};

bool is_everyone(const Task& task) { return task.feelings.size() == 1 && task.feelings.front().persona.empty(); }

// One touchpoint at which personas feel differently is written as several tasks, one below the other.
bool continues(const Task& before, const Task& next) {
  if (before.name != next.name || is_everyone(before) || is_everyone(next)) return false;
  return std::none_of(next.feelings.begin(), next.feelings.end(), [&](const Feeling& one) {
    return std::any_of(before.feelings.begin(), before.feelings.end(), [&](const Feeling& other) { return one.persona == other.persona; });
  });
}

class MermaidReader {
 public:
  MermaidReader(const std::string& file, const std::string& text) : file_(file), draft_(file, text), text_(text) {}

  ReadMap read() {
    if (!draft_.fit_to_read()) return draft_.finish_unread();
    const MermaidLines lines = mermaid_lines(text_);
    if (lines.statements.empty() || lines.statements.front().kind != Kind::journey) {
      const auto& first = lines.statements;
      draft_.error("mermaid-no-journey", msg("forms.mermaid.no_journey"), first.empty() ? 0 : first[0].begin, first.empty() ? 0 : first[0].end,
                   msg("forms.mermaid.no_journey.hint"));
      return draft_.finish_unread();
    }
    title_ = lines.front_title;
    for (std::size_t i = 1; i < lines.statements.size(); ++i) take(lines.statements[i]);
    write();
    return draft_.finish();
  }

 private:
  void take(const MermaidStatement& statement) {
    switch (statement.kind) {
      case Kind::title: return take_title(statement);
      case Kind::section: return take_section(statement);
      case Kind::accessibility: return draft_.warning("mermaid-left-out", msg("forms.mermaid.accessibility"), statement.begin, statement.end);
      case Kind::journey:
      case Kind::task: return take_task(statement);
    }
  }

  // What Mermaid would lose or refuse is kept here, and said.
  std::string kept(const MermaidStatement& statement, std::string_view content, bool colon_refused) {
    const auto sign = raw_sign(content);
    const auto at = static_cast<std::size_t>(content.data() - text_.data());
    if (sign != std::string_view::npos && content[sign] == '#')
      draft_.warning("mermaid-cuts", msg("forms.mermaid.cuts"), at + sign, statement.end, msg("forms.mermaid.write_entity", {{"sign", "#35;"}}));
    else if (sign != std::string_view::npos)
      draft_.warning("mermaid-refuses", msg("forms.mermaid.refuses", {{"sign", ";"}}), at + sign, at + sign + 1,
                     msg("forms.mermaid.write_entity", {{"sign", "#59;"}}));
    if (const auto colon = content.find(':'); colon_refused && colon != std::string_view::npos)
      draft_.warning("mermaid-refuses", msg("forms.mermaid.refuses", {{"sign", ":"}}), at + colon, at + colon + 1,
                     msg("forms.mermaid.write_entity", {{"sign", "#58;"}}));
    std::string text = without_entities(content);
    if (text.starts_with("\u200B")) text.erase(0, 3);  // our own guard before a word of the syntax
    return text;
  }

  // "Title page: 3: ana" is a title to Mermaid, whatever its author meant.
  void doubt(const MermaidStatement& statement, std::string_view word) {
    const auto colon = statement.content.find(':');
    if (colon == std::string_view::npos) return;
    const auto behind = trimmed(statement.content.substr(colon + 1));
    if (!behind.empty() && behind.front() >= '0' && behind.front() <= '9' && (behind.size() == 1 || behind.find(':') == 1))
      draft_.warning("mermaid-not-a-task", msg("forms.mermaid.not_a_task", {{"word", std::string(word)}}), statement.begin, statement.end,
                     msg("forms.mermaid.not_a_task.hint"));
  }

  void take_title(const MermaidStatement& statement) {
    doubt(statement, "title");
    if (has_title_) draft_.warning("mermaid-second-title", msg("forms.mermaid.second_title"), statement.begin, statement.end);
    title_ = kept(statement, statement.content, false);
    has_title_ = true;
    draft_.stands_at("title", statement.begin, statement.end);
  }

  void take_section(const MermaidStatement& statement) {
    doubt(statement, "section");
    sections_.push_back({kept(statement, statement.content, true), {}, statement.begin, statement.end});
  }

  void take_task(const MermaidStatement& statement) {
    const std::string_view all = std::string_view(text_).substr(statement.begin, statement.end - statement.begin);
    const auto colon = all.find(':');
    if (colon == std::string_view::npos)
      return draft_.error("mermaid-no-score", msg("forms.mermaid.no_score"), statement.begin, statement.end, msg("forms.mermaid.no_score.hint"));
    if (statement.kind == Kind::journey)
      draft_.warning("mermaid-refuses", msg("forms.mermaid.refuses", {{"sign", "journey"}}), statement.begin, statement.begin + 7,
                     msg("forms.mermaid.not_a_task.hint"));
    Task task{kept(statement, trimmed(all.substr(0, colon)), false), {}, statement.begin, statement.end};
    take_data(statement, all.substr(colon + 1), task);
    if (sections_.empty()) sections_.push_back({"", {}, statement.begin, statement.end});
    auto& tasks = sections_.back().tasks;
    if (!tasks.empty() && continues(tasks.back(), task))
      tasks.back().feelings.insert(tasks.back().feelings.end(), task.feelings.begin(), task.feelings.end());
    else tasks.push_back(std::move(task));
  }

  // "3: ana, thomas"
  void take_data(const MermaidStatement& statement, std::string_view data, Task& task) {
    const auto colon = std::min(data.find(':'), data.size());
    const auto score_text = trimmed(data.substr(0, colon));
    const auto score = parse_number(score_text);
    const auto at = static_cast<std::size_t>(data.data() - text_.data());
    const bool fits = score && *score >= 1 && *score <= 5;
    if (!fits)
      draft_.error("mermaid-score", msg("forms.mermaid.score", {{"text", shown(score_text)}}), at, at + colon, msg("forms.mermaid.score.hint"));
    std::string_view people = data.substr(std::min(colon + 1, data.size()));
    if (const auto more = people.find(':'); more != std::string_view::npos) {
      const auto from = static_cast<std::size_t>(people.data() - text_.data()) + more;
      draft_.warning("mermaid-cuts", msg("forms.mermaid.third_part"), from, statement.end, msg("forms.mermaid.write_entity", {{"sign", "#58;"}}));
      people = people.substr(0, more);
    }
    const double value = fits ? *score - 3 : 0;
    kept_people(statement, people, value, task);
    if (task.feelings.empty()) task.feelings.push_back({"", value});
  }

  void kept_people(const MermaidStatement& statement, std::string_view people, double value, Task& task) {
    if (!people.empty()) kept(statement, people, false);  // for what is to be said of it
    for (std::size_t from = 0; from <= people.size();) {
      const auto comma = std::min(people.find(',', from), people.size());
      const std::string name = without_entities(trimmed(people.substr(from, comma - from)));
      from = comma + 1;
      if (name.empty()) continue;
      const std::string id = persona(name);
      const bool twice = std::any_of(task.feelings.begin(), task.feelings.end(), [&](const Feeling& f) { return f.persona == id; });
      if (!twice) task.feelings.push_back({id, value});
    }
  }

  std::string persona(const std::string& name) {
    for (const auto& known : personas_)
      if (known.second == name) return known.first;
    personas_.emplace_back(persona_ids_.make(name, "persona"), name);
    return personas_.back().first;
  }

  void write() {
    draft_.map["title"] = title_.empty() ? title_from(file_) : title_;
    if (!personas_.empty()) draft_.map["personas"] = Json::array();
    for (const auto& [id, name] : personas_) {
      draft_.map["personas"].push_back(id);
      draft_.add_persona(id, {{"name", name}});
    }
    draft_.map["stages"] = Json::array();
    for (const Section& section : sections_) write(section);
    draft_.note("phase-unsaid", msg("forms.mermaid.phase"));
  }

  void write(const Section& section) {
    const std::string id = stage_ids_.make(section.name, "stage");
    const std::string path = "stages/" + id;
    draft_.stands_at(path, section.begin, section.end);
    Json stage = {{"id", id}, {"name", section.name.empty() ? id : section.name}, {"phase", "before"}};
    if (!section.tasks.empty()) stage["touchpoints"] = Json::array();
    for (const Task& task : section.tasks) {
      const std::string own = touchpoint_ids_.make(task.name, "step");
      draft_.stands_at(path + "/touchpoints/" + own, task.begin, task.end);
      stage["touchpoints"].push_back({{"id", own}, {"name", task.name.empty() ? own : task.name}, {"emotion", emotion(task)}});
    }
    draft_.map["stages"].push_back(std::move(stage));
  }

  Json emotion(const Task& task) const {
    const bool same = std::all_of(task.feelings.begin(), task.feelings.end(), [&](const Feeling& f) { return f.value == task.feelings[0].value; });
    const auto number = [](double value) { return value == static_cast<int>(value) ? Json(static_cast<int>(value)) : Json(value); };
    if (is_everyone(task) || (same && task.feelings.size() == personas_.size())) return number(task.feelings.front().value);
    Json out = Json::object();
    for (const Feeling& feeling : task.feelings) out[feeling.persona] = number(feeling.value);
    return out;
  }

  const std::string& file_;
  MapDraft draft_;
  const std::string& text_;
  std::string title_;
  bool has_title_ = false;
  std::vector<Section> sections_;
  std::vector<std::pair<std::string, std::string>> personas_;  // id, name
  Ids persona_ids_, stage_ids_, touchpoint_ids_;
};

}  // namespace

ReadMap read_mermaid(const std::string& file, const std::string& text) { return MermaidReader(file, text).read(); }

}  // namespace parcours
