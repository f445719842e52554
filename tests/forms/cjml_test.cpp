#include "forms/cjml/cjml.h"

#include <gtest/gtest.h>

#include "map/map_file.h"
#include "map/sample_files.h"

namespace parcours {
namespace {

// The example of cjml.no, as it stands there: it refers to an actor by the name.
constexpr std::string_view kBookis = R"xml(<CJML version="2.0">
<actualJourney>
<journeyID>AJ1</journeyID>
<actors>
<endUser actorID="Carl">
<actorName>Carl</actorName>
</endUser>
<serviceProvider actorID="Company A">
<companyName>Bookis</companyName>
</serviceProvider>
</actors>
<touchpoints>
<actualCommunicationPoint>
<touchpointID>TP1</touchpointID>
<initiator>
<refersTo actorIDref="Carl"/>
<initiatorLabel>Customer creates account</initiatorLabel>
</initiator>
<receiver>
<refersTo actorIDref="Bookis"/>
<receiverLabel>Account registered</receiverLabel>
</receiver>
<channel>
<channelName>Web</channelName>
</channel>
</actualCommunicationPoint>
</touchpoints>
</actualJourney>
</CJML>
)xml";

TEST(CjmlTest, ReadsTheExampleOfItsSite) {
  const ReadMap read = read_cjml("bookis.xml", std::string(kBookis));
  ASSERT_TRUE(read.usable());
  EXPECT_EQ(read.yaml,
            "parcours: 1\n"
            "title: AJ1\n"
            "personas: [carl]\n"
            "stages:\n"
            "  - id: aj1\n"
            "    name: AJ1\n"
            "    phase: before\n"
            "    touchpoints:\n"
            "      - id: customer_creates_account\n"
            "        name: Customer creates account\n"
            "        channel: web\n"
            "        starts: customer\n"
            "        backstage: {text: Account registered}\n");
  ASSERT_EQ(read.personas.size(), 1u);
  EXPECT_EQ(read.personas[0].yaml, "name: Carl\n");
}

std::vector<std::string> said(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& d : read_cjml("a.xml", text).diagnostics)
    if (d.severity != Severity::note) out.push_back(std::to_string(d.place.line) + " " + d.code);
  return out;
}

std::string journey(const std::string& touchpoints, const std::string& kind = "actual") {
  return "<CJML version='2.0'>\n<" + kind +
         "Journey><journeyID>J</journeyID><actors><endUser actorID='u'/><serviceProvider actorID='p'/></actors>\n<touchpoints>\n" + touchpoints +
         "\n</touchpoints></" + kind + "Journey>\n</CJML>\n";
}

TEST(CjmlTest, WhatDidNotComplyBecomesAReportedFriction) {
  const ReadMap read = read_cjml("a.xml", journey("<actualAction><touchpointID>T1</touchpointID><compliance>failing</compliance><initiator><refersTo "
                                                  "actorIDref='u'/><initiatorLabel>Waits</initiatorLabel></initiator></actualAction>"));
  const MapFile map = parse_map("maps/a.yaml", read.yaml);
  ASSERT_TRUE(map.usable());
  const Touchpoint& waits = map.value.stages.at(0).touchpoints.at(0);
  ASSERT_EQ(waits.frictions.size(), 1u);
  EXPECT_EQ(waits.frictions[0].evidence.source.plain, "J");
  EXPECT_EQ(waits.frictions[0].text.en, "Did not work as planned");
  EXPECT_TRUE(waits.channel.empty());
}

TEST(CjmlTest, WhatIsWrongOrLostIsSaidAtItsLine) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(said("<CJML><plannedJourney>"), Lines{"1 xml-syntax"});
  EXPECT_EQ(said("<html/>"), Lines{"1 cjml-no-journey"});
  EXPECT_EQ(said("\n\nnot xml"), Lines{"3 xml-syntax"});
  EXPECT_EQ(said(journey("<actualAction><initiator><refersTo actorIDref='nobody'/><initiatorLabel>X</initiatorLabel></initiator></actualAction>")),
            Lines{"4 cjml-actor"});
  EXPECT_EQ(said(journey("<picture/>")), (Lines{"4 cjml-left-out"}));
}

TEST(CjmlTest, EntitiesOfOnesOwnAreNotExpanded) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'>";
  for (char c = 'b'; c < 'k'; ++c) bomb += std::string("<!ENTITY ") + c + " '&" + static_cast<char>(c - 1) + ";&" + static_cast<char>(c - 1) + ";'>";
  bomb += "]>" +
          journey("<plannedAction><initiator><refersTo actorIDref='u'/><initiatorLabel>&j;</initiatorLabel></initiator></plannedAction>", "planned");
  const ReadMap read = read_cjml("a.xml", bomb);
  EXPECT_LT(read.yaml.size(), 2000u);
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  EXPECT_FALSE(read_cjml("a.xml", deep).usable());
  EXPECT_FALSE(read_cjml("a.xml", std::string(5 << 20, ' ')).usable());
  EXPECT_FALSE(read_cjml("a.xml", "<CJML>\xFF</CJML>").usable());
}

TEST(CjmlTest, AMapComesBackWithWhatThePageSays) {
  const MapFile before = parse_map("maps/ring.yaml", sample("ring.yaml"));
  const ReadMap read = read_cjml("ring.xml", to_cjml(measured_map(before.value, {}, {}, std::nullopt), Lang::fr));
  ASSERT_TRUE(read.usable());
  const MapFile back = parse_map("maps/ring.yaml", read.yaml);
  EXPECT_EQ(back.value.title.plain, before.value.title.in(Lang::fr));
  EXPECT_EQ(back.value.personas, before.value.personas);
  ASSERT_EQ(back.value.stages.size(), before.value.stages.size());
  for (std::size_t i = 0; i < before.value.stages.size(); ++i) {
    const Stage &was = before.value.stages[i], &is = back.value.stages[i];
    EXPECT_EQ(is.id, was.id);
    EXPECT_EQ(is.name.plain, was.name.in(Lang::fr));
    EXPECT_EQ(is.how.plain, was.how.in(Lang::fr));
    ASSERT_EQ(is.touchpoints.size(), was.touchpoints.size()) << was.id;
    for (std::size_t k = 0; k < was.touchpoints.size(); ++k) {
      EXPECT_EQ(is.touchpoints[k].name.plain, was.touchpoints[k].name.in(Lang::fr));
      EXPECT_EQ(is.touchpoints[k].channel.empty(), was.touchpoints[k].channel.empty());
      EXPECT_EQ(is.touchpoints[k].backstage.team, was.touchpoints[k].backstage.team);
      if (was.touchpoints[k].starts != Initiator::unsaid) { EXPECT_EQ(is.touchpoints[k].starts, was.touchpoints[k].starts); }
    }
  }
}

}  // namespace
}  // namespace parcours
