#include "map/diff.h"

#include <gtest/gtest.h>

#include "map/edits.h"
#include "map/rule_words.h"
#include "sample_files.h"

namespace parcours {
namespace {

// What diff says after these edits of the sample map.
std::vector<std::string> said_after(const std::vector<Edit>& edits, Lang lang = Lang::en) {
  const std::string before = sample("ring.yaml");
  const auto after = apply_edits("maps/ring.yaml", before, edits);
  EXPECT_TRUE(after.ok()) << render(after.failure().what, "", Lang::en);
  std::vector<std::string> out;
  for (const auto& change : diff(parse_map("maps/ring.yaml", before).value, parse_map("maps/ring.yaml", after.value()).value))
    out.push_back(render(change.message, lang));
  return out;
}

using Lines = std::vector<std::string>;

TEST(DiffTest, SaysNothingOfEqualMaps) { EXPECT_EQ(said_after({}), Lines{}); }

TEST(DiffTest, SpeaksInTheJourneysWords) {
  const std::string post = "stages/awareness/touchpoints/instagram_post";
  EXPECT_EQ(said_after({move_to("stages/purchase/touchpoints/cart", "stages/awareness/touchpoints")}),
            Lines{"touchpoint `cart` moved from Purchase to Sensibilisation"});
  EXPECT_EQ(said_after({move_to("stages/purchase/touchpoints/cart", "stages/awareness/touchpoints")}, Lang::fr),
            Lines{"le point de contact `cart` passe de Achat à Sensibilisation"});
  EXPECT_EQ(said_after({set_edit(post + "/emotion/value", -1)}),
            Lines{"`instagram_post`: emotion from 1 (entretiens, 2\u202fOct\u202f2026) to −1 (entretiens, 2\u202fOct\u202f2026)"});
  EXPECT_EQ(said_after({set_edit("stages/awareness/emotion/thomas", 2)}), Lines{"`awareness` (thomas): emotion from 1 to 2"});
  EXPECT_EQ(said_after({set_edit("window", "none")}), Lines{"window changed from 30d to none"});
  EXPECT_EQ(said_after({set_edit("state", "target")}, Lang::fr), Lines{"état : cible (avant : actuelle)"});
  EXPECT_EQ(said_after({remove_edit("goal")}), Lines{"goal removed (it was pay)"});
  EXPECT_EQ(said_after({move_edit("stages/loyalty", 0)}), Lines{"stage `loyalty` now comes first"});
  EXPECT_EQ(said_after({set_edit(post + "/match", Json{{"event", "ad_click"}}), set_edit("actions/show_price/status", "done")}),
            (Lines{"`instagram_post`: rule from {event: ad_view, where: {campaign: {like: valentin*}, value: {min: 1, max: 10.5}, source: [meta, "
                   "google], channel: {not: email}, vip: {exists: true}}} to {event: ad_click}",
                   "`show_price`: status from doing to done"}));
  EXPECT_EQ(said_after({remove_edit(post + "/friction")}), Lines{"`instagram_post`: friction `no_price` removed (Le prix n'apparaît pas)"});
  EXPECT_EQ(
      said_after({remove_edit("stages/purchase/touchpoints/cart"), add_item("stages/loyalty/touchpoints", Json{{"id", "club"}, {"name", "Club"}})}),
      (Lines{"touchpoint `cart` removed from Purchase", "new touchpoint `club` in Fidélisation"}));
  EXPECT_EQ(said_after({set_edit("stages/purchase/opens", "checkout"), set_edit(post + "/opens", "social")}),
            (Lines{"`purchase`: opens set to checkout", "`instagram_post`: opens set to social"}));
  EXPECT_EQ(said_after({set_edit("stages/purchase/opens", "checkout")}, Lang::fr), Lines{"`purchase`, carte de détail : checkout"});
  EXPECT_EQ(said_after({set_edit("views/sales/instagram_post/emotion", 1)}),
            Lines{"`instagram_post`: a team’s view from −1, “Peu de ventes” to 1, “Peu de ventes”"});
}

// Of two languages the reader's; both where the reader's says the same.
TEST(DiffTest, SpeaksOneLanguage) {
  const auto said = [](const std::string& title, Lang lang) {
    const auto map = [](const std::string& text) { return parse_map("maps/m.yaml", "parcours: 1\ntitle: " + text + "\nstages: []\n").value; };
    return render(diff(map("{fr: La bague, en: The ring}"), map(title)).at(0).message, lang);
  };
  EXPECT_EQ(said("{fr: Le collier, en: The necklace}", Lang::fr), "titre\u00a0: «\u00a0Le collier\u00a0» (avant\u00a0: «\u00a0La bague\u00a0»)");
  EXPECT_EQ(said("{fr: Le collier, en: The necklace}", Lang::en), "title changed from “The ring” to “The necklace”");
  EXPECT_EQ(said("{fr: La bague, en: The necklace}", Lang::fr), "titre\u00a0: La bague / The necklace (avant\u00a0: La bague / The ring)");
}

TEST(RuleWordsTest, AreReadBackAsTheSameRule) {
  const MapFile map = parse_map("maps/ring.yaml", sample("ring.yaml"));
  int rules = 0;
  for (const auto& stage : map.value.stages)
    for (const auto& touchpoint : stage.touchpoints)
      for (const Rule* rule : {&touchpoint.match, &touchpoint.failure}) {
        if (rule->empty()) continue;
        EXPECT_EQ(parse_rule_text("rule", rule_in_yaml(*rule)).value, *rule) << rule_in_yaml(*rule);
        ++rules;
      }
  EXPECT_EQ(rules, 5);
}

}  // namespace
}  // namespace parcours
