// Workbooks: cells of every kind, dates by the format of their cell, sheets, and what is wrong with an archive.
#include <gtest/gtest.h>

#include "events/read_events.h"
#include "events/xlsx/cell_text.h"
#include "events/xlsx_file.h"

namespace parcours::testing {
namespace {

const std::string kHeader = row(1, typed("A1", "client") + typed("B1", "date") + typed("C1", "évènement") + typed("D1", "montant"));

ReadFile read_book(const MadeBook& book, const ImportOptions& options = in_paris()) { return read_text(book.bytes(), options, "ventes.xlsx"); }

TEST(Xlsx, ReadsTextsNumbersAndDatesByTheirFormat) {
  MadeBook book;
  book.texts = "<si><t>ana</t></si><si><r><t>ach</t></r><r><t>at</t></r><rPh sb=\"0\" eb=\"1\"><t>xx</t></rPh></si>";
  // 46347 is 2026-11-21: 1 January 2026 is 46023 (46023 + 324).
  book.rows = kHeader + row(2, shared("A2", 0) + number("B2", "46347.586805555555", 2) + shared("C2", 1) + number("D2", "59.9", 4)) +
              row(3, typed("A3", "bob") + number("B3", "46348", 2) + typed("C3", "visite"), " hidden=\"1\"");
  const ReadFile file = read_book(book);
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 2u);
  EXPECT_EQ(file.plan.format, FileFormat::xlsx);
  EXPECT_EQ(file.plan.sheet, "Ventes");
  EXPECT_EQ(file.at(0).customer, "ana");
  EXPECT_EQ(file.at(0).event, "achat");
  EXPECT_EQ(file.at(0).time, utc(2026, 11, 21, 13, 5));  // 14:05 in Paris
  EXPECT_EQ(file.at(0).unit, TimeUnit::minute);
  EXPECT_EQ(file.at(0).value, 59.9);
  EXPECT_EQ(file.at(0).line, 2u);
  EXPECT_EQ(file.at(1).customer, "bob");  // hidden rows are rows
  EXPECT_TRUE(std::isnan(file.at(1).value));
}

TEST(Xlsx, TheWorkbookMayCountFrom1904) {
  MadeBook book;
  book.workbook_properties = "<workbookPr date1904=\"1\"/>";
  book.rows = kHeader + row(2, typed("A2", "ana") + number("B2", "44885", 1) + typed("C2", "achat")) +  // 46347 − 1462
              row(3, typed("A3", "ana") + number("B3", "44886", 1) + typed("C3", "achat"));
  const ReadFile file = read_book(book);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.at(0).time, utc(2026, 11, 20, 23));  // the day in Paris
  EXPECT_EQ(file.at(0).unit, TimeUnit::day);
}

TEST(Xlsx, TheHeaderIsFoundBelowATitle) {
  MadeBook book;
  book.rows = row(1, typed("A1", "Ventes de novembre")) + row(4, typed("B4", "client") + typed("C4", "date") + typed("D4", "event")) +
              row(5, typed("B5", "ana") + typed("C5", "2026-11-21") + typed("D5", "achat")) + row(6, "") +
              row(7, typed("B7", "bob") + typed("C7", "2026-11-22") + typed("D7", "achat"));
  const ReadFile file = read_book(book);
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 2u);
  EXPECT_EQ(file.at(1).line, 7u);
  EXPECT_TRUE(file.remarks("header-row"));
}

TEST(Xlsx, ErrorsAndFormulasWithoutValueAreToldWithTheirCell) {
  MadeBook book;
  book.rows = kHeader + row(2, typed("A2", "ana") + typed("B2", "2026-11-21") + typed("C2", "achat") + "<c r=\"D2\" t=\"e\"><v>#N/A</v></c>") +
              row(3, typed("A3", "ana") + typed("B3", "2026-11-21") + typed("C3", "achat") + "<c r=\"D3\"><f>1+1</f><v>2</v></c>") +
              row(4, typed("A4", "ana") + typed("B4", "2026-11-22") + "<c r=\"C4\" t=\"str\"><f>A1</f><v>visite</v></c>") +
              row(5, typed("A5", "ana") + typed("B5", "2026-11-22") + typed("C5", "achat") + "<c r=\"D5\"><f>1+1</f></c>") +
              row(6, typed("A6", "ana") + typed("B6", "2026-11-24") + typed("C6", "achat"));
  const ReadFile file = read_book(book);
  ASSERT_FALSE(file.failure) << why(file);
  ASSERT_EQ(file.events.size(), 3u);
  EXPECT_EQ(file.at(0).value, 2);
  EXPECT_EQ(file.at(1).event, "visite");
  ASSERT_EQ(file.rejects.size(), 2u);
  EXPECT_EQ(file.rejects[0].line, 2u);
  EXPECT_EQ(render(file.rejects[0].reason, Lang::en), "cell D2 holds the error #N/A");
  EXPECT_EQ(render(file.rejects[1].reason, Lang::fr),
            "la formule de la cellule D5 n’a pas de valeur enregistrée\u00a0: ouvrez le classeur dans un tableur et enregistrez-le");
}

TEST(Xlsx, ASheetIsChosenByNameOrNumber) {
  MadeBook book;
  book.rows = kHeader + row(2, typed("A2", "ana") + typed("B2", "2026-11-21") + typed("C2", "achat"));
  book.second_rows = kHeader + row(2, typed("A2", "bob") + typed("B2", "2026-11-22") + typed("C2", "visite"));
  ReadFile file = read_book(book);
  EXPECT_EQ(file.at(0).customer, "ana");
  EXPECT_TRUE(file.remarks("other-sheets"));
  ImportOptions options = in_paris();
  for (const std::string choice : {"Autre", "2"}) {
    options.sheet = choice;
    file = read_book(book, options);
    ASSERT_FALSE(file.failure) << why(file);
    EXPECT_EQ(file.at(0).customer, "bob");
  }
  options.sheet = "Novembre";
  EXPECT_EQ(why(read_book(book, options)),
            "ventes.xlsx: error[unknown-sheet]: the workbook has no sheet `Novembre`\n      = sheets: Ventes, Autre\n");
}

TEST(Xlsx, GzippedOrWithoutAName) {
  MadeBook book;
  book.rows = row(1, number("A1", "17") + number("B1", "46347", 1) + typed("C1", "achat")) +
              row(2, number("A2", "17") + number("B2", "46348", 1) + typed("C2", "visite")) +
              row(3, number("A3", "18") + number("B3", "46348", 1) + typed("C3", "visite")) +
              row(4, number("A4", "18") + number("B4", "46349", 1) + typed("C4", "achat"));
  ImportOptions options = in_paris();
  options.customer = "1", options.event = "col3";
  const ReadFile file = read_book(book, options);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 4u);
  EXPECT_EQ(file.at(0).customer, "17");
}

TEST(Xlsx, WhatCannotBeReadSaysWhy) {
  const auto code = [](const std::string& bytes) {
    const ReadFile file = read_text(bytes, {}, "a.xlsx");
    return file.failure ? file.failure->what.code : "";
  };
  MadeBook book;
  book.rows = kHeader + row(2, typed("A2", "ana") + typed("B2", "2026-11-21") + typed("C2", "achat"));
  EXPECT_EQ(code(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})), "other-format");
  EXPECT_EQ(code(zipped(book.parts(), "secret")), "spreadsheet-protected");
  EXPECT_EQ(code("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook"), "old-spreadsheet");
  using namespace std::string_literals;
  EXPECT_EQ(code("\xD0\xCF\x11\xE0"s + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s), "spreadsheet-protected");
  auto parts = book.parts();
  parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row>";
  EXPECT_EQ(code(zipped(parts)), "spreadsheet-broken");
  parts["xl/worksheets/sheet1.xml"] = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>";
  EXPECT_EQ(code(zipped(parts)), "spreadsheet-broken");
  std::string cut = book.bytes();
  cut.resize(cut.size() / 2);
  EXPECT_EQ(code(cut), "zip-broken");
}

TEST(Xlsx, AZipBombIsToldAndNotUnpacked) {
  MadeBook book;
  book.rows = kHeader + "<!--" + std::string(std::size_t{90} << 20, 'x') + "-->";
  const ReadFile file = read_book(book);
  ASSERT_TRUE(file.failure);
  EXPECT_EQ(file.failure->what.code, "zip-bomb");
}

TEST(Xlsx, NumbersAsTheSpreadsheetShowsThem) {
  const auto text = [](double value, NumberForm form) { return text_of_number(value, form, false).value_or("none"); };
  EXPECT_EQ(text(0.1 + 0.2, NumberForm::number), "0.3");
  EXPECT_EQ(text(123456789012345, NumberForm::number), "123456789012345");
  EXPECT_EQ(text(1, NumberForm::date), "1900-01-01");
  EXPECT_EQ(text(59, NumberForm::date), "1900-02-28");
  EXPECT_EQ(text(61, NumberForm::date), "1900-03-01");  // 60 is the day that never was
  EXPECT_EQ(text(46347.99999999, NumberForm::date_time), "2026-11-22T00:00");
  EXPECT_EQ(text(46347.5 + 1.0 / 86400, NumberForm::date_time), "2026-11-21T12:00:01");
  EXPECT_EQ(text(0.75, NumberForm::clock), "18:00:00");
  EXPECT_EQ(text(-1, NumberForm::date), "none");
}

TEST(Xlsx, FormatsOfDates) {
  EXPECT_EQ(cell_form_of("dd/mm/yyyy"), NumberForm::date);
  EXPECT_EQ(cell_form_of("[$-40C]d mmmm yyyy;@"), NumberForm::date);
  EXPECT_EQ(cell_form_of("yyyy\\-mm\\-dd hh:mm:ss.000"), NumberForm::date_time_seconds);
  EXPECT_EQ(cell_form_of("d/m/yy h:mm"), NumberForm::date_time);
  EXPECT_EQ(cell_form_of("[h]:mm"), NumberForm::number);
  EXPECT_EQ(cell_form_of("#,##0.00 \"jours\""), NumberForm::number);
  EXPECT_EQ(cell_form_of("[Red]0.00"), NumberForm::number);
  EXPECT_EQ(cell_form_of("General"), NumberForm::number);
}

}  // namespace
}  // namespace parcours::testing
