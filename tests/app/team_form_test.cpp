// The form of a team as a workbook: what is written can be filled in and read back, and what is wrong is told at its cell.
#include "app/team_form.h"

#include <gtest/gtest.h>

#include <map>

#include "forms/csv/team_form.h"
#include "forms/xlsx/team_form.h"
#include "map/map_file.h"
#include "map/views_file.h"

namespace parcours {
namespace {

constexpr std::string_view kMap = R"(parcours: 1
title: {fr: Une bague, en: A ring}
stages:
  - id: decision
    name: {fr: Décision, en: Decision}
    phase: during
    touchpoints:
      - {id: basket, name: {fr: Remplit le panier, en: Fills the basket}}
      - {id: pay, name: {fr: Paie, en: Pays}}
  - id: later
    name: Later
    phase: after
    touchpoints:
      - {id: parcel, name: {fr: Ouvre le colis, en: Opens the parcel}}
)";

JourneyMap ring() { return parse_map("maps/ring.yaml", std::string(kMap)).value; }

CellTable written_form(const std::string& team, Lang lang) {
  const auto book = team_form(ring(), {}, team, lang);
  EXPECT_TRUE(book.ok());
  const std::map<std::string, std::string> files = {{"form.xlsx", book.value()}};
  MemoryInputs inputs(files);
  auto table = read_cells(inputs, "form.xlsx", 1000);
  EXPECT_TRUE(table.ok());
  return table.ok() ? std::move(table).value() : CellTable{};
}

CellRow& row_of(CellTable& table, const std::string& id) {
  for (CellRow& row : table.rows)
    if (!row.cells.empty() && row.cells.back().text == id) return row;
  ADD_FAILURE() << "no row of " << id;
  return table.rows.front();
}

// A table as a spreadsheet gives it: "" is an empty cell.
CellTable typed(const std::vector<std::vector<std::string>>& rows) {
  CellTable table{"Form", {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    CellRow row{r + 1, {}, {}};
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty()) row.cells.push_back({c, rows[r][c]});
    if (!row.cells.empty()) table.rows.push_back(row);
  }
  return table;
}

std::string complaint(const FilledForm& form, std::size_t i = 0) {
  return i < form.diagnostics.size() ? render(form.diagnostics[i], "", Lang::en) : "none";
}

TEST(TeamForm, AnEmptyFormSaysNothingAndNamesItsTeamInBothLanguages) {
  for (const Lang lang : {Lang::fr, Lang::en}) {
    const CellTable table = written_form("Ventes & Co", lang);
    const FilledForm form = read_team_form(table, "form.xlsx", ring(), lang);
    EXPECT_TRUE(form.diagnostics.empty()) << complaint(form);
    EXPECT_EQ(form.team, "Ventes & Co");
    const ViewsFile views = parse_views("views/ring/ventes.yaml", form.yaml);
    EXPECT_TRUE(views.diagnostics.empty());
    EXPECT_TRUE(views.value.views.empty());
    EXPECT_EQ(views.value.team.plain, "Ventes & Co");
  }
  const auto again = team_form(ring(), {}, "Sales", Lang::fr), once = team_form(ring(), {}, "Sales", Lang::fr);
  EXPECT_EQ(again.value(), once.value()) << "the same bytes each time";
}

TEST(TeamForm, WhatATeamTypesComesBackAsItsViews) {
  CellTable table = written_form("Support", Lang::fr);
  auto& pay = row_of(table, "pay").cells;
  pay.insert(pay.end() - 1, {{2, "-1"}, {3, "Frais trop tard: \"12 €\""}, {4, "=à revoir"}});
  auto& parcel = row_of(table, "parcel").cells;
  parcel.insert(parcel.end() - 1, {2, " \u22121,5 "});
  const FilledForm form = read_team_form(table, "form.xlsx", ring(), Lang::fr);
  ASSERT_TRUE(form.diagnostics.empty()) << complaint(form);
  const ViewsFile read = parse_views("views/ring/support.yaml", form.yaml);
  EXPECT_TRUE(read.diagnostics.empty()) << form.yaml;
  const std::vector<TeamView>& views = read.value.views;
  ASSERT_EQ(views.size(), 2u) << form.yaml;
  EXPECT_EQ(views[0].touchpoint, "pay");
  EXPECT_EQ(views[0].emotion, -1);
  EXPECT_EQ(views[0].note.plain, "Point de friction\u00a0: Frais trop tard: \"12 €\" · =à revoir");
  EXPECT_EQ(views[1].touchpoint, "parcel");
  EXPECT_EQ(views[1].emotion, -1.5);
  EXPECT_TRUE(views[1].note.empty());
}

TEST(TeamForm, ColumnsAreFoundByTheirHeadsInAnyOrderAndARowByItsName) {
  const FilledForm form = read_team_form(
      typed({{"", "TEAM :", "Web"}, {}, {"Note", "EMOTION", "Touchpoint"}, {"Late", "+1", "Paie"}, {"", "", "Pays"}}), "own.xlsx", ring(), Lang::en);
  ASSERT_TRUE(form.diagnostics.empty()) << complaint(form);
  EXPECT_EQ(form.team, "Web");
  EXPECT_EQ(form.yaml,
            "# Taken from the workbook that the team filled in.\nparcours: 1\nteam: Web\nviews:\n  pay:\n    emotion: 1\n    note: Late\n");
}

TEST(TeamForm, EachCellThatCannotBeTakenIsNamedWithItsSheet) {
  const FilledForm form = read_team_form(typed({{"Équipe"},
                                                {"Identifiant", "Point de contact", "Émotion", "Remarque"},
                                                {"pay", "", "3", ""},
                                                {"pay", "", "good", ""},
                                                {"basket", "", "", "A"},
                                                {"basket", "", "", "B"},
                                                {"parcle", "", "1", ""},
                                                {"", "", "1", ""},
                                                {"", "Pay", "1", ""}}),
                                         "form.xlsx", ring(), Lang::fr);
  ASSERT_EQ(form.diagnostics.size(), 7u);
  EXPECT_NE(complaint(form, 0).find("form.xlsx: error[no-team]: sheet “Form”, cell B1: the team’s name is missing"), std::string::npos)
      << complaint(form, 0);
  EXPECT_NE(complaint(form, 1).find("error[out-of-range]: sheet “Form”, cell C3: “3” is no number from −2 to 2"), std::string::npos)
      << complaint(form, 1);
  EXPECT_NE(complaint(form, 2).find("error[said-twice]: sheet “Form”, cell A4"), std::string::npos) << complaint(form, 2);
  EXPECT_NE(complaint(form, 3).find("cell A6: `basket` has a row already: 5"), std::string::npos) << complaint(form, 3);
  EXPECT_NE(complaint(form, 4).find("error[unknown-reference]: sheet “Form”, cell A7"), std::string::npos) << complaint(form, 4);
  EXPECT_NE(complaint(form, 4).find("did you mean `parcel`?"), std::string::npos) << complaint(form, 4);
  EXPECT_NE(complaint(form, 5).find("cell B8: this row does not say which touchpoint it speaks of"), std::string::npos) << complaint(form, 5);
  EXPECT_NE(complaint(form, 6).find("cell B9"), std::string::npos) << complaint(form, 6);
}

TEST(TeamForm, AnotherTableIsNoForm) {
  const FilledForm form = read_team_form(typed({{"customer", "time"}, {"1", "2"}}), "events.xlsx", ring(), Lang::en);
  ASSERT_EQ(form.diagnostics.size(), 1u);
  EXPECT_EQ(form.diagnostics[0].code, "no-heads");
  const std::map<std::string, std::string> files = {{"form.xlsx", "customer,time\n1,2\n"}};
  MemoryInputs inputs(files);
  const auto table = read_cells(inputs, "form.xlsx", 10);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(render(table.failure().what.message, Lang::en), "this is no workbook");
}

CellTable csv_table(const std::string& bytes) {
  const std::map<std::string, std::string> files = {{"form.csv", bytes}};
  MemoryInputs inputs(files);
  auto table = read_csv_cells(inputs, "form.csv", 1000);
  EXPECT_TRUE(table.ok());
  return table.ok() ? std::move(table).value() : CellTable{};
}

TEST(TeamForm, AsCsvAnEmptyFormSaysNothingAndNamesItsTeamInBothLanguages) {
  for (const Lang lang : {Lang::fr, Lang::en})
    for (const std::string team : {"Ventes & Co", "Sales; the \"web\", too", "=Sales"}) {
      const FilledForm form = read_team_form(csv_table(team_form_csv(ring(), team, lang)), "form.csv", ring(), lang);
      EXPECT_TRUE(form.diagnostics.empty()) << complaint(form);
      EXPECT_EQ(form.team, team);
      EXPECT_TRUE(parse_views("views/ring/ventes.yaml", form.yaml).value.views.empty());
    }
  EXPECT_TRUE(team_form_csv(ring(), "Ventes", Lang::fr).starts_with("\xEF\xBB\xBFÉquipe;Ventes;;;;\r\n")) << "opens by a double click";
  EXPECT_NE(team_form_csv(ring(), "Sales", Lang::en).find("\r\nDecision,Fills the basket,,,,basket\r\n"), std::string::npos);
}

TEST(TeamForm, AsCsvItIsReadHoweverASpreadsheetSavedIt) {
  const std::string excel_fr =
      "\xC9quipe;Ventes;;;;\r\n;;;;;\r\n\xC9tape;Point de contact;\xC9motion;Point de friction;Remarque;Identifiant\r\n"
      "D\xE9" "cision;Paie;-1,5;\"Frais, port\r\net d\xE9lai\";'-10 % trop tard;pay\r\n;;deux;;;basket\r\n";  // Windows-1252
  const FilledForm form = read_team_form(csv_table(excel_fr), "form.csv", ring(), Lang::fr);
  ASSERT_EQ(form.diagnostics.size(), 1u) << complaint(form);
  EXPECT_NE(complaint(form).find("sheet “form”, cell C5: “deux” is no number"), std::string::npos) << complaint(form) << ": rows, not lines";
  const FilledForm tabs = read_team_form(csv_table("Team\tWeb\nTouchpoint\tEmotion\tNote\nPays\t-1\tlate, and dear; too\n"), "form.csv", ring(), Lang::en);
  ASSERT_TRUE(tabs.diagnostics.empty()) << complaint(tabs);
  const ViewsFile views = parse_views("views/ring/web.yaml", tabs.yaml);
  ASSERT_EQ(views.value.views.size(), 1u);
  EXPECT_EQ(views.value.views[0].note.plain, "late, and dear; too");
}

}  // namespace
}  // namespace parcours
