// What a spreadsheet says of itself besides its rows: sheets, epoch, formats of numbers, shared texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/xlsx/archive.h"

namespace parcours {

// What a number is shown as.
enum class NumberForm : std::uint8_t { number, date, date_time, date_time_seconds, clock };

struct WorkbookSheet {
  std::string name, part;
  bool hidden = false;
};

// The texts that cells name by number, one behind the other.
class SharedTexts {
 public:
  void begin() { ends_.push_back(bytes_.size()); }
  void add(std::string_view text) { bytes_ += text, ends_.back() = bytes_.size(); }
  std::size_t size() const { return ends_.size(); }
  std::size_t bytes() const { return bytes_.size(); }
  // REQUIRES: at < size()
  std::string_view at(std::size_t at) const {
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    return std::string_view(bytes_).substr(begin, ends_[at] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

struct Workbook {
  std::vector<WorkbookSheet> sheets;
  bool from_1904 = false;
  std::vector<NumberForm> styles;  // by the number a cell gives
  SharedTexts texts;
};

// Fails when the archive holds no spreadsheet, or one that is too large or broken.
Result<Workbook> read_workbook(const Archive& archive, const std::string& name);

// What a format like `dd/mm/yyyy hh:mm` shows a number as.
NumberForm cell_form_of(std::string_view format);

}  // namespace parcours
