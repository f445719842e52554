#include "map/mermaid.h"

#include <gtest/gtest.h>

#include "map/map_file.h"
#include "sample_files.h"

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
            "    title Offre n° 1#58; #35;promo#59; -30 %#44; vite\n"
            "    section Avant#58; rien\n"
            "    \xE2\x80\x8BSection bijoux: 5: zoe\n"
            "    \xE2\x80\x8BSection bijoux: 1: ana, thomas\n"
            "    Un saut: 5\n"
            "    \xE2\x80\x8B%% pas un commentaire: 3\n");
}

}  // namespace
}  // namespace parcours
