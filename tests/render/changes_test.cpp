// The picture of what changed: each change has its mark and its line, and nothing else has.
#include "render/changes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "map/map_file.h"
#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

MeasuredMap map_of(const std::string& text) {
  MapFile file = parse_map("maps/a.yaml", text);
  EXPECT_TRUE(file.usable());
  return measured_map(file.value, {}, {}, std::nullopt);
}

const char* const kOlder = R"(parcours: 1
title: {fr: Avant, en: Before}
goal: pay
stages:
  - id: choose
    name: {fr: Choix, en: Choice}
    phase: before
    touchpoints:
      - {id: see, name: Sees it, channel: pigeon, emotion: -1, friction: [{id: no_price, text: No price}]}
      - {id: call, name: Calls, channel: phone}
  - {id: buy, name: Buy, phase: during, touchpoints: [{id: pay, name: Pays}, {id: ask, name: Asks}]}
actions: [{id: show, for: no_price, text: Show it}]
)";
const char* const kNewer = R"(parcours: 1
title: {fr: Après, en: After}
state: target
goal: pay
stages:
  - id: choose
    name: {fr: Choix, en: The choice}
    phase: before
    touchpoints:
      - {id: see, name: Sees it, channel: market, emotion: 1.5}
      - {id: ask, name: Asks}
      - {id: try, name: Tries it}
  - {id: buy, name: Buy, phase: during, touchpoints: [{id: pay, name: Pays}]}
)";

struct Drawn {
  Scene scene;
  std::string html;
};

Drawn drawn(const MeasuredMap& newer, const JourneyMap& older, Lang lang, Theme theme = Theme::light) {
  const ComparedMap compared = compare_maps(newer, older, lang);
  DrawOptions options;
  options.lang = lang, options.theme = theme, options.changes = compared.changes;
  return {draw(compared.map, options), to_html(compared.map, options)};
}

std::string said(const Scene& scene, const std::string& id) {
  const Node* node = find(scene.root, id);
  if (!node) return "no " + id;
  std::string out;
  for (const std::string& line : words_of(*node)) out += (out.empty() ? "" : " / ") + line;
  return out;
}

bool wears(const Scene& scene, const std::string& id, const std::string& kind) {
  for (const Node* node : all_of_class(scene.root, kind))
    if (node->id == id) return true;
  return false;
}

// In the order of the map; title and state are of one of the two alone.
TEST(Changes, EachHasItsMarkAndItsLine) {
  const Scene scene = drawn(map_of(kNewer), map_of(kOlder).map, Lang::en).scene;
  EXPECT_TRUE(is_clean(scene));
  EXPECT_TRUE(wears(scene, "tp-see", "changed"));
  EXPECT_TRUE(wears(scene, "friction-no_price", "removed"));
  EXPECT_TRUE(wears(scene, "tp-call", "removed"));
  EXPECT_TRUE(wears(scene, "tp-ask", "moved"));
  EXPECT_TRUE(wears(scene, "tp-try", "added"));
  EXPECT_TRUE(wears(scene, "stage-choose", "changed"));
  EXPECT_FALSE(wears(scene, "tp-pay", "changed"));
  EXPECT_EQ(all_of_class(scene.root, "gone").size(), 2u);  // a line through the names of what is gone
  EXPECT_EQ(said(scene, "change-1"), "1 / The choice / changed · stage / name: “Choice” → “The choice”");
  EXPECT_EQ(said(scene, "change-2"),
            "2 / Sees it / changed · touchpoint, stage “The choice” / channel: pigeon → market / emotion: −1 (assumed) → +1.5 (assumed)");
  EXPECT_EQ(said(scene, "change-3"), "3 / No price / removed · friction, “Sees it”");
  EXPECT_EQ(said(scene, "change-4"), "4 / Calls / removed · touchpoint, stage “The choice”");
  EXPECT_EQ(said(scene, "change-5"), "5 / Asks / moved · touchpoint, stage “The choice” / comes from the stage “Buy”");
  EXPECT_EQ(said(scene, "change-6"), "6 / Tries it / added · touchpoint, stage “The choice”");
  EXPECT_EQ(said(scene, "change-7"), "no change-7");
  // What is gone is not counted: three touchpoints of the choice and one of buying.
  const std::vector<std::string> words = words_of(scene.root);
  const auto label = std::find(words.begin(), words.end(), "touchpoints");
  ASSERT_TRUE(label != words.end() && label != words.begin());
  EXPECT_EQ(*(label - 1), "4");
  EXPECT_NE(scene.description.find("1 added, 2 removed, 1 moved, 2 changed"), std::string::npos) << scene.description;
}

TEST(Changes, OfTheOtherLanguageAreNone) {
  const Scene fr = drawn(map_of(kNewer), map_of(kOlder).map, Lang::fr).scene;
  EXPECT_FALSE(wears(fr, "stage-choose", "changed"));
}

TEST(Changes, ActionsOfTheCurrentMapLeadToTheTarget) {
  const Scene scene = drawn(map_of(kNewer), map_of(kOlder).map, Lang::en).scene;
  ASSERT_TRUE(find(scene.root, "action-show"));
  EXPECT_FALSE(wears(scene, "action-show", "removed"));
  MeasuredMap later = map_of(kNewer);
  later.map.state = MapState::current;  // two maps of one state: what is not there any more is gone
  EXPECT_TRUE(wears(drawn(later, map_of(kOlder).map, Lang::en).scene, "action-show", "removed"));
}

TEST(Changes, TheEmotionBeforeIsDrawnFaint) {
  const Scene scene = drawn(map_of(kNewer), map_of(kOlder).map, Lang::en).scene;
  EXPECT_EQ(all_of_class(scene.root, "before").size(), 1u);
}

TEST(Changes, OfTheSameMapAreNone) {
  const MeasuredMap map = template_map("valentine");
  const Drawn same = drawn(map, map.map, Lang::fr);
  EXPECT_TRUE(all_of_class(same.scene.root, "change-badge").empty());
  EXPECT_FALSE(find(same.scene.root, "changes"));
  EXPECT_NE(same.html.find("Rien ne change"), std::string::npos);
}

TEST(Changes, TheReportHasThemAsATable) {
  const std::string html = drawn(map_of(kNewer), map_of(kOlder).map, Lang::en).html;
  EXPECT_NE(html.find("<table id=\"changes-table\">"), std::string::npos);
  MeasuredMap hostile = map_of(kNewer);
  hostile.map.stages[0].touchpoints[2].name.plain = "<script>alert(1)</script>";
  EXPECT_EQ(drawn(hostile, map_of(kOlder).map, Lang::en).html.find("<script"), std::string::npos);
}

// Any two maps: nothing overlaps; every change that has a place on the picture wears a badge, and every badge is in the list.
TEST(Changes, NothingOverlapsWhateverTheMaps) {
  for (unsigned seed = 1; seed <= 14; ++seed)
    for (const bool long_words : {false, true}) {
      SCOPED_TRACE(std::to_string(seed) + (long_words ? " long" : ""));
      const auto make = [&](unsigned own) {
        return made_map({1 + static_cast<int>(own % 6), static_cast<int>(own * 7 % 26), long_words, static_cast<int>(own % 4), 0, own});
      };
      const Drawn picture = drawn(make(seed), make(seed + 1 + seed % 3).map, seed % 2 ? Lang::fr : Lang::en, static_cast<Theme>(seed % 4));
      if (!is_clean(picture.scene)) return;
      const auto entries = all_of_class(picture.scene.root, "change");
      EXPECT_GE(all_of_class(picture.scene.root, "change-badge").size(), entries.size());
      for (std::size_t i = 0; i < entries.size(); ++i) EXPECT_EQ(entries[i]->id, "change-" + std::to_string(i + 1));
    }
}

}  // namespace
}  // namespace parcours
