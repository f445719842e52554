// A map without its contents: what stays, what is emptied, and that not a byte else moves.
#include "map/structure.h"

#include <gtest/gtest.h>

#include "map/format.h"

namespace parcours {
namespace {

std::string structure(const std::string& text) {
  const MapFile map = parse_map("m.yaml", text);
  EXPECT_TRUE(map.usable());
  std::string made = structure_of(map);
  const MapFile again = parse_map("m.yaml", made);
  EXPECT_TRUE(again.diagnostics.empty()) << made;
  EXPECT_EQ(structure_of(again), made) << "doing it twice changes nothing more";
  return made;
}

TEST(Structure, KeepsIdsNamesPhasesAndChannelsAndEmptiesTheRest) {
  EXPECT_EQ(structure("# Our map\n"
                      "parcours: 1\n"
                      "title: {fr: Le lit, en: The bed}\n"
                      "offer: Beds   # of oak\n"
                      "goal: pay\n"
                      "reviewed: 2026-11-01\n"
                      "stages:\n"
                      "  # the first one\n"
                      "  - id: look\n"
                      "    name: Looks\n"
                      "    phase: before\n"
                      "    how: |\n"
                      "      Pictures\n"
                      "      and words\n"
                      "    buyer:   # without us\n"
                      "      - Measures the bed   # at home\n"
                      "      - {text: Asks, touchpoint: friend}\n"
                      "    touchpoints:\n"
                      "      - id: friend\n"
                      "        name: Asks a friend\n"
                      "        channel: word_of_mouth\n"
                      "        match: none\n"
                      "        why: Private\n"
                      "        says: >-\n"
                      "          Take\n"
                      "          oak.\n"
                      "\n"
                      "  - id: buy\n"
                      "    name: Buys\n"
                      "    phase: during\n"
                      "    touchpoints:\n"
                      "    - does: Pays\n"
                      "      id: pay\n"
                      "      name: Pays\n"
                      "      channel: site\n"
                      "      match: {event: purchase}   # of the shop\n"
                      "      emotion:\n"
                      "        value: 1\n"
                      "      optional: true\n"
                      "    leads_to: look\n"
                      "actions:\n"
                      "- {id: a, text: Do it}\n"),
            "# Our map\n"
            "parcours: 1\n"
            "title: {fr: Le lit, en: The bed}\n"
            "offer:   # of oak\n"
            "goal: pay\n"
            "reviewed:\n"
            "stages:\n"
            "  # the first one\n"
            "  - id: look\n"
            "    name: Looks\n"
            "    phase: before\n"
            "    how:\n"
            "    buyer:   # without us\n"
            "    touchpoints:\n"
            "      - id: friend\n"
            "        name: Asks a friend\n"
            "        channel: word_of_mouth\n"
            "        match: none\n"
            "        why: Private\n"
            "        says:\n"
            "\n"
            "  - id: buy\n"
            "    name: Buys\n"
            "    phase: during\n"
            "    touchpoints:\n"
            "    - does:\n"
            "      id: pay\n"
            "      name: Pays\n"
            "      channel: site\n"
            "      match:   # of the shop\n"
            "      emotion:\n"
            "      optional: true\n"
            "    leads_to: look\n"
            "actions:\n");
}

TEST(Structure, InsideBracesTheContentsGo) {
  EXPECT_EQ(structure("{parcours: 1, title: T, offer: O, stages: [{id: a, phase: before, how: H, name: A, touchpoints: "
                      "[{does: D, id: t, name: 'T, t', match: {event: e}}, {id: u, name: U, match: none, why: W}]}]}\n"),
            "{parcours: 1, title: T, stages: [{id: a, phase: before, name: A, touchpoints: "
            "[{id: t, name: 'T, t'}, {id: u, name: U, match: none, why: W}]}]}\n");
  EXPECT_EQ(structure("parcours: 1\ntitle: T\nstages:\n  - {id: a, name: A, phase: before, objective: inform}\n"),
            "parcours: 1\ntitle: T\nstages:\n  - {id: a, name: A, phase: before}\n");
}

TEST(Structure, LineBreaksOfWindowsStay) {
  EXPECT_EQ(structure("parcours: 1\r\ntitle: T\r\noffer: O\r\nactions:\r\n  - {id: a, text: x}\r\nstages: []\r\n"),
            "parcours: 1\r\ntitle: T\r\noffer:\r\nactions:\r\nstages: []\r\n");
}

TEST(Structure, OfAPersonaTheNameStays) {
  const PersonaFile persona =
      parse_persona("p.yaml", "# one\nname: Ana, 30\nquote: “I want”\nhabits:\n  - Reads\n  - Walks\nsegment: {city: Lyon}\n");
  ASSERT_TRUE(persona.usable());
  EXPECT_EQ(structure_of(persona), "# one\nname: Ana, 30\nquote:\nhabits:\nsegment:\n");
}

}  // namespace
}  // namespace parcours
