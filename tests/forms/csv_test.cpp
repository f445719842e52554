#include "forms/csv/csv.h"

#include <gtest/gtest.h>

#include "forms/csv/table.h"
#include "forms/draft.h"
#include "map/diff.h"
#include "map/map_file.h"
#include "map/sample_files.h"

namespace parcours {
namespace {

MeasuredMap unmeasured(const std::string& yaml) {
  const MapFile file = parse_map("maps/a.yaml", yaml);
  EXPECT_TRUE(file.usable());
  return measured_map(file.value, {}, {}, std::nullopt);
}

constexpr std::string_view kSmall = R"yaml(parcours: 1
title: {fr: Bague, en: Ring}
personas: [thomas]
goal: pay
stages:
  - id: buy
    name: Achat
    phase: during
    touchpoints:
      - id: pay
        name: Paie, "comptant"
        channel: site
        match: {event: purchase}
        does: ["=SUM(A1)", {fr: "Signe", en: "Signs"}]
        emotion: -1
        friction: [{id: slow, text: Trop long, source: entretiens, expect: {drop_off: 0.3}}]
        optional: true
  - {id: after, name: Après, phase: after}
)yaml";

TEST(CsvTest, OneRowATouchpointBothLanguagesNoFormulas) {
  EXPECT_EQ(
      to_csv(unmeasured(std::string(kSmall)), false),
      "map_fr,map_en,personas,goal,stage_id,stage,phase,id,name,channel,match,does,does_fr,does_en,emotion,friction_id,friction,friction_more,"
      "optional\r\n"
      "Bague,Ring,thomas,pay,buy,Achat,during,pay,\"Paie, \"\"comptant\"\"\",site,{event: purchase},'=SUM(A1),\"\nSigne\",\"\nSigns\",-1,slow,Trop "
      "long,\"{source: entretiens, expect: {drop_off: 0.3}}\",true\r\n"
      "Bague,Ring,thomas,pay,after,Après,after,,,,,,,,,,,,\r\n");
}

TEST(CsvTest, ExcelGetsItsMark) { EXPECT_TRUE(to_csv(unmeasured(std::string(kSmall)), true).starts_with("\xEF\xBB\xBFmap_fr,")); }

TEST(CsvTest, TextsInTwoLanguagesAloneLeaveNoBlankColumn) {
  const std::string csv = to_csv(unmeasured("parcours: 1\ntitle: A\nstages:\n  - id: s\n    name: {fr: Achat, en: Purchase}\n    phase: during\n"
                                            "    touchpoints:\n      - id: t\n        name: {fr: Paie, en: Pays}\n"
                                            "        backstage: {team: {fr: Ventes, en: Sales}}\n"
                                            "        emotion: {value: 1, source: {fr: Enquête, en: Survey}}\n"),
                                 false);
  EXPECT_EQ(csv,
            "map,stage_id,stage_fr,stage_en,phase,id,name_fr,name_en,channel,emotion,team_fr,team_en\r\n"
            "A,s,Achat,Purchase,during,t,Paie,Pays,,\"{value: 1, source: {fr: Enquête, en: Survey}}\",Ventes,Sales\r\n");
  EXPECT_EQ(to_csv(unmeasured(read_csv_map("a.csv", csv).yaml), false), csv);
}

// What docs/formats/csv.md says a table does not hold.
bool is_said_to_be_lost(const std::string& path) {
  for (const char* head : {"offer", "state", "window", "inactivity", "reviewed", "target_date", "channels_are", "actions", "views", "ignore"})
    if (path.starts_with(head)) return true;
  for (const char* part : {"/when", "/how", "/contents", "/buyer", "/leads_to", "/images"})
    if (path.find(part) != std::string::npos) return true;
  if (path == "stages/purchase/touchpoints/pay/says") return true;  // a line break within one text
  const bool of_stage = path.starts_with("stages/") && path.find("/touchpoints/") == std::string::npos;
  return of_stage && (path.ends_with("/emotion") || path.ends_with("/importance") || path.ends_with("/repeatable"));
}

TEST(CsvTest, AMapComesBackFromItsTable) {
  for (const std::string& yaml : {sample("ring.yaml"), std::string(kSmall)}) {
    const MeasuredMap before = unmeasured(yaml);
    const std::string csv = to_csv(before, false);
    const ReadMap read = read_csv_map("ring.csv", csv);
    for (const auto& d : read.diagnostics) ADD_FAILURE() << render(d, csv, Lang::en);
    const MapFile back = parse_map("maps/a.yaml", read.yaml);
    for (const auto& change : diff(before.map, back.value))
      EXPECT_TRUE(is_said_to_be_lost(change.path)) << change.path << ": " << render(change.message, Lang::en);
    EXPECT_EQ(to_csv(measured_map(back.value, {}, {}, std::nullopt), false), csv);
    EXPECT_EQ(to_csv(measured_map(parse_map("maps/a.yaml", read_csv_map("ring.csv", to_csv(before, true)).yaml).value, {}, {}, std::nullopt), false),
              csv);
  }
}

TEST(CsvTest, ATableOfTheTeamsOwnWillDo) {
  const ReadMap read =
      read_csv_map("parcours client.csv", "Stage;Name;Says\nDécouverte;Voit l’annonce;\"Beau, mais cher\"\n;Vient en boutique;\nAchat;Paie;\n");
  ASSERT_TRUE(read.usable());
  EXPECT_EQ(read.yaml,
            "parcours: 1\n"
            "title: parcours client\n"
            "stages:\n"
            "  - id: decouverte\n"
            "    name: Découverte\n"
            "    phase: before\n"
            "    touchpoints:\n"
            "      - {id: voit_l_annonce, name: Voit l’annonce, says: \"Beau, mais cher\"}\n"
            "      - {id: vient_en_boutique, name: Vient en boutique}\n"
            "  - id: achat\n"
            "    name: Achat\n"
            "    phase: before\n"
            "    touchpoints:\n"
            "      - {id: paie, name: Paie}\n");
}

std::vector<std::string> said(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& d : read_csv_map("a.csv", text).diagnostics)
    out.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
  return out;
}

TEST(CsvTest, WhatIsWrongIsSaidAtItsCell) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(said("stage,name,phase\nA,Pay,sometime\n"), Lines{"2:7 unknown-value"});
  EXPECT_EQ(said("stage,name,emotion\nA,Pay,7\n"), Lines{"2:7 out-of-range"});
  EXPECT_EQ(said("stage,name,match\nA,Pay,{event: \n"), Lines{"2:7 cell-value"});
  EXPECT_EQ(said("stage,name,chanel\nA,Pay,site\n"), Lines{"1:12 unknown-column"});
  EXPECT_EQ(said("stage,name\nA,Pay,more\n"), Lines{"2:7 too-many-cells"});
  EXPECT_EQ(said("stage,name\nA,\"Pay\n"), Lines{"2:3 csv-quotes"});
  EXPECT_EQ(said("a,b\n1,2\n"), (Lines{"1:1 unknown-column", "1:3 unknown-column", "1:1 no-such-columns"}));
  EXPECT_EQ(said("stage,name,name\nA,B,C\n"), Lines{"1:12 column-twice"});
  EXPECT_EQ(said(""), Lines{"1:1 no-such-columns"});
}

TEST(CsvTest, TheGuardAgainstFormulasComesOffAgain) {
  for (const std::string text : {"=1+1", "+33 1", "-", "@home", "'=x", "''+x", "'quoted'", "plain", "\ttab", "-1.5"}) {
    MapDraft draft("a.csv", "");
    const std::string line = csv_cell(text) + ",x";
    const auto lines = csv_lines(line, draft);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0][0].text, text);
    const std::string cell = lines[0][0].text == text && line[0] == '"' ? line.substr(1) : line;
    EXPECT_TRUE(cell[0] != '=' && cell[0] != '+' && cell[0] != '@') << line;
  }
}

}  // namespace
}  // namespace parcours
