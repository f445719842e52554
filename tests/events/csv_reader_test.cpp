// Rows of delimited text: quoting, line ends, encodings, limits, line numbers.
#include <gtest/gtest.h>

#include "events/csv_reader.h"

namespace parcours {
namespace {

struct Row {
  std::uint64_t line;
  std::vector<std::string> fields;
  std::string problem;
  bool operator==(const Row&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  out << row.line << ":";
  for (const auto& field : row.fields) out << " [" << field << "]";
  return out << " " << row.problem;
}

std::vector<Row> rows_of(const std::string& text, CsvDialect dialect = {}, Encoding encoding = Encoding::undecided,
                         CsvReader::Extent extent = CsvReader::Extent::whole) {
  CsvReader reader(memory_source(text), dialect, encoding, extent);
  std::vector<Row> out;
  CsvRow row;
  for (;;) {
    auto some = reader.next(row);
    if (!some.ok() || !*some) return out;
    out.push_back({row.line, {}, row.problem ? row.problem->key : ""});
    if (!row.problem) out.back().fields.assign(row.fields.begin(), row.fields.end());
  }
}

using Rows = std::vector<Row>;

TEST(CsvReader, PlainRows) {
  EXPECT_EQ(rows_of("a,b\n1,2\n"), (Rows{{1, {"a", "b"}, ""}, {2, {"1", "2"}, ""}}));
  EXPECT_EQ(rows_of("a,b\r\n,\r\n1,\r\n"), (Rows{{1, {"a", "b"}, ""}, {3, {"1", ""}, ""}}));
  EXPECT_EQ(rows_of("a,b\n\n \n1,2"), (Rows{{1, {"a", "b"}, ""}, {4, {"1", "2"}, ""}}));
  EXPECT_EQ(rows_of(""), Rows{});
  EXPECT_EQ(rows_of("a,b\r1,2\r", {',', true, '\r'}), (Rows{{1, {"a", "b"}, ""}, {2, {"1", "2"}, ""}}));
}

TEST(CsvReader, Blanks) {
  EXPECT_EQ(rows_of(" 00004 0001  29.33 \n00004\t0002 1\n", {' ', false, '\n'}),
            (Rows{{1, {"00004", "0001", "29.33"}, ""}, {2, {"00004", "0002", "1"}, ""}}));
}

TEST(CsvReader, Quotes) {
  EXPECT_EQ(rows_of("\"a,b\",\"c \"\"d\"\"\"\n"), (Rows{{1, {"a,b", "c \"d\""}, ""}}));
  EXPECT_EQ(rows_of("\"one\ntwo\",x\r\ny,\"\"\r\n"), (Rows{{1, {"one\ntwo", "x"}, ""}, {3, {"y", ""}, ""}}));
  EXPECT_EQ(rows_of("a\"b,c\n"), (Rows{{1, {"a\"b", "c"}, ""}}));  // a quote inside an unquoted field is only a quote
  EXPECT_EQ(rows_of("a,\"b\""), (Rows{{1, {"a", "b"}, ""}}));
  EXPECT_EQ(rows_of("a,\"\"\"\"\n"), (Rows{{1, {"a", "\""}, ""}}));
}

TEST(CsvReader, BrokenQuotesCostOneLine) {
  EXPECT_EQ(rows_of("a,\"b\nc,d\n"), (Rows{{1, {}, "events.reject.open_quote"}, {2, {"c", "d"}, ""}}));
  EXPECT_EQ(rows_of("a,\"b\"x\nc,d\n"), (Rows{{1, {}, "events.reject.text_after_quote"}, {2, {"c", "d"}, ""}}));
}

TEST(CsvReader, Encodings) {
  EXPECT_EQ(rows_of("\xC3\xA9t\xC3\xA9,b\n", {}, Encoding::utf8), (Rows{{1, {"été", "b"}, ""}}));
  EXPECT_EQ(rows_of("\xE9t\xE9,b\n", {}, Encoding::latin1), (Rows{{1, {"été", "b"}, ""}}));
  EXPECT_EQ(rows_of("12 \x80,\x93x\x94,\x9Cuf\n", {}, Encoding::windows1252), (Rows{{1, {"12 €", "“x”", "œuf"}, ""}}));
  EXPECT_EQ(rows_of("a,\"\xE9\n\"\n", {}, Encoding::latin1), (Rows{{1, {"a", "é\n"}, ""}}));
  EXPECT_EQ(rows_of("a,b\n\xE9,\xC3\xA9\n\xE8,x\n", {}, Encoding::undecided).at(1).fields.at(0), "é");  // the first such byte decides
  EXPECT_EQ(rows_of("a,b\n\xE9,x\n", {}, Encoding::utf8), (Rows{{1, {"a", "b"}, ""}, {2, {}, "events.reject.invalid_utf8"}}));
  EXPECT_EQ(rows_of(std::string("a,b\n1,\0\n2,3\n", 12)), (Rows{{1, {"a", "b"}, ""}, {2, {}, "events.reject.nul"}, {3, {"2", "3"}, ""}}));
}

TEST(CsvReader, LongRowsAndFieldsArePassedOver) {
  const std::string field(kFieldBytesMax + 1, 'x'), row(3 * kRowBytesMax, 'y');
  EXPECT_EQ(rows_of("a," + field + "\nb,c\n"), (Rows{{1, {}, "events.reject.long_field"}, {2, {"b", "c"}, ""}}));
  EXPECT_EQ(rows_of("a," + row + "\nb,c\n"), (Rows{{1, {}, "events.reject.long_row"}, {2, {"b", "c"}, ""}}));
  EXPECT_EQ(rows_of("a,\"" + row), (Rows{{1, {}, "events.reject.long_row"}}));
  std::string many_lines = "a,\"open\n";
  for (int i = 0; i < 300'000; ++i) many_lines += "b,cde\n";
  const auto rows = rows_of(many_lines);
  ASSERT_EQ(rows.size(), 300'001u);
  EXPECT_EQ(rows.front().problem, "events.reject.open_quote");
  EXPECT_EQ(rows.back(), (Row{300'001, {"b", "cde"}, ""}));
}

TEST(CsvReader, ACutSampleEndsBeforeItsLastLine) {
  EXPECT_EQ(rows_of("a,b\n1,2", {}, Encoding::utf8, CsvReader::Extent::cut), (Rows{{1, {"a", "b"}, ""}}));
  EXPECT_EQ(rows_of("a,b\n1,\"2\n", {}, Encoding::utf8, CsvReader::Extent::cut), (Rows{{1, {"a", "b"}, ""}}));
}

// The reader must not care where its reads end.
class Drip final : public ByteSource {
 public:
  explicit Drip(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* into, std::size_t) override {
    if (at_ == bytes_.size()) return std::size_t{0};
    *into = bytes_[at_++];
    return std::size_t{1};
  }
  std::optional<double> progress() const override { return std::nullopt; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

TEST(CsvReader, ByteByByte) {
  const std::string text = "a,\"b\r\nc\"\"d\",e\r\n1,2,3\r\n\"x\",\"y\nz\",";
  CsvReader reader(std::make_unique<Drip>(text), {}, Encoding::utf8);
  std::vector<std::vector<std::string>> got;
  CsvRow row;
  while (*reader.next(row)) got.emplace_back(row.fields.begin(), row.fields.end());
  EXPECT_EQ(got, (std::vector<std::vector<std::string>>{{"a", "b\r\nc\"d", "e"}, {"1", "2", "3"}, {"x", "y\nz", ""}}));
}

}  // namespace
}  // namespace parcours
