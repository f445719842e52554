// The calendar file, line by line for one small plan, and its lines' length and escapes whatever the texts.
#include "plan/ics.h"

#include <gtest/gtest.h>

#include <random>

namespace parcours {
namespace {

Plan plan_of(const JourneyMap& map, Date as_of) {
  const SourceText source;
  return make_plan({map, source, {}, as_of});
}

JourneyMap small_map() {
  JourneyMap map;
  map.id = "m";
  map.title.plain = "Commandes; en ligne";
  Stage stage;
  stage.id = "a", stage.name.plain = "Annonce, affiche", stage.how.plain = "C:\\affiches";
  stage.when.start = Date{2027, 2, 27}, stage.when.lasts = 48 * kHour;
  stage.contents = {{"video", {"Le film", "", ""}, {}, 3 * kDay}};
  map.stages = {stage};
  return map;
}

std::string without_uids(const std::string& ics) {
  std::string out;
  for (std::size_t at = 0; at < ics.size();) {
    const auto end = ics.find("\r\n", at) + 2;
    if (ics.compare(at, 4, "UID:") != 0) out += ics.substr(at, end - at - 2) + "\n";
    at = end;
  }
  return out;
}

// The folded line: DESCRIPTION: is 12 octets, each quotation mark and narrow space 3; the 75th is the e of Feb.
TEST(Ics, ASmallPlan) {
  const JourneyMap map = small_map();
  EXPECT_EQ(without_uids(to_ics(map, plan_of(map, {2027, 1, 4}), "w", Lang::en)),
            R"(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Parcours//Plan//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Commandes\; en ligne
BEGIN:VEVENT
DTSTAMP:20270104T000000Z
DTSTART;VALUE=DATE:20270227
DTEND;VALUE=DATE:20270301
SUMMARY:Annonce\, affiche
TRANSP:TRANSPARENT
DESCRIPTION:C:\\affiches
END:VEVENT
BEGIN:VEVENT
DTSTAMP:20270104T000000Z
DTSTART;VALUE=DATE:20270224
DTEND;VALUE=DATE:20270227
SUMMARY:To prepare: Le film
TRANSP:TRANSPARENT
)"
            "DESCRIPTION:For the stage “Annonce\\, affiche”\\, which starts on 27\u202fFe\n b\u202f2027.\n"
            R"(BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:To prepare: Le film
TRIGGER:-PT15H
END:VALARM
END:VEVENT
END:VCALENDAR
)");
}

// Folded lines join to what was there, none is longer than 75 octets, no character is cut in two.
TEST(Ics, LinesAreFoldedWhateverTheTexts) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "é", "…", "😀", " ", ",", ";", "\\", "\n", "\x01", "mot"};
  for (int round = 0; round < 300; ++round) {
    JourneyMap map = small_map();
    std::string name;
    for (auto i = random() % 120; i > 0; --i) name += pieces[random() % pieces.size()];
    map.stages[0].name.plain = "n" + name;
    const std::string ics = to_ics(map, plan_of(map, {2027, 1, 4}), "w", Lang::fr);
    std::string joined;
    for (std::size_t at = 0; at < ics.size();) {
      const auto end = ics.find("\r\n", at);
      ASSERT_LE(end - at, 75u);
      ASSERT_NE(static_cast<unsigned char>(ics[at]) & 0xc0, 0x80) << "a line begins inside a character";
      if (ics[at] == ' ') {
        joined.pop_back();
        ASSERT_NE(static_cast<unsigned char>(ics[at + 1]) & 0xc0, 0x80) << "a folded line begins inside a character";
        ++at;
      }
      joined += ics.substr(at, end - at) + "\n";
      at = end + 2;
    }
    std::string wanted = "SUMMARY:n";
    for (const char c : name) {
      if (c == '\x01') continue;
      if (c == '\n') wanted += "\\n";
      else wanted += std::string(c == ',' || c == ';' || c == '\\' ? "\\" : "") + c;
    }
    EXPECT_NE(joined.find(wanted + "\n"), std::string::npos) << name;
  }
}

TEST(Ics, UidsStayWhenDatesMove) {
  JourneyMap map = small_map();
  const auto uid = [](const std::string& ics) { return ics.substr(ics.find("UID:"), 45); };
  const auto before = uid(to_ics(map, plan_of(map, {2027, 1, 4}), "w", Lang::en));
  const auto other_workspace = uid(to_ics(map, plan_of(map, {2027, 1, 4}), "v", Lang::en));
  map.stages[0].when.start = Date{2027, 5, 5};
  EXPECT_EQ(uid(to_ics(map, plan_of(map, {2027, 1, 5}), "w", Lang::fr)), before);
  EXPECT_NE(other_workspace, before);
}

}  // namespace
}  // namespace parcours
