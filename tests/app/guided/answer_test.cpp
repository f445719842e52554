// Answers as people type them, good and bad.
#include "app/guided/answer.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

GuidedQuestion of(GuidedKind kind, std::string proposal = "", bool optional = false) {
  GuidedQuestion question{.id = "q", .kind = kind, .prompt = msg("guided.offer"), .help = msg("guided.offer.help"), .proposal = std::move(proposal)};
  question.optional = optional;
  return question;
}

Json value(const GuidedQuestion& question, std::string_view typed, Lang lang = Lang::en) {
  const auto read = read_answer(question, typed, lang);
  EXPECT_TRUE(read.ok()) << typed << ": " << (read.ok() ? "" : render(read.failure().what, "", Lang::en));
  return read.ok() ? *read : Json("refused");
}

std::string complaint(const GuidedQuestion& question, std::string_view typed, Lang lang = Lang::en) {
  const auto read = read_answer(question, typed, lang);
  EXPECT_FALSE(read.ok()) << typed;
  return read.ok() ? "" : render(read.failure().what, "", lang);
}

TEST(GuidedAnswer, AnEmptyOneTakesTheProposalAndADashLeavesOut) {
  EXPECT_EQ(value(of(GuidedKind::text, "Rings"), "  "), "Rings");
  EXPECT_EQ(value(of(GuidedKind::text, "Rings"), "\tRings and\tmore \r"), "Rings and more");
  EXPECT_EQ(value(of(GuidedKind::text), ""), Json());
  EXPECT_EQ(value(of(GuidedKind::text, "Rings", true), "-"), Json());
  EXPECT_EQ(complaint(of(GuidedKind::text, "Rings"), "-"), "error[misuse]: this question cannot be left out; Enter takes the answer in brackets\n");
}

TEST(GuidedAnswer, TextsAreSeparatedBySemicolons) {
  EXPECT_EQ(value(of(GuidedKind::texts), "a; b, c ;; d"), Json({"a", "b, c", "d"}));
  EXPECT_EQ(complaint(of(GuidedKind::texts), " ; ;"), "error[misuse]: at least one answer is needed\n");
  EXPECT_EQ(complaint(of(GuidedKind::texts), "1;2;3;4;5;6;7;8;9;10;11;12;13"), "error[misuse]: these are too many: 12 at most\n");
  EXPECT_EQ(complaint(of(GuidedKind::text), std::string(301, 'x')), "error[misuse]: this is too long: 300 bytes an answer at most\n");
}

TEST(GuidedAnswer, WhatCannotStandInAMapIsRefused) {
  EXPECT_EQ(complaint(of(GuidedKind::text), "a\x1b[31m"),
            "error[misuse]: this invisible control character has no place in a text\n      = delete it\n");
  EXPECT_EQ(complaint(of(GuidedKind::text), "caf\xe9"), "error[misuse]: this character is not UTF-8\n      = save the file as UTF-8\n");
}

TEST(GuidedAnswer, AChoiceIsANumberAValueOrALabel) {
  GuidedQuestion question = of(GuidedKind::choice, "email");
  question.choices = {{"site", {{}, "Site web", "Website"}}, {"email", {{}, "E-mail", "Email"}}};
  EXPECT_EQ(value(question, "1"), "site");
  EXPECT_EQ(value(question, "SITE WEB"), "site");
  EXPECT_EQ(value(question, "website"), "site");
  EXPECT_EQ(value(question, ""), "email");
  EXPECT_EQ(complaint(question, "3"), "error[misuse]: `3` is none of the 2 choices\n      = type the number of a choice\n");
  EXPECT_EQ(complaint(question, "emial"), "error[misuse]: `emial` is none of the 2 choices\n      = did you mean `email`?\n");
}

TEST(GuidedAnswer, ChoicesKeepTheirOrderAndComeOnce) {
  GuidedQuestion question = of(GuidedKind::choices);
  question.choices = {{"site", {{}, "Site web", "Website"}}, {"email", {{}, "E-mail", "Email"}}, {"shop", {{}, "Boutique", "Shop"}}};
  EXPECT_EQ(value(question, "3 1 3"), Json({"site", "shop"}));
  EXPECT_EQ(value(question, "boutique, site web"), Json({"site", "shop"}));
  EXPECT_EQ(value(question, "Tout"), Json({"site", "email", "shop"}));
  EXPECT_EQ(value(question, "all"), Json({"site", "email", "shop"}));
  EXPECT_EQ(complaint(question, ",,"), "error[misuse]: at least one answer is needed\n");
}

TEST(GuidedAnswer, EmotionsAreOneNumberAStage) {
  GuidedQuestion question = of(GuidedKind::emotions, "1 -1");
  question.items = {{"A", {}, {}}, {"B", {}, {}}};
  EXPECT_EQ(value(question, "+2 -0,5"), Json({2.0, -0.5}));
  EXPECT_EQ(value(question, "1; −1"), Json({1.0, -1.0}));
  EXPECT_EQ(complaint(question, "1"), "error[misuse]: 1 number for 2 stages\n      = one number a stage, with spaces between them: 1 0 -1\n");
  EXPECT_EQ(complaint(question, "1 3"),
            "error[misuse]: `3` is no number from -2 to 2\n      = one number a stage, with spaces between them: 1 0 -1\n");
}

TEST(GuidedAnswer, AContactHasANameAndAChannel) {
  const GuidedQuestion question = of(GuidedKind::contacts);
  EXPECT_EQ(value(question, "Lit un article (blog); Appelle (Téléphone)"),
            Json::array({{{"name", "Lit un article"}, {"channel", "blog"}}, {{"name", "Appelle"}, {"channel", "phone"}}}));
  EXPECT_EQ(value(question, "Calls by phone"), Json::array({{{"name", "Calls by phone"}, {"channel", "phone"}}}));
  EXPECT_EQ(complaint(question, "Looks around"),
            "error[misuse]: `Looks around` does not say through which channel\n"
            "      = for example: Reads an article (blog); Calls the shop (phone)\n");
  EXPECT_EQ(complaint(question, "Looks (instragram)"), "error[misuse]: `instragram` is no known channel\n      = did you mean `instagram`?\n");
  EXPECT_EQ(complaint(question, "Website (site)"),
            "error[misuse]: `Website` is vague: say what the customer does, too\n"
            "      = for example: Reads an article (blog); Calls the shop (phone)\n");
}

TEST(GuidedAnswer, ADateLiesWhereItMay) {
  GuidedQuestion question = of(GuidedKind::date);
  question.not_before = Date{2026, 11, 22};
  question.not_behind = Date{2027, 11, 22};
  EXPECT_EQ(value(question, "2027-01-31"), "2027-01-31");
  EXPECT_EQ(value(question, "31/01/2027", Lang::fr), "2027-01-31");
  EXPECT_EQ(complaint(question, "31/01/2027"), "error[misuse]: `31/01/2027` is no date\n      = the year first: 2027-01-31\n");
  EXPECT_EQ(complaint(question, "2027-02-30"), "error[misuse]: `2027-02-30` is no date\n      = the year first: 2027-01-31\n");
  EXPECT_NE(complaint(question, "2026-11-21").find("has gone by"), std::string::npos);
  EXPECT_NE(complaint(question, "2028-01-01").find("at least once a year"), std::string::npos);
}

TEST(GuidedAnswer, DaysAreOneNumberOrTwo) {
  const GuidedQuestion question = of(GuidedKind::days);
  EXPECT_EQ(value(question, "3"), Json({3, 3}));
  EXPECT_EQ(value(question, "3 - 5"), Json({3, 5}));
  for (const char* bad : {"5-3", "soon", "-3", "1-2-3x", "99999", "1.5"})
    EXPECT_EQ(complaint(question, bad), "error[misuse]: `" + std::string(bad) + "` is no number of days, such as 3 or 3-5\n");
}

}  // namespace
}  // namespace parcours
