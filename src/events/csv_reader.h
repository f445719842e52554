// Rows of delimited text, one after the other, each with the number of its line. Why not a library's: docs/decisions/csv-reader.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/column_plan.h"
#include "events/window.h"

namespace parcours {

struct CsvRow {
  std::uint64_t line = 0;                // of its first line, from 1
  std::string_view raw;                  // as in the file, without the end of line; in the file's encoding when it has a problem
  std::vector<std::string_view> fields;  // unquoted, UTF-8
  std::optional<Message> problem;        // why it cannot be taken; the fields then say nothing
};

class CsvReader {
 public:
  // cut: the stream is only the beginning of a file; a row that its end may have cut is left out.
  enum class Extent { whole, cut };
  CsvReader(std::unique_ptr<ByteSource> source, CsvDialect dialect, Encoding encoding, Extent extent = Extent::whole)
      : window_(std::move(source)), dialect_(dialect), encoding_(encoding), extent_(extent) {}

  // False at the end. The row's views live until the next call. Lines of nothing but blanks and separators are passed over.
  Result<bool> next(CsvRow& row);
  std::optional<double> progress() const { return window_.progress(); }

  // Rows, and the line of the first; 0: none.
  struct Met {
    std::uint64_t rows = 0, first_line = 0;
  };
  const Met& marks() const { return marks_; }  // began with a byte-order mark, which was taken off: files put end to end
  const Met& mixed() const { return mixed_; }  // were read as Windows-1252 though they are UTF-8

 private:
  enum class Taken { row, nothing, end };
  Result<Taken> take(CsvRow& row);
  Result<std::optional<std::size_t>> find_line_end();
  Result<Taken> pass_over_long_line(CsvRow& row);
  Result<Taken> take_quoted(CsvRow& row, std::size_t line_end);
  void split_plain(std::string_view line, CsvRow& row) const;
  void decode(CsvRow& row);
  void finish(std::size_t bytes, std::size_t lines);
  static void meet(Met& met, std::uint64_t line);

  Window window_;
  CsvDialect dialect_;
  Encoding encoding_;
  Extent extent_;
  std::uint64_t line_ = 1;
  Met marks_, mixed_;
  std::size_t drop_ = 0;  // bytes of the row given last
  std::string unquoted_;  // fields that had quotes in them
  std::string decoded_;   // fields turned into UTF-8
};

}  // namespace parcours
