#include "events/xlsx/sheet_rows.h"

#include <charconv>
#include <cmath>

#include "events/number_form.h"
#include "events/window.h"
#include "events/xlsx/cell_text.h"

namespace parcours {
namespace {

constexpr std::uint64_t kSheetBytesMax = std::uint64_t{16} << 30;
constexpr std::size_t kColumnMax = 16'384;  // XFD

template <class T>
T number_of(std::string_view text, T otherwise) {
  T value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "AB12" -> 27.
std::optional<std::size_t> column_of(std::string_view address) {
  std::size_t column = 0, letters = 0;
  for (; letters < address.size() && letters < 4 && address[letters] >= 'A' && address[letters] <= 'Z'; ++letters)
    column = column * 26 + static_cast<std::size_t>(address[letters] - 'A' + 1);
  if (letters == 0 || column > kColumnMax) return std::nullopt;
  return column - 1;
}

Message long_field() { return msg("events.reject.long_field", {{"limit", static_cast<std::int64_t>(kFieldBytesMax >> 10)}}); }

// "_x000D_" stands for a carriage return.
std::string unescaped(std::string text) {
  for (std::size_t at = text.find("_x00"); at != std::string::npos; at = text.find("_x00", at + 1)) {
    unsigned code = 0;
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    const auto read = std::from_chars(text.data() + at + 4, text.data() + at + 6, code, 16);
    if (read.ptr == text.data() + at + 6 && code > 0 && code < 0x80) text.replace(at, 7, 1, static_cast<char>(code));
  }
  return text;
}

}  // namespace

std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return out;
}

SheetRows::SheetRows(WorkbookPart part, const Workbook& book, const WorkbookSheet& sheet, const std::string& name)
    : part_(std::move(part)),
      book_(book),
      xml_({[this](std::string_view element, XmlAttributes a) { open_element(element, a); },
            [this](std::string_view element) { close_element(element); }, [this](std::string_view text) { take_text(text); }},
           name, sheet.part) {}

Result<std::unique_ptr<SheetRows>> SheetRows::open(const Archive& archive, const Workbook& book, const WorkbookSheet& sheet,
                                                   const std::string& name) {
  PARCOURS_TRY(WorkbookPart part, archive.part(sheet.part, kSheetBytesMax));
  return std::unique_ptr<SheetRows>(new SheetRows(std::move(part), book, sheet, name));
}

Result<bool> SheetRows::next(SheetRow& row) {
  while (ready_.empty()) {
    if (done_) return false;
    char chunk[1 << 15];
    PARCOURS_TRY(const std::size_t n, part_.read(chunk, sizeof chunk));
    PARCOURS_CHECK(xml_.feed({chunk, n}, n == 0));
    done_ = n == 0;
  }
  row = std::move(ready_.front());
  ready_.pop_front();
  return true;
}

void SheetRows::open_element(std::string_view name, XmlAttributes attributes) {
  if (name == "row") {
    row_ = {};
    row_number_ = number_of<std::uint64_t>(attributes["r"], row_number_ + 1);
    row_.number = row_number_;
    next_column_ = 0;
  } else if (name == "c") {
    begin_cell(attributes);
  } else if (in_cell_ && name == "f") {
    has_formula_ = true;
  } else if (in_cell_ && name == "rPh") {
    aside_ = true;
  } else if (in_cell_ && (name == "v" || name == "t")) {
    in_text_ = !aside_;
  }
}

void SheetRows::close_element(std::string_view name) {
  if (name == "v" || name == "t") in_text_ = false;
  else if (name == "rPh") aside_ = false;
  else if (name == "c" && in_cell_) end_cell();
  else if (name == "row" && (!row_.cells.empty() || row_.problem)) ready_.push_back(std::move(row_));
}

void SheetRows::take_text(std::string_view text) {
  if (!in_text_) return;
  if (text_.size() + text.size() > kFieldBytesMax) too_long_ = true;
  else text_ += text;
}

void SheetRows::begin_cell(XmlAttributes attributes) {
  const auto column = column_of(attributes["r"]);
  column_ = column.value_or(next_column_);
  next_column_ = column_ + 1;
  type_ = attributes["t"];
  style_ = number_of<std::size_t>(attributes["s"], 0);
  text_.clear();
  in_cell_ = true;
  in_text_ = aside_ = has_formula_ = too_long_ = false;
}

void SheetRows::complain(Message problem) {
  if (!row_.problem) row_.problem = std::move(problem);
}

void SheetRows::end_cell() {
  in_cell_ = false;
  if (row_.cells.size() >= kColumnsMax || column_ >= kColumnMax)
    return complain(msg("events.reject.too_many_values", {{"limit", static_cast<std::int64_t>(kColumnsMax)}}));
  if (too_long_) return complain(long_field());
  if (text_.empty()) {
    if (has_formula_ && type_ != "str") complain(msg("events.reject.formula_without_value", {{"cell", address()}}));
    return;
  }
  WorkbookCell cell{column_, {}, false, false};
  if (auto problem = read_value(cell)) return complain(std::move(*problem));
  if (!without_blanks(cell.text).empty()) row_.cells.push_back(std::move(cell));
}

std::optional<Message> SheetRows::read_value(WorkbookCell& cell) const {
  if (type_ == "e") return msg("events.reject.cell_error", {{"cell", address()}, {"value", text_}});
  if (type_ == "s") {
    const std::size_t at = number_of<std::size_t>(text_, SIZE_MAX);
    if (at >= book_.texts.size()) return msg("events.reject.cell_broken", {{"cell", address()}, {"value", text_}});
    if (book_.texts.at(at).size() > kFieldBytesMax) return long_field();
    cell.text = unescaped(std::string(book_.texts.at(at)));
    cell.words = true;
  } else if (type_ == "inlineStr" || type_ == "str") {
    cell.text = unescaped(text_);
    cell.words = true;
  } else if (type_ == "b") {
    cell.text = text_ == "1" || text_ == "true" ? "true" : "false";
  } else if (type_ == "d") {
    cell.text = text_;
  } else {
    return read_number(cell);
  }
  return std::nullopt;
}

std::optional<Message> SheetRows::read_number(WorkbookCell& cell) const {
  double value = 0;
  const auto read = std::from_chars(text_.data(), text_.data() + text_.size(), value);
  if (read.ec != std::errc() || read.ptr != text_.data() + text_.size() || !std::isfinite(value))
    return msg("events.reject.cell_broken", {{"cell", address()}, {"value", text_}});
  const NumberForm form = style_ < book_.styles.size() ? book_.styles[style_] : NumberForm::number;
  const auto text = text_of_number(value, form, book_.from_1904);
  if (!text) return msg("events.reject.cell_no_date", {{"cell", address()}, {"value", text_}});
  cell.text = *text;
  cell.number = form == NumberForm::number;
  return std::nullopt;
}

}  // namespace parcours
