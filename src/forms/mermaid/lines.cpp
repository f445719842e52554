#include "forms/mermaid/lines.h"

#include <algorithm>

#include "base/ascii.h"

namespace parcours {
namespace {

using Kind = MermaidStatement::Kind;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// "section Achat" -> "Achat" for "section". Nothing when another character than a blank follows the word.
bool takes_word(std::string_view& text, std::string_view word) {
  if (!begins_with(text, word)) return false;
  if (text.size() > word.size() && !is_blank(text[word.size()])) return false;
  text = trimmed(text.substr(word.size()));
  return true;
}

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  MermaidLines take() {
    take_front_matter();
    while (at_ < text_.size()) take_line();
    return std::move(out_);
  }

 private:
  std::string_view next_line() {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    const auto line = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    return trimmed(line);
  }

  void take_front_matter() {
    const auto start = at_;
    if (next_line() != "---") {
      at_ = start;
      return;
    }
    while (at_ < text_.size()) {
      const auto line = next_line();
      if (line == "---") return;
      if (line.starts_with("title:")) out_.front_title = trimmed(line.substr(6));
    }
  }

  // Everything up to `end`, over as many lines as it takes.
  void pass_over(std::size_t from, std::string_view end) {
    const auto found = text_.find(end, from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void take_line() {
    const auto line = next_line();
    if (line.empty()) return;
    const auto begin = static_cast<std::size_t>(line.data() - text_.data());
    if (line.starts_with("%%{")) return pass_over(begin, "}%%");
    if (line.front() == '%' || (line.front() == '#' && raw_sign(line) == 0)) return;  // a comment, unless it begins with an entity
    add(line, begin);
  }

  void add(std::string_view line, std::size_t begin) {
    MermaidStatement statement{Kind::task, begin, begin + line.size(), line};
    std::string_view rest = line;
    if (begins_with(line, "accdescr") && line.find('{') != std::string_view::npos && line.find(':') == std::string_view::npos) {
      statement.kind = Kind::accessibility;
      pass_over(begin, "}");
    } else if (begins_with(line, "acctitle") || begins_with(line, "accdescr")) {
      statement.kind = Kind::accessibility;
    } else if (takes_word(rest, "journey")) {
      statement.kind = Kind::journey;
      if (!rest.empty() && out_.statements.empty()) {  // more on the line of the keyword
        out_.statements.push_back({Kind::journey, begin, begin + 7, {}});
        return add(rest, static_cast<std::size_t>(rest.data() - text_.data()));
      }
    } else if (takes_word(rest, "title")) {
      statement.kind = Kind::title;
    } else if (takes_word(rest, "section")) {
      statement.kind = Kind::section;
    }
    statement.content = rest;
    out_.statements.push_back(statement);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  MermaidLines out_;
};

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

MermaidLines mermaid_lines(std::string_view text) { return Lines(text).take(); }

std::size_t raw_sign(std::string_view content) {
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == ';') return i;
    if (content[i] != '#') continue;
    std::size_t end = i + 1;
    while (end < content.size() && is_word(content[end])) ++end;
    if (end == i + 1 || end == content.size() || content[end] != ';') return i;
    i = end;
  }
  return std::string_view::npos;
}

}  // namespace parcours
