// Two maps in one: what is gone stands where it stood. The answers are by hand.
#include "map/with_removed.h"

#include <gtest/gtest.h>

#include "map/map_file.h"

namespace parcours {
namespace {

JourneyMap map_of(const std::string& stages) { return parse_map("maps/a.yaml", "parcours: 1\ntitle: T\nstages:\n" + stages).value; }

std::string shape_of(const JourneyMap& map) {
  std::string out;
  for (const Stage& stage : map.stages) {
    out += (out.empty() ? "" : " | ") + stage.id + ":";
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      out += " " + touchpoint.id;
      for (const Friction& friction : touchpoint.frictions) out += "!" + friction.id;
    }
  }
  return out;
}

const char* const kOlder = R"(  - id: a
    name: A
    phase: before
    touchpoints:
      - {id: a1, name: A1, channel: site, match: {event: x}, emotion: -1, friction: [{id: f1, text: F1, expect: {drop_off: 0.3}}]}
      - {id: a2, name: A2}
      - {id: a3, name: A3}
  - {id: b, name: B, phase: during, touchpoints: [{id: b1, name: B1}, {id: b2, name: B2}]}
  - {id: c, name: C, phase: after, touchpoints: [{id: c1, name: C1}]}
)";

TEST(WithRemoved, WhatIsGoneStandsWhereItStood) {
  const JourneyMap older = map_of(kOlder);
  // a2 goes, a3 moves to c; f1 goes; b goes with b1, b2 moves to c.
  const JourneyMap newer = map_of(R"(  - {id: a, name: A, phase: before, touchpoints: [{id: a1, name: A1}, {id: new, name: New}]}
  - {id: c, name: C, phase: after, touchpoints: [{id: b2, name: B2}, {id: c1, name: C1}, {id: a3, name: A3}]}
)");
  EXPECT_EQ(shape_of(with_removed(newer, older)), "a: a1!f1 a2 new | b: b1 | c: b2 c1 a3");
  EXPECT_EQ(shape_of(with_removed(newer, newer)), shape_of(newer));
  EXPECT_EQ(shape_of(with_removed(older, newer)), "a: a1!f1 new a2 a3 | b: b1 b2 | c: c1");
}

TEST(WithRemoved, TheFirstOfAllComesBackFirst) {
  const JourneyMap newer = map_of("  - {id: c, name: C, phase: after, touchpoints: [{id: c1, name: C1}]}\n");
  EXPECT_EQ(shape_of(with_removed(newer, map_of(kOlder))), "a: a1 a2 a3 | b: b1 b2 | c: c1");
}

TEST(WithRemoved, NothingOfWhatIsGoneCanBeMeasured) {
  const JourneyMap joined = with_removed(map_of("  - {id: b, name: B, phase: during}\n"), map_of(kOlder));
  const Touchpoint& gone = *joined.touchpoint("a1");
  EXPECT_EQ(gone.channel, "site");
  EXPECT_TRUE(gone.match.empty());
  EXPECT_TRUE(gone.emotions.empty());
  EXPECT_TRUE(gone.frictions.empty());
}

TEST(OneLanguage, ATextOfTheOtherLanguageIsNoDifference) {
  const JourneyMap older = map_of("  - {id: a, name: {fr: Choix, en: Choice}, phase: before}\n");
  const JourneyMap newer = map_of("  - {id: a, name: {fr: Choix, en: Choosing}, phase: before}\n");
  EXPECT_EQ(in_one_language(older, Lang::fr).stages[0].name, in_one_language(newer, Lang::fr).stages[0].name);
  EXPECT_EQ(in_one_language(newer, Lang::en).stages[0].name, (LocalText{"Choosing", "", ""}));
}

}  // namespace
}  // namespace parcours
