#include "forms/mermaid/mermaid.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <tuple>

#include "base/random.h"
#include "map/map_file.h"
#include "map/sample_files.h"

namespace parcours {
namespace {

TEST(MermaidTest, WritesAJourney) {
  const MapFile file = parse_map("maps/ring.yaml", sample("ring.yaml"));
  EXPECT_EQ(to_mermaid(file.value, Lang::en),
            "journey\n"
            "    title La bague de la Saint-Valentin\n"
            "    section Sensibilisation\n"
            "    Voit une bague sur Instagram: 4: thomas, ana\n"
            "    En parle à un ami: 3: thomas, ana\n"
            "    section Purchase\n"
            "    Panier: 3: thomas, ana\n"
            "    Paiement en ligne: 3: thomas, ana\n"
            "    Paie en boutique: 3: thomas, ana\n"
            "    section Fidélisation\n");
}

TEST(MermaidTest, EscapesWhatItsParserTripsOver) {
  JourneyMap map;
  map.title.plain = "Offre n° 1: #promo; -30 %, vite";
  Stage stage;
  stage.id = "s";
  stage.name.plain = "Avant: rien";
  Touchpoint a, b, c;
  a.id = "a", a.name.plain = "Section bijoux";
  a.emotions = {{"ana", -2, {}}, {"zoe", 2, {}}, {"thomas", -2, {}}};
  b.id = "b", b.name.plain = "Un\nsaut";
  b.emotions = {{"", 1.5, {}}};
  c.id = "c", c.name.plain = "%% pas un commentaire";
  stage.touchpoints = {a, b, c};
  map.stages = {stage};
  EXPECT_EQ(to_mermaid(map, Lang::fr),
            "journey\n"
            "    title Offre n° 1#58; #35;promo#59; -30 #37;#44; vite\n"
            "    section Avant#58; rien\n"
            "    \xE2\x80\x8BSection bijoux: 2: ana, zoe, thomas\n"  // 3 + (-2 + 2 - 2) / 3
            "    Un saut: 5\n"
            "    #37;#37; pas un commentaire: 3\n");
}

TEST(MermaidTest, ATouchpointIsOneTaskHoweverItsPersonasFeelAndThatIsSaid) {
  JourneyMap map;
  map.personas = {"ana", "zoe"};
  Stage stage;
  stage.id = "s";
  for (const auto& [id, ana, zoe] : {std::tuple("apart", 2.0, -1.0), {"alike", 1.0, 0.6}, {"half", -1.0, 0.0}}) {
    Touchpoint touchpoint;
    touchpoint.id = id, touchpoint.emotions = {{"ana", ana, {}}, {"zoe", zoe, {}}};
    stage.touchpoints.push_back(touchpoint);
  }
  map.stages = {stage};
  EXPECT_EQ(to_mermaid(map, Lang::en),
            "journey\n    title –\n    section s\n    apart: 4: ana, zoe\n    alike: 4: ana, zoe\n    half: 3: ana, zoe\n");
  const auto lost = lost_in_mermaid(map);
  ASSERT_EQ(lost.size(), 1u);
  EXPECT_EQ(render(lost[0], Lang::en), "Mermaid has one score a task: at 2 touchpoints where personas feel differently it is their mean");
  map.stages[0].touchpoints.resize(2), map.stages[0].touchpoints.erase(map.stages[0].touchpoints.begin());
  EXPECT_TRUE(lost_in_mermaid(map).empty());
}

TEST(MermaidTest, AnEmptyTitleStillParses) { EXPECT_EQ(to_mermaid({}, Lang::en), "journey\n    title –\n"); }

// The example of Mermaid's own documentation.
constexpr std::string_view kWorkingDay = R"(journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me
      Do work: 1: Me, Cat
    section Go home
      Go downstairs: 5: Me
      Sit down: 5: Me
)";

TEST(MermaidTest, ReadsTheExampleOfItsDocumentation) {
  const ReadMap read = read_mermaid("my_day.mmd", std::string(kWorkingDay));
  ASSERT_TRUE(read.usable());
  EXPECT_EQ(read.yaml,
            "parcours: 1\n"
            "title: My working day\n"
            "personas: [me, cat]\n"
            "stages:\n"
            "  - id: go_to_work\n"
            "    name: Go to work\n"
            "    phase: before\n"
            "    touchpoints:\n"
            "      - id: make_tea\n"
            "        name: Make tea\n"
            "        emotion: {me: 2}\n"
            "      - id: go_upstairs\n"
            "        name: Go upstairs\n"
            "        emotion: {me: 0}\n"
            "      - {id: do_work, name: Do work, emotion: -2}\n"
            "  - id: go_home\n"
            "    name: Go home\n"
            "    phase: before\n"
            "    touchpoints:\n"
            "      - id: go_downstairs\n"
            "        name: Go downstairs\n"
            "        emotion: {me: 2}\n"
            "      - id: sit_down\n"
            "        name: Sit down\n"
            "        emotion: {me: 2}\n");
  ASSERT_EQ(read.personas.size(), 2u);
  EXPECT_EQ(read.personas[1].id, "cat");
  EXPECT_EQ(read.personas[1].yaml, "name: Cat\n");
}

// What is said of a file, in the order of the file: "line:column code".
std::vector<std::string> said(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& d : read_mermaid("a.mmd", text).diagnostics)
    if (d.severity != Severity::note) out.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
  return out;
}

TEST(MermaidTest, SaysWhatMermaidWouldCutRefuseOrMisread) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(said("journey\ntitle A # b\n"), Lines{"2:9 mermaid-cuts"});
  EXPECT_EQ(said("journey\nsection A; b\n"), Lines{"2:10 mermaid-refuses"});
  EXPECT_EQ(said("journey\nsection A: b\n"), Lines{"2:10 mermaid-refuses"});
  EXPECT_EQ(said("journey\nTitle page: 3: ana\n"), Lines{"2:1 mermaid-not-a-task"});
  EXPECT_EQ(said("journey\ntitle A\ntitle B\n"), Lines{"3:1 mermaid-second-title"});
  EXPECT_EQ(said("journey\nsection S\nPay: 3: ana: now\n"), Lines{"3:12 mermaid-cuts"});
  EXPECT_EQ(said("journey\nsection S\nJourney begins: 3\n"), Lines{"3:1 mermaid-refuses"});
  EXPECT_EQ(said("journey\naccTitle: x\n"), Lines{"2:1 mermaid-left-out"});
  EXPECT_EQ(said("journey\nsection S\nPay: 9: ana\n"), Lines{"3:5 mermaid-score"});
  EXPECT_EQ(said("journey\nsection S\nPay: good\n"), Lines{"3:5 mermaid-score"});
  EXPECT_EQ(said("journey\nsection S\nPay\n"), Lines{"3:1 mermaid-no-score"});
  EXPECT_EQ(said("flowchart TD\n"), Lines{"1:1 mermaid-no-journey"});
  EXPECT_EQ(said("---\ntitle: T\n---\n%%{init: {}}%%\n%% note\njourney\n# note\nsection S\n"), Lines{});
}

TEST(MermaidTest, KeepsWhatMermaidWouldLose) {
  const ReadMap read = read_mermaid("a.mmd", "journey\ntitle Offer #1 #35;2\nsection S\n");
  EXPECT_NE(read.yaml.find("title: \"Offer #1 #2\"\n"), std::string::npos) << read.yaml;
  EXPECT_EQ(without_entities("a#58;b #quot;c#quot; #unknown; #99999999; #0; #"), "a:b \"c\" #unknown; #99999999; #0; #");
}

TEST(MermaidTest, HostileTextsEndInAMessage) {
  EXPECT_FALSE(read_mermaid("a.mmd", "").usable());
  EXPECT_FALSE(read_mermaid("a.mmd", std::string(5 << 20, 'x')).usable());
  EXPECT_FALSE(read_mermaid("a.mmd", "journey\ntitle \xFF\n").usable());
  std::string many = "journey\nsection S\n";
  for (int i = 0; i < 100'000; ++i) many += "Same: 3\n";
  EXPECT_FALSE(read_mermaid("a.mmd", many).diagnostics.empty());
}

// (stage, touchpoint, persona, score) of a map as it should come out of Mermaid, worked out apart from the writer.
using Felt = std::tuple<std::string, std::string, std::string, int>;

std::vector<Felt> felt(const JourneyMap& map) {
  std::vector<Felt> all;
  for (const auto& stage : map.stages)
    for (const auto& touchpoint : stage.touchpoints) {
      std::map<std::string, int> by_persona;
      for (const auto& persona : map.personas) by_persona[persona] = 0;
      int sum = 0;  // of scores; never half between two, of one or three
      for (const auto& emotion : touchpoint.emotions) sum += static_cast<int>(emotion.value) + 3;
      const int n = static_cast<int>(touchpoint.emotions.size());
      for (auto& [persona, value] : by_persona) value = n == 0 ? 0 : (2 * sum + n) / (2 * n) - 3;
      for (const auto& [persona, value] : by_persona) all.emplace_back(stage.name.plain, touchpoint.name.plain, persona, value);
    }
  return all;
}

std::string any_text(Random& random) {
  static constexpr std::array<std::string_view, 16> kParts = {"Achat",    "n° 1",    "#",   ":", ";",   ",", "%%",   "title",
                                                              "section ", "journey", "<b>", "{", "été", "“", "#35;", " "};
  std::string out = "x";
  if (random.chance(0.5)) out = std::string(kParts[random.below(kParts.size())]);
  for (auto n = random.below(4); n > 0; --n) out += kParts[random.below(kParts.size())];
  while (!out.empty() && out.front() == ' ') out.erase(0, 1);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() ? "x" : out;
}

TEST(MermaidTest, AnyMapComesBackWithItsNamesAndScores) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Random random(seed);
    JourneyMap map;
    map.title.plain = any_text(random);
    map.personas = {"ana", "zoe", "tom"};
    int n = 0;
    for (auto stages = 1 + random.below(4); stages > 0; --stages) {
      Stage stage;
      stage.id = "s" + std::to_string(++n), stage.name.plain = any_text(random);
      for (auto touchpoints = 1 + random.below(4); touchpoints > 0; --touchpoints) {
        Touchpoint touchpoint;
        touchpoint.id = "t" + std::to_string(++n), touchpoint.name.plain = any_text(random) + " " + std::to_string(n);
        const auto value = [&] { return static_cast<double>(random.below(5)) - 2; };
        if (random.chance(0.4)) touchpoint.emotions = {{"", value(), {}}};
        else touchpoint.emotions = {{"ana", value(), {}}, {"zoe", value(), {}}, {"tom", value(), {}}};
        stage.touchpoints.push_back(touchpoint);
      }
      map.stages.push_back(stage);
    }
    const std::string text = to_mermaid(map, Lang::fr);
    const ReadMap read = read_mermaid("a.mmd", text);
    ASSERT_TRUE(read.usable()) << text;
    for (const auto& d : read.diagnostics) EXPECT_EQ(d.severity, Severity::note) << text << d.code;
    const MapFile back = parse_map("maps/a.yaml", read.yaml);
    EXPECT_EQ(back.value.title.plain, map.title.plain) << text;
    EXPECT_EQ(felt(back.value), felt(map)) << text << read.yaml;
    EXPECT_EQ(to_mermaid(back.value, Lang::fr).size(), text.size()) << text;  // personas may stand in another order
  }
}

}  // namespace
}  // namespace parcours
