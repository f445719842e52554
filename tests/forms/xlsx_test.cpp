#include "forms/xlsx/xlsx.h"

#include <gtest/gtest.h>

#include <set>

#include "forms/xlsx/sheets.h"
#include "map/map_file.h"
#include "map/sample_files.h"

namespace parcours {
namespace {

MeasuredMap sample_map() { return measured_map(parse_map("maps/ring.yaml", sample("ring.yaml")).value, {}, {}, std::nullopt); }

TEST(XlsxTest, TheSameBytesEachTime) {
  const MeasuredMap map = sample_map();
  const auto first = to_xlsx(map, {}), second = to_xlsx(map, {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_TRUE(first.value().starts_with("PK"));
  EXPECT_EQ(first.value(), second.value());
}

TEST(XlsxTest, SheetsHaveNamesThatSpreadsheetsTake) {
  for (const Lang lang : {Lang::fr, Lang::en}) {
    const MeasuredMap map = sample_map();
    DrawOptions options;
    options.lang = lang;
    const Frame frame = make_frame(map, options);
    std::set<std::string> names;
    for (const XlsxSheet& sheet : sheets_of(frame)) {
      EXPECT_TRUE(names.insert(sheet.name).second) << sheet.name;
      EXPECT_LE(sheet.name.size(), 31u);
      EXPECT_EQ(sheet.name.find_first_of("[]:*?/\\"), std::string::npos) << sheet.name;
      for (const auto& row : sheet.rows) EXPECT_LE(row.size(), sheet.columns.size()) << sheet.name;
    }
    EXPECT_GE(names.size(), 6u);
  }
}

TEST(XlsxTest, TheKindOfAContentIsSaidInTheLanguageAsked) {
  MeasuredMap map = sample_map();
  map.map.stages[0].contents = {{"comparison", {"Carats", "", ""}, {}, {}}, {"own kind", {"X", "", ""}, {}, {}}};
  DrawOptions options;
  options.lang = Lang::fr;
  const XlsxSheet sheet = lane_sheet(make_frame(map, options), "how");
  std::string all;
  for (const auto& row : sheet.rows)
    if (!row.empty()) all += row.front().text + "\n";
  EXPECT_NE(all.find("Comparatif — Carats"), std::string::npos) << all;
  EXPECT_NE(all.find("own kind — X"), std::string::npos) << all;
}

// Counted by hand: a line of a column of 34 holds at most some 45 letters of Arial 10, a line is 12 points high at least.
TEST(XlsxTest, ARowIsAsTallAsItsWrappedText) {
  const std::vector<SheetColumn> columns = {{"A", 34}, {"B", 34}};
  std::string long_text;
  for (int i = 0; i < 60; ++i) long_text += "abcde ";  // 360 letters and spaces: 8 lines at least
  EXPECT_LT(height_of_row({words("short"), words("short")}, columns), 20);
  EXPECT_GE(height_of_row({words("1\n2\n3\n4\n5"), words("short")}, columns), 5 * 12);
  EXPECT_GE(height_of_row({words("short"), words(long_text)}, columns), 8 * 12);
  EXPECT_LE(height_of_row({words("short"), words(long_text)}, columns), 16 * 12);
  EXPECT_LE(height_of_row({words(std::string(5000, '\n'))}, columns), 409);
  EXPECT_LT(height_of_row({count_cell(123456)}, columns), 20);
}

TEST(XlsxTest, AFigureIsANumberWithItsIntervalAndN) {
  MeasuredMap map = sample_map();
  MeasureAnswer answer;
  StageFigures stage;
  stage.id = "awareness";
  TouchpointFigures touchpoint;
  touchpoint.id = "instagram_post", touchpoint.has_rule = true, touchpoint.customers = 40;
  touchpoint.drop_off = {10, 40, 0.25, 0.142, 0.402};
  touchpoint.to_goal = {1, 4, 0.25, 0.046, 0.699};
  stage.touchpoints = {touchpoint};
  answer.all.stages = {stage};
  map.figures = answer;
  const DrawOptions options;
  const Frame frame = make_frame(map, options);
  const XlsxSheet sheet = figures_sheet(frame);
  int seen = 0;
  for (const auto& row : sheet.rows) {
    if (row[2].text == "Drop-off" && !row[1].text.empty()) {
      EXPECT_EQ(row[3].number, 0.25);
      EXPECT_EQ(row[4].number, 0.142);
      EXPECT_EQ(row[5].number, 0.402);
      EXPECT_EQ(row[6].number, 40);
      EXPECT_EQ(row[3].format, XlsxCell::Format::share);
      EXPECT_FALSE(row[8].text.empty());
      ++seen;
    }
    if (row[6].number == 4) {  // withheld
      EXPECT_FALSE(row[3].number);
      ++seen;
    }
  }
  EXPECT_EQ(seen, 2);
}

}  // namespace
}  // namespace parcours
