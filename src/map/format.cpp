#include "map/format.h"

#include <algorithm>

#include "map/splice.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;
using Style = YamlNode::Style;

bool is_quoted(const YamlNode& node) { return node.style == Style::single_quoted || node.style == Style::double_quoted; }
bool is_block_text(const YamlNode& node) { return node.style == Style::literal || node.style == Style::folded; }

// First pass: what stands on one line. Spaces behind colons and dashes, quotes, spacing of one-line lists and mappings.
class LinePass {
 public:
  LinePass(std::string_view text, const YamlTree& tree) : text_(text), tree_(tree), layout_(text, tree) {}

  std::string run() {
    tidy(tree_.root());
    return spliced(text_, std::move(splices_)).value_or(std::string(text_));
  }

 private:
  void tidy(const YamlNode& collection) {
    for (const int child : collection.children) {
      const YamlNode& node = tree_.node(child);
      const bool block = (node.kind == Kind::list || node.kind == Kind::mapping) && !node.is_flow();
      // The columns of a mapping beside a dash hang on the gap: that is for the second pass.
      if (!block) tidy_gap(node);
      if (node.is_flow() || (node.kind == Kind::scalar && is_quoted(node))) tidy_value(node);
      else if (block) tidy(node);
    }
  }

  void tidy_gap(const YamlNode& node) {
    const std::size_t head = layout_.head_end(node);
    if (node.begin <= head) return;
    const auto gap = text_.substr(head, node.begin - head);
    if (gap.find_first_not_of(" \t") == std::string_view::npos && gap != " ") splices_.push_back({head, node.begin, " "});
  }

  void tidy_value(const YamlNode& node) {
    const auto raw = text_.substr(node.begin, node.end - node.begin);
    if (raw.find('\n') != std::string_view::npos || !is_whole(node)) return;
    std::string tidy = node.is_flow() ? flow(node) : fits_plain(node.text, false) ? node.text : std::string(raw);
    if (tidy != raw) splices_.push_back({node.begin, node.end, std::move(tidy)});
  }

  // False when a value inside is left out, as in {a: , b}: that stays as it is written.
  bool is_whole(const YamlNode& node) const {
    return std::all_of(node.children.begin(), node.children.end(),
                       [&](int child) { return tree_.node(child).begin < tree_.node(child).end && is_whole(tree_.node(child)); });
  }

  std::string flow(const YamlNode& node) const {
    if (node.kind == Kind::scalar) {
      const std::string raw(text_.substr(node.begin, node.end - node.begin));
      return is_quoted(node) && fits_plain(node.text, true) ? node.text : raw;
    }
    std::string out;
    for (const int child : node.children) {
      const YamlNode& value = tree_.node(child);
      // [a: b] is a list of one mapping, written without braces.
      if (!out.empty()) out += ", ";
      if (value.key >= 0) {
        const YamlNode& key = tree_.node(value.key);
        out += std::string(text_.substr(key.begin, key.end - key.begin)) + ": ";
      }
      out += flow(value);
    }
    if (!node.is_flow()) return "{" + out + "}";
    return node.kind == Kind::mapping ? "{" + out + "}" : "[" + out + "]";
  }

  std::string_view text_;
  const YamlTree& tree_;
  YamlLayout layout_;
  std::vector<Splice> splices_;
};

struct Line {
  enum class Role { other, element, text, block_text, flow };
  std::size_t begin = 0, end = 0;  // without the line break
  Role role = Role::other;
  std::size_t column = 0;                                 // of element and text: the new one
  std::ptrdiff_t shift = 0;                               // of block_text and flow
  bool keeps_end = false;                                 // spaces at its end belong to a text
  std::vector<std::pair<std::size_t, std::size_t>> gaps;  // between a dash and the element beside it
};

// Second pass: indentation, blank lines, spaces at the ends of lines.
class IndentPass {
 public:
  IndentPass(std::string_view text, const YamlTree& tree) : text_(text), tree_(tree), layout_(text, tree) {
    for (std::size_t at = 0; at < text_.size(); at = layout_.next_line(at)) lines_.push_back({at, layout_.line_end(at)});
  }

  std::string run() {
    place(tree_.root(), 0);
    std::string out;
    bool blank_before = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string line = written(i);
      const bool squeezable = line.empty() && lines_[i].role != Line::Role::text && lines_[i].role != Line::Role::block_text;
      if (squeezable && blank_before) continue;
      blank_before = squeezable;
      out += line + layout_.newline();
    }
    while (out.ends_with(layout_.newline() + layout_.newline()) && !ends_in_kept_text()) out.resize(out.size() - layout_.newline().size());
    return out;
  }

 private:
  std::size_t line_of(std::size_t at) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), at, [](std::size_t a, const Line& line) { return a < line.begin; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;
  }

  // Blank lines at the end of a text that keeps them are part of it.
  bool ends_in_kept_text() const { return !lines_.empty() && lines_.back().role == Line::Role::block_text; }

  void place(const YamlNode& collection, std::size_t column) {
    for (const int child : collection.children) {
      const YamlNode& node = tree_.node(child);
      const std::size_t old_column = layout_.column_of(node.lead);
      Line& line = lines_[line_of(node.lead)];
      if (layout_.is_first_on_line(node.lead)) line.role = Line::Role::element, line.column = column;
      const bool block = (node.kind == Kind::list || node.kind == Kind::mapping) && !node.is_flow();
      if (block && node.key < 0 && line_of(node.begin) == line_of(node.lead)) line.gaps.emplace_back(node.lead + 1, node.begin);
      if (block) place(node, column + 2);
      else place_value(node, column, static_cast<std::ptrdiff_t>(column) - static_cast<std::ptrdiff_t>(old_column));
    }
  }

  void place_value(const YamlNode& node, std::size_t column, std::ptrdiff_t shift) {
    if (node.begin >= text_.size()) return;
    const std::size_t head = line_of(node.lead), first = line_of(node.begin), last = line_of(std::max(node.begin, node.end > 0 ? node.end - 1 : 0));
    if (is_block_text(node)) shift = block_shift(first, last, column, shift);
    for (std::size_t i = head + 1; i <= last; ++i) {
      Line& line = lines_[i];
      if (i < first) continue;
      line.column = column + 2;
      line.shift = shift;
      if (is_block_text(node) && i > first) line.role = Line::Role::block_text;
      else line.role = node.is_flow() && i > first ? Line::Role::flow : Line::Role::text;
    }
    // Quotes may hold the line break, and with it the spaces before it.
    for (std::size_t i = first; i < last; ++i) lines_[i].keeps_end = is_quoted(node) || holds_quotes(node);
  }

  bool holds_quotes(const YamlNode& node) const {
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](int child) { return is_quoted(tree_.node(child)) || holds_quotes(tree_.node(child)); });
  }

  // Moves the text to two columns behind its key; one with its own indentation number keeps its distance.
  std::ptrdiff_t block_shift(std::size_t first, std::size_t last, std::size_t column, std::ptrdiff_t shift) const {
    const auto header = text_.substr(lines_[first].begin, lines_[first].end - lines_[first].begin);
    const auto sign = header.find_last_of("|>");
    if (sign != std::string_view::npos && header.substr(sign, 3).find_first_of("123456789") != std::string_view::npos) return shift;
    for (std::size_t i = first + 1; i <= last; ++i) {
      const auto line = text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
      const auto indent = line.find_first_not_of(' ');
      if (indent != std::string_view::npos) return static_cast<std::ptrdiff_t>(column + 2) - static_cast<std::ptrdiff_t>(indent);
    }
    return shift;
  }

  std::string written(std::size_t index) const {
    const Line& line = lines_[index];
    std::string old(text_.substr(line.begin, line.end - line.begin));
    const std::size_t indent = std::min(old.find_first_not_of(line.role == Line::Role::block_text ? " " : " \t"), old.size());
    if (line.role == Line::Role::block_text) return shifted(old, indent, line.shift);
    std::string content = old.substr(indent);
    for (auto gap = line.gaps.rbegin(); gap != line.gaps.rend(); ++gap)
      content.replace(gap->first - line.begin - indent, gap->second - gap->first, 1, ' ');
    if (!line.keeps_end) content.erase(std::min(content.find_last_not_of(" \t") + 1, content.size()));
    if (content.empty()) return content;
    switch (line.role) {
      case Line::Role::element:
      case Line::Role::text: return std::string(line.column, ' ') + content;
      case Line::Role::flow: return shifted(std::string(indent, ' ') + content, indent, line.shift);
      default: return std::string(column_of_comment(index, indent), ' ') + content;
    }
  }

  static std::string shifted(const std::string& line, std::size_t indent, std::ptrdiff_t shift) {
    if (shift >= 0) return line.empty() ? line : std::string(static_cast<std::size_t>(shift), ' ') + line;
    return line.substr(std::min(indent, static_cast<std::size_t>(-shift)));
  }

  // A comment goes with the element below it, or with the one above in whose column it stands.
  std::size_t column_of_comment(std::size_t index, std::size_t indent) const {
    if (lines_[index].begin == 0 && text_.starts_with("---")) return 0;
    std::size_t next = index + 1;
    while (next < lines_.size() && lines_[next].role != Line::Role::element) ++next;
    if (next == lines_.size() && indent == 0) return 0;
    const std::size_t next_column = next < lines_.size() ? lines_[next].column : 0;
    if (next < lines_.size() && old_column(next) == indent) return next_column;
    std::size_t limit = std::string_view::npos;
    for (std::size_t i = index; i-- > 0;) {
      if (lines_[i].role != Line::Role::element || old_column(i) >= limit) continue;
      limit = old_column(i);
      if (limit == indent) return lines_[i].column;
    }
    return next_column;
  }

  std::size_t old_column(std::size_t index) const {
    const auto line = text_.substr(lines_[index].begin, lines_[index].end - lines_[index].begin);
    return std::min(line.find_first_not_of(' '), line.size());
  }

  std::string_view text_;
  const YamlTree& tree_;
  YamlLayout layout_;
  std::vector<Line> lines_;
};

// The pass's outcome if it says the same, else the text as it was.
template <class Pass>
std::string safely(const std::string& file, const std::string& text) {
  const YamlReading before = read_yaml(file, text);
  if (before.tree.empty()) return text;
  std::string out = Pass(text, before.tree).run();
  const YamlReading after = read_yaml(file, out);
  const bool same = after.diagnostics.empty() && to_json(before.tree) == to_json(after.tree);
  return same ? out : text;
}

}  // namespace

Result<std::string> format_yaml(const std::string& file, const std::string& text) {
  const YamlReading reading = read_yaml(file, text);
  if (!reading.diagnostics.empty()) return Failure{FailureKind::misuse, reading.diagnostics.front()};
  const bool is_document = reading.tree.empty() || reading.tree.root().kind == Kind::scalar;
  if (is_document) return text;
  // What one pass moves may let the next one see more (an empty key at the top of a file): on to the layout that stays as it is.
  constexpr int kMostPasses = 8;
  std::string laid_out = text;
  for (int i = 0; i < kMostPasses; ++i) {
    std::string next = safely<IndentPass>(file, safely<LinePass>(file, laid_out));
    if (next == laid_out) return laid_out;
    laid_out = std::move(next);
  }
  return text;
}

}  // namespace parcours
