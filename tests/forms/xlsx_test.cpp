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
    for (const Sheet& sheet : sheets_of(frame)) {
      EXPECT_TRUE(names.insert(sheet.name).second) << sheet.name;
      EXPECT_LE(sheet.name.size(), 31u);
      EXPECT_EQ(sheet.name.find_first_of("[]:*?/\\"), std::string::npos) << sheet.name;
      for (const auto& row : sheet.rows) EXPECT_LE(row.size(), sheet.columns.size()) << sheet.name;
    }
    EXPECT_GE(names.size(), 6u);
  }
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
  const Sheet sheet = figures_sheet(frame);
  int seen = 0;
  for (const auto& row : sheet.rows) {
    if (row[2].text == "Drop-off" && !row[1].text.empty()) {
      EXPECT_EQ(row[3].number, 0.25);
      EXPECT_EQ(row[4].number, 0.142);
      EXPECT_EQ(row[5].number, 0.402);
      EXPECT_EQ(row[6].number, 40);
      EXPECT_EQ(row[3].format, SheetCell::Format::share);
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
