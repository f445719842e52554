// Nothing overlaps and nothing is cut, for maps of every size, with long words, in both languages, with and without figures.
#include <gtest/gtest.h>

#include <cmath>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"
#include "render/render.h"
#include "render/slide.h"

namespace parcours {
namespace {

constexpr double kSlack = 0.5;

std::string at(const Box& box) {
  return " at " + std::to_string(box.x) + "," + std::to_string(box.y) + " " + std::to_string(box.w) + "x" + std::to_string(box.h);
}

bool is_clean(const MeasuredMap& map, const DrawOptions& options) { return is_clean(draw(map, options)); }

TEST(Layout, NothingOverlapsAndNothingIsCutWhateverTheMap) {
  unsigned seed = 1;
  for (const int stages : {1, 2, 3, 4, 5, 7, 9, 12})
    for (const int touchpoints : {0, 1, 6, 17, 40, 60})
      for (const bool long_words : {false, true})
        for (const int customers : {0, 14, 700}) {
          ++seed;
          const MadeMap make{stages, touchpoints, long_words, static_cast<int>(seed % 6), customers, seed};
          DrawOptions options{seed % 2 ? Lang::fr : Lang::en, seed % 3 ? Theme::light : Theme::dark, {}, {}, {}};
          MeasuredMap map = made_map(make);
          if (seed % 3 == 0) illustrate(map, options);
          SCOPED_TRACE("stages " + std::to_string(stages) + ", touchpoints " + std::to_string(touchpoints) + ", long words " +
                       std::to_string(long_words) + ", customers " + std::to_string(customers) + ", seed " + std::to_string(seed));
          if (!is_clean(map, options)) return;
        }
}

TEST(Layout, NothingOverlapsOnTheTemplates) {
  for (const std::string& name : template_names()) {
    const MeasuredMap map = template_map(name);
    for (const Lang lang : {Lang::fr, Lang::en})
      for (const int customers : {0, 3, 25, 1000}) {
        SCOPED_TRACE(name + ", customers " + std::to_string(customers));
        const MeasuredMap measured = customers == 0 ? map : measured_by_simulation(map, customers, 11);
        EXPECT_TRUE(is_clean(measured, {lang, Theme::light, {}, {}, {}}));
        EXPECT_TRUE(is_clean(measured, {lang, Theme::light, {}, map.map.stages.front().id, {}}));
      }
  }
}

// The arrow of a stage narrows by 13 from its tip to its top and bottom.
int words_leave_their_arrow(const Scene& scene, const Placed& all) {
  int bad = 0;
  for (const Node* stage : all_of_class(scene.root, "stage")) {
    const double middle = stage->box.y + stage->box.h / 2;
    for (const PlacedText& text : all.texts) {
      if (!overlap(stage->box, text.box, kSlack)) continue;
      const double away = std::max(std::abs(text.box.y - middle), std::abs(text.box.bottom() - middle));
      const double edge = stage->box.right() - 13 * away / (stage->box.h / 2);
      if (text.box.right() > edge - 3) ++bad, ADD_FAILURE() << "«" << text.text << "» reaches the tip of " << stage->id << at(text.box);
    }
  }
  return bad;
}

TEST(Layout, TheDatesOfAStageKeepAwayFromTheTipOfItsArrow) {
  for (const char* name : {"valentine", "restaurant", "shop"})
    for (const Lang lang : {Lang::fr, Lang::en}) {
      SCOPED_TRACE(name);
      const Scene scene = draw(template_map(name), {lang, Theme::light, {}, {}, {}});
      EXPECT_EQ(words_leave_their_arrow(scene, placed(scene)), 0);
    }
}

TEST(Layout, AComparisonAndABrandHaveTheirPlace) {
  MeasuredMap map = made_map({5, 15, true, 2, 400, 21});
  map.against = Against{*made_map({5, 15, true, 2, 300, 21}).figures, "November", "October", true};
  map.settings.brand.name = "Bijouterie Anticonstitutionnellement et Fils";
  for (const Lang lang : {Lang::fr, Lang::en}) EXPECT_TRUE(is_clean(map, {lang, Theme::light, {}, {}, {}}));
}

TEST(Layout, AMapWithoutAnythingIsStillAPicture) {
  MeasuredMap map;
  EXPECT_TRUE(is_clean(map, {}));
  const Scene scene = draw(map, {});
  EXPECT_GT(scene.height, 100);
  EXPECT_TRUE(is_clean(draw_slide(map, {})));
}

TEST(Layout, LanesAndStageCanBeChosen) {
  const MeasuredMap map = made_map({4, 12, false, 1, 500, 3});
  const Scene two = draw(map, {Lang::en, Theme::light, {"touchpoints", "river"}, {}, {}});
  EXPECT_TRUE(find(two.root, "lane-touchpoints"));
  EXPECT_TRUE(find(two.root, "lane-river"));
  EXPECT_FALSE(find(two.root, "lane-emotion"));
  const Scene one = draw(map, {Lang::en, Theme::light, {}, "s2", {}});
  EXPECT_TRUE(find(one.root, "stage-s2"));
  EXPECT_FALSE(find(one.root, "stage-s1"));
}

// In a stage drawn alone a card is a column: what is said of a touchpoint stands under its card, the curve's point under its middle.
TEST(Layout, WhatBelongsToATouchpointOfAStageDrawnAloneStandsUnderItsCard) {
  for (const int touchpoints : {1, 2, 4, 5, 8}) {
    MeasuredMap map = made_map({1, touchpoints, false, 1, 0, 5});
    Stage& stage = map.map.stages.front();
    map.emotions.clear(), map.map.views.clear(), map.map.actions.clear();
    for (std::size_t k = 0; k < stage.touchpoints.size(); ++k) {  // every other one says something: no card fills its neighbour's place
      Touchpoint& one = stage.touchpoints[k];
      const bool speaks = k % 2 == stage.touchpoints.size() % 2 || touchpoints == 1;
      const LocalText text{"Text of " + one.id, {}, {}};
      const std::vector<CustomerWords> texts = speaks ? std::vector{CustomerWords{text}} : std::vector<CustomerWords>{};
      one.does = one.wants = one.asks = one.says = texts, one.frictions.clear(), one.moment_of_truth.reset(), one.backstage = {};
      if (!speaks) continue;
      one.frictions.resize(1), one.frictions.front().id = "f_" + one.id, one.frictions.front().text = text;
      one.backstage.team.plain = "Team";
      map.emotions.push_back({one.id, "", Truth::assumed, 1, {}, {}, 0});
      map.map.views.push_back({{"Team", "", ""}, one.id, {}, text});
      map.map.actions.push_back({});
      map.map.actions.back().id = "a_" + one.id, map.map.actions.back().text = text, map.map.actions.back().for_friction = "f_" + one.id;
    }
    const Scene scene = draw(map, {Lang::en, Theme::light, {}, stage.id, {}});
    EXPECT_TRUE(is_clean(scene));
    for (const Touchpoint& one : stage.touchpoints) {
      const Node* card = find(scene.root, "tp-" + one.id);
      ASSERT_TRUE(card);
      if (one.does.empty()) continue;
      for (const std::string& id : {"does-" + one.id, "wants-" + one.id, "asks-" + one.id, "says-" + one.id, "friction-f_" + one.id,
                                    "action-a_" + one.id, "view-Team-" + one.id, "backstage-" + one.id}) {
        const Node* words = find(scene.root, id);
        ASSERT_TRUE(words) << id;
        EXPECT_NEAR(words->box.x, card->box.x, 1) << id << " of " << touchpoints;
      }
      const Node* point = find(scene.root, "emotion-" + one.id + "-authored");
      ASSERT_TRUE(point);
      EXPECT_NEAR(point->box.x + point->box.w / 2, card->box.x + card->box.w / 2, 1) << one.id;
    }
  }
}

// A slide is 16:9 whatever the map; what finds no room on it is named at its foot.
TEST(Layout, OnASlideNothingOverlapsNothingIsCutAndAllFits) {
  unsigned seed = 900;
  for (const int stages : {1, 2, 3, 5, 8, 12})
    for (const int touchpoints : {0, 9, 40})
      for (const bool long_words : {false, true})
        for (const int customers : {0, 700}) {
          ++seed;
          DrawOptions options{seed % 2 ? Lang::fr : Lang::en, seed % 3 ? Theme::light : Theme::dark, {}, {}, {}};
          MeasuredMap map = made_map({stages, touchpoints, long_words, static_cast<int>(seed % 4), customers, seed});
          if (seed % 3 == 0) illustrate(map, options);
          SCOPED_TRACE("stages " + std::to_string(stages) + ", touchpoints " + std::to_string(touchpoints) + ", long words " +
                       std::to_string(long_words) + ", customers " + std::to_string(customers) + ", seed " + std::to_string(seed));
          const Scene scene = draw_slide(map, options);
          EXPECT_NEAR(scene.width / scene.height, 16.0 / 9, 1e-9);
          if (!is_clean(scene)) return;
          options.stage = map.map.stages[seed % map.map.stages.size()].id;
          const Scene stage = draw_slide(map, options);
          EXPECT_NEAR(stage.width / stage.height, 16.0 / 9, 1e-9);
          if (!is_clean(stage)) return;
        }
}

// It begins with what is found of that stage, not of another.
TEST(Layout, AStagesSlideSaysWhatIsFoundThere) {
  MeasuredMap map = made_map({3, 9, false, 1, 700, 7});
  DrawOptions options{Lang::en, Theme::light, {}, {}, {}};
  const auto finding = [&](std::size_t stage, std::int64_t customers) {
    return Finding{"worst-drop-off", map.map.stages[stage].touchpoints.front().id, msg("render.customers", {{"n", customers}}), 1};
  };
  map.findings = {finding(0, 11), finding(2, 22)};
  options.stage = map.map.stages[2].id;
  const Scene scene = draw_slide(map, options);
  ASSERT_TRUE(find(scene.root, "headline"));
  EXPECT_EQ(words_of(*find(scene.root, "headline")).front(), "22 customers");
  options.stage = map.map.stages[1].id;
  const Scene quiet = draw_slide(map, options);
  EXPECT_FALSE(find(quiet.root, "headline"));
}

TEST(Layout, ASlideNamesTheLanesItLeavesOut) {
  for (const std::string& name : template_names()) {
    SCOPED_TRACE(name);
    const MeasuredMap map = template_map(name);
    const DrawOptions options{Lang::en, Theme::light, {}, {}, {}};
    const Scene whole = draw(map, options), slide = draw_slide(map, options);
    EXPECT_TRUE(is_clean(slide));
    std::string foot;
    for (const std::string& line : words_of(*find(slide.root, "footer"))) foot += line + " ";
    for (const Node& lane : whole.root.children)
      if (lane.classes == "lane" && !find(slide.root, lane.id)) { EXPECT_NE(foot.find(lane.label), std::string::npos) << lane.label; }
    if (find(whole.root, "lane-touchpoints")) { EXPECT_TRUE(find(slide.root, "lane-touchpoints")); }
  }
}

}  // namespace
}  // namespace parcours
