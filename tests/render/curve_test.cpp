// What stands along the emotion curve: whose line it is, the numbers of the cards, what is said at its ends.
#include <gtest/gtest.h>

#include <cmath>

#include "render/boxes.h"
#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

TEST(Curve, TwoPersonasDifferInToneAndTheirNamesEndTheirLines) {
  MeasuredMap map = made_map({3, 9, false, 2, 0, 5});
  map.settings.brand.colour = "#003a5d", map.settings.brand.accent = "#e4572e";
  map.personas[0].name = {"Karen", {}, {}}, map.personas[1].name = {"Diego", {}, {}};
  map.emotions.clear();
  const Stage& last = map.map.stages.back();
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints)
      for (int i = 0; i < 2; ++i) map.emotions.push_back({touchpoint.id, map.personas[i].id, Truth::assumed, i == 0 ? 1.0 : -1.0, {}, {}, 0});
  const Scene scene = draw(map, {});
  const auto names = all_of_class(*find(scene.root, "lane-emotion"), "curve-name");
  ASSERT_EQ(names.size(), 2u);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(words_of(*names[i]), std::vector<std::string>{i == 0 ? "Karen" : "Diego"});
    const Node* point = find(scene.root, "emotion-" + last.touchpoints.back().id + "-authored-" + map.personas[i].id);
    ASSERT_TRUE(point);
    EXPECT_LT(std::abs(names[i]->box.y - point->box.y), 40) << "beside the end of its own line";
  }
  const auto lines = all_of_class(*find(scene.root, "lane-emotion"), "assumed");
  ASSERT_EQ(lines.size(), 2u);
  const Colour a = lines[0]->stroke.paint.colour, b = lines[1]->stroke.paint.colour;
  EXPECT_GE(std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b), 150);
}

// The best moment is the last one: its quote's line comes down where the persona's name would stand.
TEST(Curve, NoNameStandsOnTheLineOfAQuote) {
  MeasuredMap map = made_map({3, 9, false, 2, 0, 5});
  map.personas[0].name = {"Claire, thirty-eight", {}, {}}, map.personas[1].name = {"Hugo", {}, {}};
  map.emotions.clear();
  for (Stage& stage : map.map.stages)
    for (Touchpoint& touchpoint : stage.touchpoints) {
      const bool last = touchpoint.id == map.map.stages.back().touchpoints.back().id;
      if (last) touchpoint.says = {{{"Take the heavy one", {}, {}}, {}}};
      for (int i = 0; i < 2; ++i)
        map.emotions.push_back({touchpoint.id, map.personas[i].id, Truth::assumed, i == 1 ? -1.0 : last ? 1.0 : 0.5, {}, {}, 0});
    }
  const Scene scene = draw(map, {});
  const Node* lane = find(scene.root, "lane-emotion");
  const auto names = all_of_class(*lane, "curve-name"), leaders = all_of_class(*lane, "leaders");
  ASSERT_EQ(names.size(), 2u);
  ASSERT_EQ(leaders.size(), 1u);
  ASSERT_FALSE(leaders[0]->children.empty());
  const Box name = names[0]->box;
  EXPECT_EQ(words_of(*names[0]), std::vector<std::string>{"Claire, thirty-eight"});
  for (const Node& line : leaders[0]->children)
    EXPECT_TRUE(line.box.right() < name.x || name.right() < line.box.x || line.box.bottom() < name.y || name.bottom() < line.box.y);
}

// Hand-made: the two lowest and the highest of what is said; the point without words and the second-best are passed over.
TEST(Curve, TheQuotesOfTheCurveAreThoseOfItsLowestAndHighestPointsInBothLanguages) {
  MeasuredMap map = made_map({4, 8, false, 1, 0, 5});
  map.emotions.clear();
  std::vector<Touchpoint*> all;
  for (Stage& stage : map.map.stages)
    for (Touchpoint& touchpoint : stage.touchpoints) all.push_back(&touchpoint);
  const double values[] = {-1, -2, -1.5, 0, 2, 1, -2, 0};
  for (std::size_t i = 0; i < 8; ++i) {
    map.emotions.push_back({all[i]->id, "", Truth::assumed, values[i], {}, {}, 0});
    all[i]->name = {{}, "Point " + std::to_string(i), "Touchpoint " + std::to_string(i)};
    LocalText said{{},
                   "Une phrase bien plus longue en français qu’en anglais, et qui ne tient pas du tout sur deux lignes à cet endroit de la carte " +
                       std::to_string(i),
                   "Short"};
    all[i]->says = {CustomerWords{said}};
  }
  all[4]->says.clear();
  for (const Lang lang : {Lang::fr, Lang::en}) {
    const Scene scene = draw(map, {lang, Theme::light, {}, {}, {}});
    std::vector<std::string> low, high;
    for (const Node* quote : all_of_class(scene.root, "emotion-quote")) (quote->classes.ends_with("low") ? low : high).push_back(quote->id);
    EXPECT_EQ(low, (std::vector<std::string>{"quote-" + all[1]->id, "quote-" + all[6]->id}));
    EXPECT_EQ(high, (std::vector<std::string>{"quote-" + all[5]->id}));
    const std::string head = words_of(*find(scene.root, "quote-" + all[6]->id)).front();
    EXPECT_NE(head.find("2 · "), std::string::npos) << head;
    EXPECT_NE(head.find(lang == Lang::fr ? "Point 6" : "Touchpoint 6"), std::string::npos) << head;
  }
}

// A number is only needed where cards stand above each other; it is the same on the card and under the curve.
TEST(Curve, ANumberLeadsFromTheCardToItsPlaceOnTheCurve) {
  MeasuredMap map = made_map({3, 9, false, 1, 0, 5});
  map.emotions.clear();
  std::size_t touchpoints = 0;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) map.emotions.push_back({touchpoint.id, "", Truth::assumed, 0, {}, {}, 0}), ++touchpoints;
  const Scene scene = draw(map, {});
  const Node* row = all_of_class(scene.root, "touchpoint-numbers").front();
  const std::vector<std::string> under = words_of(*row);
  ASSERT_EQ(under.size(), touchpoints);
  std::size_t k = 0;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      const auto own = all_of_class(*find(scene.root, "tp-" + touchpoint.id), "touchpoint-number");
      ASSERT_EQ(own.size(), 1u);
      EXPECT_EQ(words_of(*own[0]).front(), std::to_string(k + 1));
      EXPECT_EQ(under[k], std::to_string(k + 1));
      const Node* point = find(scene.root, "emotion-" + touchpoint.id + "-authored");
      ASSERT_TRUE(point);
      EXPECT_NEAR(row->children[k].box.x + row->children[k].box.w / 2, point->box.x + point->box.w / 2, 1);
      ++k;
    }
  EXPECT_TRUE(all_of_class(draw(map, {Lang::en, Theme::light, {}, map.map.stages[0].id, {}}).root, "touchpoint-number").empty());
}

}  // namespace
}  // namespace parcours
