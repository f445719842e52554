#include "cli/values.h"

#include <gtest/gtest.h>

#include "cli/options.h"

namespace parcours {
namespace {

const Zone kParis = *Zone::find("Europe/Paris");

TEST(Values, UntilADateTakesTheWholeDay) {
  const TimeMs since = *since_value("--since", "2026-11-21", kParis), until = *until_value("--until", "2026-11-21", kParis);
  EXPECT_EQ(until - since, kDay);
  EXPECT_EQ(show_instant(since, kParis), "2026-11-21T00:00:00+01:00");
}

TEST(Values, TimesOfDayAreLocal) {
  EXPECT_EQ(show_instant(*since_value("--since", "2026-07-01 10:30", kParis), kParis), "2026-07-01T10:30:00+02:00");
  EXPECT_EQ(show_instant(*until_value("--until", "2026-07-01T10:30:05", kParis), kParis), "2026-07-01T10:30:05+02:00");
}

TEST(Values, OtherTextIsMisuseThatNamesTheOption) {
  for (const char* text : {"", "today", "2026-02-30", "2026-11-21T25:00", "2026-11-21T1000", "21/11/2026"}) {
    const auto value = since_value("--since", text, kParis);
    ASSERT_FALSE(value.ok()) << text;
    EXPECT_EQ(value.failure().kind, FailureKind::misuse);
    EXPECT_NE(render(value.failure().what.message, Lang::en).find("--since"), std::string::npos);
  }
}

std::string hint_for(const char* text, Lang lang) {
  const auto value = since_value("--since", text, kParis);
  return value.ok() || !value.failure().what.hint ? "" : render(*value.failure().what.hint, lang);
}

TEST(Values, ADateWrittenTheOtherWayIsShownTheWayItIsTaken) {
  EXPECT_EQ(hint_for("01/10/2026", Lang::en), "the year first: 2026-10-01 (day/month) or 2026-01-10 (month/day)");
  EXPECT_EQ(hint_for("01/10/2026", Lang::fr), "l’année d’abord\u00a0: 2026-10-01 (jour/mois) ou 2026-01-10 (mois/jour)");
  EXPECT_EQ(hint_for("21.11.2026", Lang::en), "the year first: 2026-11-21");
  EXPECT_EQ(hint_for("11/21/26", Lang::en), "the year first: 2026-11-21");
  EXPECT_EQ(hint_for("3-3-2026", Lang::en), "the year first: 2026-03-03");
  for (const char* text : {"today", "31/31/2026", "1/2/3/4", "99999999999999/1/2026", "1/1/99999999999", "2026-02-30", ""})
    EXPECT_EQ(hint_for(text, Lang::en), "a date like 2026-11-21, or 2026-11-21T10:00") << text;
}

TEST(Values, AStepAndASpan) {
  const auto value = step_span_value("--within", "2=2h");
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(value->step, 2);
  EXPECT_EQ(value->span, 2 * kHour);
  for (const char* text : {"2h", "0=2h", "x=2h", "2=", "2=soon", "=2h"}) EXPECT_FALSE(step_span_value("--within", text).ok()) << text;
}

struct Parsed {
  bool flag = false;
  std::optional<std::string> value;
  std::vector<std::string> values, arguments;
  std::optional<std::int64_t> number;
};

Outcome parse(Parsed& to, std::vector<std::string> words) {
  Options options;
  options.flag("--flag", "option.json", to.flag);
  options.value("-o,--output", "FILE", "option.json", to.value);
  options.values("--where", "X", "option.json", to.values);
  options.number("--rows", "N", "option.rows", to.number);
  options.arguments("STEP", "option.json", to.arguments, true);
  return options.parse(words);
}

std::string complaint(std::vector<std::string> words) {
  Parsed parsed;
  const auto done = parse(parsed, std::move(words));
  if (done.ok()) return "";
  std::string out = render(done.failure().what.message, Lang::en);
  if (done.failure().what.hint) out += " | " + render(*done.failure().what.hint, Lang::en);
  return out;
}

TEST(Options, FillTheirTargets) {
  Parsed parsed;
  ASSERT_TRUE(parse(parsed, {"a", "--where", "x=1", "b", "--where", "y=2", "--flag", "-o", "f.svg", "--rows", "7"}).ok());
  EXPECT_EQ(parsed.arguments, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(parsed.values, (std::vector<std::string>{"x=1", "y=2"}));
  EXPECT_EQ(parsed.value, "f.svg");
  EXPECT_EQ(parsed.number, 7);
  EXPECT_TRUE(parsed.flag);
}

TEST(Options, SayWhatIsWrongInOurOwnWords) {
  EXPECT_EQ(complaint({"a", "--flga"}), "there is no option --flga | did you mean `--flag`?");
  EXPECT_EQ(complaint({}), "STEP is missing | `parcours help COMMAND` says what it takes");
  for (const std::string text : {"many", "-3", "1e3", "7 ", "99999999999999999999", ""})
    EXPECT_EQ(complaint({"a", "--rows", text}), "--rows: `" + text + "` will not do | a whole number, 0 or more");
  EXPECT_EQ(complaint({"a", "--where"}), "a value is missing after --where | `parcours help COMMAND` says what it takes");
  EXPECT_EQ(complaint({"a", "-o"}), "a value is missing after --output | `parcours help COMMAND` says what it takes");
}

}  // namespace
}  // namespace parcours
