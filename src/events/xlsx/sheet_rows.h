// The rows of one sheet, streamed.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "events/xlsx/archive.h"
#include "events/xlsx/workbook.h"
#include "events/xlsx/xml.h"

namespace parcours {

struct WorkbookCell {
  std::size_t column = 0;  // from 0
  std::string text;
  bool number = false;  // a plain number, neither date nor truth value
  bool words = false;   // text as typed
};

struct SheetRow {
  std::uint64_t number = 0;         // as the spreadsheet counts, from 1
  std::vector<WorkbookCell> cells;  // that hold something
  std::optional<Message> problem;   // of the first cell that cannot be taken, with its address
};

// "C", "AA": as the spreadsheet calls its columns, from 0.
std::string column_letters(std::size_t column);

class SheetRows {
 public:
  // REQUIRES: archive and book outlive it.
  static Result<std::unique_ptr<SheetRows>> open(const Archive& archive, const Workbook& book, const WorkbookSheet& sheet, const std::string& name);

  // Rows without anything are passed over; hidden ones are not. False at the end.
  Result<bool> next(SheetRow& row);
  double progress() const { return part_.progress(); }

 private:
  SheetRows(WorkbookPart part, const Workbook& book, const WorkbookSheet& sheet, const std::string& name);
  void open_element(std::string_view name, XmlAttributes attributes);
  void close_element(std::string_view name);
  void take_text(std::string_view text);
  void begin_cell(XmlAttributes attributes);
  void end_cell();
  void complain(Message problem);
  std::string address() const { return column_letters(column_) + std::to_string(row_.number); }
  std::optional<Message> read_value(WorkbookCell& cell) const;
  std::optional<Message> read_number(WorkbookCell& cell) const;

  WorkbookPart part_;
  const Workbook& book_;
  XmlFeed xml_;
  std::deque<SheetRow> ready_;
  bool done_ = false;

  SheetRow row_;  // being read
  std::uint64_t row_number_ = 0;
  std::size_t column_ = 0, next_column_ = 0;
  std::string type_, text_;
  std::size_t style_ = 0;
  bool in_cell_ = false, in_text_ = false, aside_ = false, has_formula_ = false, too_long_ = false;
};

}  // namespace parcours
