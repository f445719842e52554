// Nothing overlaps and nothing is cut, for maps of every size, with long words, in both languages, with and without figures.
#include <gtest/gtest.h>

#include <cmath>

#include "render/boxes.h"
#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr double kSlack = 0.5;

std::string at(const Box& box) {
  return " at " + std::to_string(box.x) + "," + std::to_string(box.y) + " " + std::to_string(box.w) + "x" + std::to_string(box.h);
}

int texts_collide(const Placed& all) {
  int bad = 0;
  for (std::size_t i = 0; i < all.texts.size() && bad < 3; ++i)
    for (std::size_t j = i + 1; j < all.texts.size(); ++j)
      if (overlap(all.texts[i].box, all.texts[j].box, kSlack))
        ++bad, ADD_FAILURE() << "«" << all.texts[i].text << "»" << at(all.texts[i].box) << " lies on «" << all.texts[j].text << "»"
                             << at(all.texts[j].box);
  return bad;
}

int cards_collide(const Placed& all) {
  int bad = 0;
  for (std::size_t i = 0; i < all.cards.size() && bad < 3; ++i)
    for (std::size_t j = i + 1; j < all.cards.size(); ++j)
      if (overlap(all.cards[i].box, all.cards[j].box, kSlack))
        ++bad, ADD_FAILURE() << "card " << all.cards[i].node->id << " lies on " << all.cards[j].node->id;
  return bad;
}

int texts_leave(const Placed& all, const Scene& scene) {
  int bad = 0;
  const Box page = Box{0, 0, scene.width, scene.height}.grown(-20);
  for (const PlacedText& text : all.texts) {
    if (!holds(page, text.box))
      ++bad, ADD_FAILURE() << "«" << text.text << "» leaves the page" << at(text.box) << " of " << scene.width << "x" << scene.height;
    if (text.card && !holds(text.card->box, text.box, kSlack))
      ++bad, ADD_FAILURE() << "«" << text.text << "» leaves its card " << text.card->id << at(text.box) << " in" << at(text.card->box);
    for (const PlacedNode& card : all.cards)
      if (card.node != text.card && overlap(card.box, text.box, kSlack))
        ++bad, ADD_FAILURE() << "«" << text.text << "» lies on the card " << card.node->id;
    for (const PlacedNode& badge : all.badges)
      if (badge.node != text.badge && overlap(badge.box, text.box, kSlack))
        ++bad, ADD_FAILURE() << "«" << text.text << "»" << at(text.box) << " lies under a badge" << at(badge.box);
    for (const PlacedNode& icon : all.icons)
      if (overlap(icon.box, text.box, kSlack)) ++bad, ADD_FAILURE() << "«" << text.text << "» lies on the icon " << icon.node->icon << at(icon.box);
    if (bad > 3) break;
  }
  return bad;
}

int lanes_collide(const Scene& scene) {
  int bad = 0;
  double bottom = 0;
  for (const Node* lane : all_of_class(scene.root, "lane")) {
    if (lane->box.y < bottom - kSlack) ++bad, ADD_FAILURE() << lane->id << " begins above the end of the one before";
    bottom = lane->box.bottom();
  }
  if (bottom > scene.height) ++bad, ADD_FAILURE() << "the lanes end below the page";
  return bad;
}

bool is_clean(const MeasuredMap& map, const DrawOptions& options) {
  const Scene scene = draw(map, options);
  const Placed all = placed(scene);
  return texts_collide(all) + cards_collide(all) + texts_leave(all, scene) + lanes_collide(scene) == 0;
}

TEST(Layout, NothingOverlapsAndNothingIsCutWhateverTheMap) {
  unsigned seed = 1;
  for (const int stages : {1, 2, 3, 4, 5, 7, 9, 12})
    for (const int touchpoints : {0, 1, 6, 17, 40, 60})
      for (const bool long_words : {false, true})
        for (const int customers : {0, 14, 700}) {
          ++seed;
          const MadeMap make{stages, touchpoints, long_words, static_cast<int>(seed % 6), customers, seed};
          const DrawOptions options{seed % 2 ? Lang::fr : Lang::en, seed % 3 ? Theme::light : Theme::dark, {}, {}, {}};
          SCOPED_TRACE("stages " + std::to_string(stages) + ", touchpoints " + std::to_string(touchpoints) + ", long words " +
                       std::to_string(long_words) + ", customers " + std::to_string(customers) + ", seed " + std::to_string(seed));
          if (!is_clean(made_map(make), options)) return;
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

}  // namespace
}  // namespace parcours
