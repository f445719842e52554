#include "base/text.h"

#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "base/number.h"
#include "base/quotes.h"

namespace parcours {
namespace {

constexpr char kNarrow[] = "\u202f";

TEST(Text, FillsSlotsAndWritesNumbersTheWayOfTheLanguage) {
  const Message message = msg("files.too_large", {{"path", "a.csv"}, {"limit", std::int64_t{1234567}}});
  EXPECT_EQ(render(message, Lang::en), "a.csv is larger than 1,234,567 bytes");
  EXPECT_EQ(render(message, Lang::fr), std::string("a.csv dépasse 1") + kNarrow + "234" + kNarrow + "567 octets");
}

TEST(Text, QuotesWithinQuotesAreOfTheSecondRank) {
  EXPECT_EQ(within_quotes("la carte «\u00a0", "Ouvre l’e-mail «\u00a0−30 %\u00a0» tôt"), "Ouvre l’e-mail “−30 %” tôt");
  EXPECT_EQ(within_quotes("through “", "Searches “ring” twice"), "Searches ‘ring’ twice");
  EXPECT_EQ(within_quotes("there is no \"", "a \"b\" c"), "a 'b' c");
  EXPECT_EQ(within_quotes("«\u00a0a\u00a0» puis ", "«\u00a0b\u00a0»"), "«\u00a0b\u00a0»") << "the quotes before are closed";
  EXPECT_EQ(within_quotes("not a number: \"", "a 12\" screen"), "a 12\" screen") << "a lone mark is no quote";
  EXPECT_EQ(within_quotes("«\u00a0", "il dit \"non\""), "il dit \"non\"") << "another pair";
}

TEST(Text, ATextIsInQuotesWhenOnePairHoldsItAll) {
  for (const char* text : {"«\u00a0Oui\u00a0»", "“Yes”", "\"Yes\"", "„Ja“"}) EXPECT_TRUE(is_quoted(text)) << text;
  for (const char* text :
       {"«\u00a0Oui\u00a0», dit-il, «\u00a0non\u00a0»", "«\u00a0Valentin\u00a0»\u00a0? Encore\u00a0?", "“Sure” is not sure", "\"", "«", "", "Yes"})
    EXPECT_FALSE(is_quoted(text)) << text;
}

TEST(Text, SentencesKeepQuotesOfTheirSlotsApart) {
  const Message french = msg("funnel.step_without_rule", {{"step", std::string("Cherche «\u00a0bague\u00a0»")}});
  EXPECT_EQ(render(french, Lang::fr), "l’étape «\u00a0Cherche “bague”\u00a0» n’a pas de règle\u00a0: aucun évènement ne peut l’atteindre");
}

TEST(Text, AnUnknownKeyIsShownAsItIs) {
  EXPECT_EQ(render(Message{"no.such.key", {}}, Lang::en), "no.such.key");
  EXPECT_FALSE(has_text("no.such.key"));
}

TEST(Text, LocalTextFallsBackToWhatThereIs) {
  EXPECT_EQ((LocalText{"", "Panier", "Cart"}.in(Lang::en)), "Cart");
  EXPECT_EQ((LocalText{"", "Panier", ""}.in(Lang::en)), "Panier");
  EXPECT_EQ((LocalText{"Both", "", ""}.in(Lang::fr)), "Both");
}

TEST(Number, AShareThatSomebodyTypedKeepsTheDecimalsHeTyped) {
  EXPECT_EQ(show_given_percent(0.05, Lang::en), "5%");
  EXPECT_EQ(show_given_percent(0.05, Lang::fr), std::string("5") + kNarrow + "%");
  EXPECT_EQ(show_given_percent(0.3, Lang::en), "30%");
  EXPECT_EQ(show_given_percent(0.29, Lang::en), "29%");  // 28.999999999999996 in binary
  EXPECT_EQ(show_given_percent(0.125, Lang::en), "12.5%");
  EXPECT_EQ(show_given_percent(0.0725, Lang::en), "7.25%");
  EXPECT_EQ(show_given_percent(1.0 / 3, Lang::en), "33.33%");
}

TEST(Number, ExactNumbersReadBackTheSame) {
  for (const double value : {0.1, 1e-9, 123456789.125, 1e300, -2.5, 3.0, 0.0}) EXPECT_EQ(parse_number(exact(value)), value);
  EXPECT_EQ(exact(3.0), "3");
  EXPECT_EQ(exact(-0.0), "0");
  EXPECT_EQ(exact(0.1), "0.1");
}

TEST(Number, ReadsNothingButANumber) {
  EXPECT_EQ(parse_number("12.50"), 12.5);
  EXPECT_EQ(parse_number("+3"), 3);
  for (const char* text : {"", "12,5", "1 2", "abc", "nan", "inf", "1e999", "0x10", "5€"}) EXPECT_FALSE(parse_number(text)) << text;
}

TEST(Number, ForPeople) {
  EXPECT_EQ(show_percent(0.1243, Lang::en), "12.4%");
  EXPECT_EQ(show_percent(0.1243, Lang::fr), std::string("12,4") + kNarrow + "%");
  EXPECT_EQ(show_number(-1234.56, Lang::fr), std::string("\u22121") + kNarrow + "234,6");
  EXPECT_EQ(show_number(-0.04, Lang::en), "0.0");
  EXPECT_EQ(show_number(1e308, Lang::en), std::string("1") + kNarrow + "×" + kNarrow + "10³⁰⁸");
  EXPECT_EQ(show_number(-2.54e18, Lang::fr), std::string("\u22122,5") + kNarrow + "×" + kNarrow + "10¹⁸");
  EXPECT_EQ(show_money(86580.4, "EUR", Lang::en), "€86,580");
  EXPECT_EQ(show_money(9.9, "EUR", Lang::fr), std::string("9,90") + kNarrow + "€");
}

// By hand, and as a spreadsheet shows them: the half of what was typed goes away from zero, whatever the double nearest to it.
TEST(Number, HalvesGoAwayFromZero) {
  EXPECT_EQ(show_number(-0.75, Lang::en), "\u22120.8");
  EXPECT_EQ(show_number(-1.25, Lang::en), "\u22121.3");
  EXPECT_EQ(show_number(1.25, Lang::fr), "1,3");
  EXPECT_EQ(show_number(1.15, Lang::en), "1.2");
  EXPECT_EQ(show_number(0.45, Lang::en), "0.5");
  EXPECT_EQ(show_number(1.005, Lang::en, 2), "1.01");
  EXPECT_EQ(show_number(1.2499999, Lang::en), "1.2");
  EXPECT_EQ(show_percent(0.145, Lang::en, 0), "15%");
  EXPECT_EQ(show_percent(0.125, Lang::en, 0), "13%");
  EXPECT_EQ(show_percent(0.1245, Lang::en), "12.5%");
  EXPECT_EQ(show_money(2.505, "EUR", Lang::en), "€2.51");
  EXPECT_EQ(show_money(99999999999.5, "EUR", Lang::en), "€100,000,000,000");
  EXPECT_EQ(show_count(123456789012345, Lang::en), "123,456,789,012,345");
}

// Every tenth, hundredth and half hundredth that a person may type, against whole numbers rounded by hand.
TEST(Number, EveryTypedHalfIsRoundedByOneRule) {
  for (int thousandths = 0; thousandths <= 20000; thousandths += 5) {
    const int hundredths = (thousandths + 5) / 10, tenths = (thousandths + 50) / 100;
    const auto written = [](int whole, int part, int digits) {
      const std::string decimals = std::to_string(part);
      return std::to_string(whole) + "." + std::string(static_cast<std::size_t>(digits) - decimals.size(), '0') + decimals;
    };
    const double value = thousandths / 1000.0;
    if (thousandths % 1000 == 0) continue;  // whole numbers have no decimals
    EXPECT_EQ(show_number(value, Lang::en, 2), written(hundredths / 100, hundredths % 100, 2)) << thousandths;
    EXPECT_EQ(show_number(value, Lang::en, 1), written(tenths / 10, tenths % 10, 1)) << thousandths;
  }
}

TEST(Number, DurationsTakeTwoUnitsAtMost) {
  EXPECT_EQ(show_duration(250, Lang::en), std::string("4") + kNarrow + "min 10" + kNarrow + "s");
  EXPECT_EQ(show_duration(2 * 86400 + 5 * 3600 + 900, Lang::fr), std::string("2") + kNarrow + "j 5" + kNarrow + "h");
  EXPECT_EQ(show_duration(3599.7, Lang::en), std::string("60") + kNarrow + "min");
  EXPECT_EQ(show_duration(0, Lang::en), std::string("0") + kNarrow + "s");
}

TEST(Diagnostic, ShowsTheLineWithACaret) {
  const std::string source = "title: Été\nstages:\n  - id: pay\n";
  Diagnostic d{Severity::warning, "some-code", msg("files.cannot_read", {{"path", "x"}, {"reason", "y"}}), msg("severity.note"),
               place_in("maps/a.yaml", source, source.find("pay"), source.find("pay") + 3)};
  EXPECT_EQ(render(d, source, Lang::en),
            "maps/a.yaml:3:9: warning[some-code]: cannot read x: y\n"
            "    3 |   - id: pay\n"
            "      |         ^^^ note\n");
}

TEST(Diagnostic, ColumnsCountCharactersNotBytes) {
  const std::string source = "été: x";
  const Place place = place_in("a", source, source.find('x'), source.size());
  EXPECT_EQ(place.column, 6u);
  EXPECT_EQ(place.line, 1u);
}

}  // namespace
}  // namespace parcours
