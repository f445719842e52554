// Every form of time that docs/formats/import.md names.
#include <gtest/gtest.h>

#include "events/read_events.h"

namespace parcours::testing {
namespace {

using Kind = DateForm::Kind;

struct Known {
  const char* text;
  Kind kind;
  TimeMs instant;
  TimeUnit unit;
};

void expect_reads(const Known& known, const Zone& zone = Zone::utc(), int digits = 0) {
  TimeReader reader({known.kind, digits}, zone);
  const ReadTime time = reader.read(known.text);
  EXPECT_EQ(time.problem, DateProblem::none) << known.text;
  EXPECT_EQ(time.instant, known.instant) << known.text << " " << show_instant(time.instant, Zone::utc());
  EXPECT_EQ(time.unit, known.unit) << known.text;
}

DateProblem problem_of(const char* text, Kind kind, int digits = 0) { return TimeReader({kind, digits}, Zone::utc()).read(text).problem; }

TEST(Dates, IsoForms) {
  const TimeMs minute = utc(2026, 11, 21, 14, 5), second = utc(2026, 11, 21, 14, 5, 30);
  for (const Known& known : std::initializer_list<Known>{{"2026-11-21", Kind::iso, utc(2026, 11, 21), TimeUnit::day},
                                                         {"2026/11/21", Kind::iso, utc(2026, 11, 21), TimeUnit::day},
                                                         {"2026-1-2", Kind::iso, utc(2026, 1, 2), TimeUnit::day},
                                                         {"2026-11-21 14:05", Kind::iso, minute, TimeUnit::minute},
                                                         {"2026-11-21T14:05", Kind::iso, minute, TimeUnit::minute},
                                                         {" 2026-11-21 14h05 ", Kind::iso, minute, TimeUnit::minute},
                                                         {"2026-11-21 14:05:30", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21T14:05:30Z", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21 14:05:30 UTC", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21T15:05:30+01:00", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21T15:05:30+0100", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21 09:05:30-05", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21T15:05:30+01:00[Europe/Paris]", Kind::iso, second, TimeUnit::second},
                                                         {"2026-11-21T14:05:30.5Z", Kind::iso, second + 500, TimeUnit::ms},
                                                         {"2026-11-21 14:05:30,123", Kind::iso, second + 123, TimeUnit::ms},
                                                         {"2026-11-21T14:05:30.123456789Z", Kind::iso, second + 123, TimeUnit::ms}})
    expect_reads(known);
}

TEST(Dates, FrenchForms) {
  const Zone paris = *Zone::find("Europe/Paris");
  const TimeMs minute = utc(2026, 11, 21, 13, 5), day = utc(2026, 11, 20, 23);
  for (const Known& known : std::initializer_list<Known>{{"21/11/2026", Kind::day_first, day, TimeUnit::day},
                                                         {"21.11.2026", Kind::day_first, day, TimeUnit::day},
                                                         {"21-11-26", Kind::day_first, day, TimeUnit::day},
                                                         {"21/11/2026 14:05", Kind::day_first, minute, TimeUnit::minute},
                                                         {"21/11/2026 14h05", Kind::day_first, minute, TimeUnit::minute},
                                                         {"21/11/2026 à 14 h 05", Kind::day_first, minute, TimeUnit::minute},
                                                         {"21/11/2026 14h", Kind::day_first, utc(2026, 11, 21, 13), TimeUnit::minute},
                                                         {"21/11/2026 14h05m30", Kind::day_first, minute + 30'000, TimeUnit::second},
                                                         {"21/11/2026 14:05:30", Kind::day_first, minute + 30'000, TimeUnit::second},
                                                         {"21 nov. 2026", Kind::named, day, TimeUnit::day},
                                                         {"21 novembre 2026 à 14h05", Kind::named, minute, TimeUnit::minute},
                                                         {"samedi 21 novembre 2026", Kind::named, day, TimeUnit::day},
                                                         {"1er août 2026", Kind::named, utc(2026, 7, 31, 22), TimeUnit::day},
                                                         {"3 févr. 2026 09:00", Kind::named, utc(2026, 2, 3, 8), TimeUnit::minute},
                                                         {"3 DÉC. 2026", Kind::named, utc(2026, 12, 2, 23), TimeUnit::day},
                                                         {"mar. 3 mars 2026", Kind::named, utc(2026, 3, 2, 23), TimeUnit::day},
                                                         {"7 juil. 2026", Kind::named, utc(2026, 7, 6, 22), TimeUnit::day}})
    expect_reads(known, paris);
}

TEST(Dates, EnglishForms) {
  for (const Known& known :
       std::initializer_list<Known>{{"11/21/2026", Kind::month_first, utc(2026, 11, 21), TimeUnit::day},
                                    {"11/21/2026 2:05 PM", Kind::month_first, utc(2026, 11, 21, 14, 5), TimeUnit::minute},
                                    {"11/21/2026 12:05 am", Kind::month_first, utc(2026, 11, 21, 0, 5), TimeUnit::minute},
                                    {"Nov 21, 2026", Kind::named, utc(2026, 11, 21), TimeUnit::day},
                                    {"November 21st, 2026 2:05:30 PM", Kind::named, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                    {"21-Nov-26", Kind::named, utc(2026, 11, 21), TimeUnit::day},
                                    {"21-Nov-2026 14:05", Kind::named, utc(2026, 11, 21, 14, 5), TimeUnit::minute},
                                    {"Sat, 21 Nov 2026 14:05:30 GMT", Kind::named, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                    {"Sat Nov 21 2026 15:05:30 GMT+0100 (CET)", Kind::named, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                    {"Mar 3, 2026", Kind::named, utc(2026, 3, 3), TimeUnit::day}})
    expect_reads(known);
}

TEST(Dates, Digits) {
  for (const Known& known : std::initializer_list<Known>{{"20261121", Kind::compact, utc(2026, 11, 21), TimeUnit::day},
                                                         {"202611211405", Kind::compact, utc(2026, 11, 21, 14, 5), TimeUnit::minute},
                                                         {"20261121140530", Kind::compact, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                                         {"20261121T140530Z", Kind::compact, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                                         {"20261121 14:05", Kind::compact, utc(2026, 11, 21, 14, 5), TimeUnit::minute},
                                                         {"1795269930", Kind::epoch, utc(2026, 11, 21, 14, 5, 30), TimeUnit::second},
                                                         {"1795269930.25", Kind::epoch, utc(2026, 11, 21, 14, 5, 30, 250), TimeUnit::ms}})
    expect_reads(known);
  expect_reads({"1795269930250", Kind::epoch, utc(2026, 11, 21, 14, 5, 30, 250), TimeUnit::ms}, Zone::utc(), 3);
  expect_reads({"1795269930250999", Kind::epoch, utc(2026, 11, 21, 14, 5, 30, 250), TimeUnit::ms}, Zone::utc(), 6);
  expect_reads({"-1", Kind::epoch, -1, TimeUnit::ms}, Zone::utc(), 3);
}

TEST(Dates, WhatIsNoTime) {
  EXPECT_EQ(problem_of("", Kind::iso), DateProblem::empty);
  for (const char* text : {"hier", "2026-11", "2026-11-21x", "2026-11-21 14", "2026-11/21", "14:05", "2026-11-21 14:5", "2026-11-21T14:05:30+1",
                           "2026-11-21 14:05 Paris", "٢٠٢٦-١١-٢١"})
    EXPECT_EQ(problem_of(text, Kind::iso), DateProblem::unreadable) << text;
  EXPECT_EQ(problem_of("2026-02-29", Kind::iso), DateProblem::no_such_day);
  EXPECT_EQ(problem_of("31/04/2026", Kind::day_first), DateProblem::no_such_day);
  EXPECT_EQ(problem_of("21/11/2026", Kind::month_first), DateProblem::no_such_day);
  EXPECT_EQ(problem_of("2026-11-21 24:00", Kind::iso), DateProblem::no_such_time);
  EXPECT_EQ(problem_of("2026-11-21 12:60", Kind::iso), DateProblem::no_such_time);
  EXPECT_EQ(problem_of("11/21/2026 13:05 PM", Kind::month_first), DateProblem::no_such_time);
  EXPECT_EQ(problem_of("1899-12-31", Kind::iso), DateProblem::out_of_range);
  EXPECT_EQ(problem_of("2200-01-01", Kind::iso), DateProblem::out_of_range);
  EXPECT_EQ(problem_of("99999999999", Kind::epoch), DateProblem::out_of_range);
  EXPECT_EQ(problem_of("9223372036854775807", Kind::epoch), DateProblem::out_of_range);
  EXPECT_EQ(problem_of("nov. 2026", Kind::named), DateProblem::unreadable);
}

TEST(Dates, ClockChangesOfTheZone) {
  TimeReader reader({Kind::iso}, *Zone::find("Europe/Paris"));
  EXPECT_EQ(reader.read("2026-03-29 01:59").instant, utc(2026, 3, 29, 0, 59));
  EXPECT_EQ(reader.read("2026-03-29 02:30").instant, utc(2026, 3, 29, 1, 30));  // not on any clock: moved past the gap
  EXPECT_EQ(reader.read("2026-03-29 03:00").instant, utc(2026, 3, 29, 1));
  EXPECT_EQ(reader.read("2026-10-25 02:30").instant, utc(2026, 10, 25, 0, 30));  // twice on the clock: the first
  EXPECT_EQ(reader.read("2026-10-25").instant, utc(2026, 10, 24, 22));
}

DateGuess guess_of(std::vector<std::string_view> sample, const ImportOptions& options = {}) { return guess_dates(sample, options).value(); }

TEST(Dates, TheWholeSampleDecidesBetweenDayAndMonth) {
  EXPECT_EQ(guess_of({"03/04/2026", "21/04/2026"}).form.kind, Kind::day_first);
  EXPECT_FALSE(guess_of({"03/04/2026", "21/04/2026"}).ambiguous);
  EXPECT_EQ(guess_of({"03/04/2026", "04/21/2026"}, in_paris()).form.kind, Kind::month_first);
  EXPECT_TRUE(guess_of({"03/04/2026"}).ambiguous);
  EXPECT_EQ(guess_of({"03/04/2026"}, in_paris(Lang::fr)).form.kind, Kind::day_first);
  EXPECT_EQ(guess_of({"03/04/2026"}, in_paris(Lang::en)).form.kind, Kind::month_first);
  EXPECT_EQ(guess_of({"03.04.2026"}, in_paris(Lang::en)).form.kind, Kind::day_first);
  ImportOptions told;
  told.day_order = DayOrder::day_first;
  EXPECT_EQ(guess_of({"03/04/2026"}, told).form.kind, Kind::day_first);
  EXPECT_FALSE(guess_of({"03/04/2026"}, told).ambiguous);
}

TEST(Dates, DigitsAreDaysWhenTheyReadAsDays) {
  EXPECT_EQ(guess_of({"19970101", "19970118"}).form.kind, Kind::compact);
  EXPECT_EQ(guess_of({"1795269930", "1795269931"}).form.kind, Kind::epoch);
  EXPECT_EQ(guess_of({"1795269930250"}).form.epoch_digits, 3);
  EXPECT_EQ(guess_of({"1795269930250999"}).form.epoch_digits, 6);
}

// A whole export at midnight is one of days: its orders tie with the whole day.
TEST(Dates, AColumnIsNoFinerThanItsValues) {
  std::vector<std::string> texts;
  for (int day = 1; day <= 9; ++day) texts.push_back("2026-01-0" + std::to_string(day) + " 00:00:00");
  const std::vector<std::string_view> midnights(texts.begin(), texts.end());
  const DateForm form = guess_of(midnights).form;
  EXPECT_EQ(form.finest, TimeUnit::day);
  TimeReader reader(form, *Zone::find("Europe/Paris"));
  EXPECT_EQ(reader.read("2026-01-03 00:00:00").unit, TimeUnit::day);
  EXPECT_EQ(reader.read("2026-01-03 00:00:01").unit, TimeUnit::second);
  EXPECT_EQ(guess_of({"2026-01-01 00:00:00", "2026-01-02 00:01:00"}).form.finest, TimeUnit::ms);
  ImportOptions told;
  told.precision = TimeUnit::minute;
  TimeReader minutes(guess_of({"2026-01-01 10:05:00"}, told).form, Zone::utc());
  EXPECT_EQ(minutes.read("2026-01-01 10:05:00").unit, TimeUnit::minute);
  EXPECT_EQ(minutes.read("2026-01-01 10:05:01").unit, TimeUnit::second);
}

}  // namespace
}  // namespace parcours::testing
