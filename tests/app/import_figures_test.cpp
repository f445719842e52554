// Figures from elsewhere into a map: where they stand, in what words rows are refused, and that nothing else changes.
#include "app/import_figures.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

const std::string kMap =
    "parcours: 1\ntitle: T\ngoal: pay\nstages:\n  - id: buy\n    name: Achat\n    phase: during\n    touchpoints:\n"
    "      - id: pay # card\n        name: Paiement\n        match: {event: pay}\n        figures:\n"
    "          - {measure: time, value: 10min, n: 12, source: étude, date: 2026-05-01} # asked\n"
    "      - {id: cart, name: Panier, match: {event: cart}}\n";

using Cells = std::vector<std::pair<std::string, std::string>>;
AttributeRow row(std::uint64_t line, const Cells& cells) {
  AttributeRow out;
  out.line = line;
  for (const auto& [key, value] : cells) out.attributes.push_back({key, value, false});
  return out;
}

ImportedFigures imported(const std::vector<AttributeRow>& rows) {
  const MapFile map = parse_map("m.yaml", kMap);
  EXPECT_TRUE(map.usable());
  auto figures = import_figures(map, rows);
  EXPECT_TRUE(figures.ok());
  return std::move(figures).value();
}

TEST(ImportFigures, AddsBehindAndBringsUpToDate) {
  const auto done =
      imported({row(2, {{"touchpoint", "pay"}, {"measure", "time"}, {"value", "12 min"}, {"n", "40"}, {"source", "étude"}, {"date", "2026-05-01"}}),
                row(3, {{"touchpoint", "pay"}, {"measure", "time"}, {"value", "900"}, {"unit", "s"}, {"source", "étude"}, {"date", "2026-06-01"}}),
                row(4, {{"touchpoint", "Panier"}, {"measure", "drop_off"}, {"value", "35,5 %"}, {"source", "outil"}}),
                row(5, {{"touchpoint", "cart"}, {"measure", "csat"}, {"value", "0.8"}, {"source", "outil"}})});
  EXPECT_TRUE(done.complaints.empty());
  EXPECT_EQ(done.added, 3);
  EXPECT_EQ(done.changed, 1);
  const MapFile after = parse_map("m.yaml", done.text);
  ASSERT_TRUE(after.usable());
  const auto& touchpoints = after.value.stages[0].touchpoints;
  ASSERT_EQ(touchpoints[0].figures.size(), 2u);
  EXPECT_EQ(touchpoints[0].figures[0].value, 720);
  EXPECT_EQ(touchpoints[0].figures[0].evidence.n, 40);
  EXPECT_EQ(touchpoints[0].figures[1].value, 900);
  EXPECT_TRUE(touchpoints[0].figures[1].evidence.reported());
  ASSERT_EQ(touchpoints[1].figures.size(), 2u);
  EXPECT_DOUBLE_EQ(touchpoints[1].figures[0].value, 0.355);
  EXPECT_EQ(touchpoints[1].figures[1].value, 0.8);
  EXPECT_NE(done.text.find("# card"), std::string::npos);
  EXPECT_NE(done.text.find("# asked"), std::string::npos);
  EXPECT_FALSE(done.changes.empty());
}

TEST(ImportFigures, TheSameAgainChangesNothing) {
  const auto done =
      imported({row(2, {{"touchpoint", "pay"}, {"measure", "time"}, {"value", "10min"}, {"n", "12"}, {"source", "étude"}, {"date", "2026-05-01"}})});
  EXPECT_EQ(done.same, 1);
  EXPECT_EQ(done.text, kMap);
}

TEST(ImportFigures, AllOrNothingWithEveryRowThatDoesNotFit) {
  const auto done = imported({row(2, {{"touchpoint", "pay"}, {"measure", "nps"}, {"value", "30"}, {"source", "étude"}}),
                              row(3, {{"touchpoint", "payy"}, {"measure", "nps"}, {"value", "30"}, {"source", "étude"}}),
                              row(4, {{"touchpoint", "cart"}, {"measure", "drop_off"}, {"value", "35"}, {"source", "étude"}}),
                              row(5, {{"touchpoint", "cart"}, {"measure", "time"}, {"value", "vite"}, {"source", "étude"}}),
                              row(6, {{"touchpoint", "cart"}, {"measure", "nps"}, {"value", "3"}, {"n", "0"}, {"source", "étude"}}),
                              row(7, {{"touchpoint", "cart"}, {"measure", "nps"}, {"value", "3"}}),
                              row(8, {{"touchpoint", "cart"}, {"measure", "nps"}, {"value", "3"}, {"source", "s"}, {"date", "03/04/2026"}}),
                              row(9, {{"touchpoint", "pay"}, {"measure", "nps"}, {"value", "31"}, {"source", "étude"}})});
  EXPECT_EQ(done.text, kMap);
  std::vector<std::string> told;
  for (const auto& c : done.complaints) told.push_back(std::to_string(c.line) + " " + c.column + ": " + render(c.reason, Lang::en));
  EXPECT_EQ(told, (std::vector<std::string>{
                      "3 touchpoint: the map has no touchpoint `payy`: did you mean `pay`?", "4 value: `35` is no share: write 0.35 or 35%",
                      "5 value: `vite` is no duration: write 12 min, 1h30, or the unit in the column unit (s, min, h, d)",
                      "6 n: `0` is no sample size (1, 2, 3…)", "7 source: empty source: without one a figure is an assumption",
                      "8 date: `03/04/2026` is no date: write 2026-05-01", "9 : the same measure, source and date as in row 2"}));
}

TEST(ImportFigures, AMissingColumnIsNamed) {
  const auto none = import_figures(parse_map("m.yaml", kMap), {row(2, {{"touchpoint", "pay"}, {"measure", "nps"}, {"value", "30"}})});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(render(none.failure().what.message, Lang::en), "there is no column source");
}

}  // namespace
}  // namespace parcours
