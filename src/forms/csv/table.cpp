#include "forms/csv/table.h"

#include <algorithm>

#include "base/csv.h"
#include "base/number.h"
#include "forms/draft.h"

namespace parcours {
namespace {

// Where it would begin as a formula, behind apostrophes that guard it.
bool is_formula_behind_apostrophes(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos && kFormulaSigns.find(text[first]) != std::string_view::npos;
}

class CsvText {
 public:
  CsvText(std::string_view text, MapDraft& draft) : text_(text), draft_(draft) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    const auto line = text_.substr(0, text_.find('\n'));
    for (const char candidate : {';', '\t'})
      if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), separator_)) separator_ = candidate;
  }

  std::vector<CsvLine> lines() {
    std::vector<CsvLine> out;
    while (at_ < text_.size()) {
      CsvLine line = take_line();
      if (std::any_of(line.begin(), line.end(), [](const CsvCell& cell) { return !cell.text.empty(); })) out.push_back(std::move(line));
    }
    return out;
  }

 private:
  bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_, 2) == "\r\n"); }

  CsvLine take_line() {
    CsvLine line;
    for (bool more = true; more;) {
      line.push_back(take_cell());
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) ++at_;
    }
    if (at_ < text_.size()) at_ += text_[at_] == '\r' ? 2 : 1;
    return line;
  }

  CsvCell take_cell() {
    CsvCell cell;
    cell.begin = at_;
    if (at_ < text_.size() && text_[at_] == '"') take_quoted(cell);
    const auto plain = at_;
    while (!at_line_end() && text_[at_] != separator_) ++at_;
    if (plain > cell.begin && at_ > plain) draft_.error("csv-quotes", msg("forms.csv.behind_quote"), plain, at_, msg("forms.csv.double_quote"));
    else if (plain == cell.begin) cell.text = text_.substr(plain, at_ - plain);
    cell.end = at_;
    if (cell.text.starts_with('\'') && is_formula_behind_apostrophes(cell.text)) cell.text.erase(0, 1);
    return cell;
  }

  // Up to behind the closing quote.
  void take_quoted(CsvCell& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && text_.substr(at_, 2) != "\"\"") {
        ++at_;
        return;
      }
      if (text_[at_] == '"') ++at_;
      if (text_.substr(at_, 2) != "\r\n") cell.text += text_[at_];
    }
    draft_.error("csv-quotes", msg("forms.csv.open_quote"), cell.begin, cell.begin + 1, msg("forms.csv.double_quote"));
  }

  std::string_view text_;
  MapDraft& draft_;
  std::size_t at_ = 0;
  char separator_ = ',';
};

}  // namespace

std::vector<CsvLine> csv_lines(std::string_view text, MapDraft& draft) { return CsvText(text, draft).lines(); }

std::string csv_cell(std::string_view text) {
  std::string out;
  if (is_formula_behind_apostrophes(text) && !parse_number(text)) out += '\'';
  out += text;
  if (out.find_first_of("\",;\n\r\t") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace parcours
