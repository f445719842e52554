// Nothing overlaps and nothing is cut on calendars of any plan; what it means is where it should be.
#include "render/calendar.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>

#include "render/boxes.h"
#include "render/calendar/scale.h"
#include "render/made_maps.h"

namespace parcours {
namespace {

struct Drawn {
  Plan plan;
  Scene scene;
};

Drawn drawn(const MeasuredMap& map, Date as_of, const DrawOptions& options, const std::vector<StageDelay>& delays = {}) {
  const SourceText source;
  Drawn out;
  out.plan = make_plan({map.map, source, map.settings, as_of});
  out.scene = draw_calendar({map, out.plan, delays}, options);
  return out;
}

std::string at(const Box& box) {
  return " at " + std::to_string(box.x) + "," + std::to_string(box.y) + " " + std::to_string(box.w) + "x" + std::to_string(box.h);
}

bool is_clean(const Scene& scene) {
  const Placed all = placed(scene);
  int bad = 0;
  const Box page = Box{0, 0, scene.width, scene.height}.grown(-20);
  for (std::size_t i = 0; i < all.texts.size() && bad < 4; ++i) {
    const auto& text = all.texts[i];
    if (!holds(page, text.box)) ++bad, ADD_FAILURE() << "«" << text.text << "» leaves the page" << at(text.box);
    for (std::size_t j = i + 1; j < all.texts.size(); ++j)
      if (overlap(text.box, all.texts[j].box, 0.5))
        ++bad, ADD_FAILURE() << "«" << text.text << "»" << at(text.box) << " lies on «" << all.texts[j].text << "»" << at(all.texts[j].box);
    for (const PlacedNode& icon : all.icons)
      if (overlap(icon.box, text.box, 0.5)) ++bad, ADD_FAILURE() << "«" << text.text << "» lies on the icon " << icon.node->icon;
  }
  return bad == 0;
}

// A made map with dates of any kind.
MeasuredMap dated(unsigned seed) {
  std::mt19937 random(seed);
  const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
  MadeMap make;
  make.stages = 1 + upto(9), make.touchpoints = 3 * make.stages, make.long_words = upto(1) == 1, make.seed = seed;
  MeasuredMap map = made_map(make);
  const int spread = std::vector<int>{10, 60, 400, 4000, 300'000}[static_cast<std::size_t>(upto(4))];
  const Date base = spread > 4000 ? Date{1900, 1, 1} : Date{2026, 12, 1};
  if (upto(2)) map.map.target_date = plus_days(base, upto(spread));
  for (std::size_t i = 0; i < map.map.stages.size(); ++i) {
    Stage& stage = map.map.stages[i];
    stage.when = {};
    const int form = upto(5);
    if (form < 2 || i == 0) stage.when.start = plus_days(base, upto(spread));
    else if (form < 3 && map.map.target_date) stage.when.before_target = upto(spread) * kDay;
    else if (form < 5)
      stage.when.after = map.map.stages[i - 1].id, stage.when.days_min = upto(9), stage.when.days_max = *stage.when.days_min + upto(20);
    if (upto(2)) stage.when.lasts = (1 + upto(30)) * kDay;
    stage.contents.clear();
    for (int k = upto(3); k > 0; --k) {
      Content content{"video", {map.map.stages[i].touchpoints.empty() ? "Film" : stage.touchpoints.front().name.in(Lang::fr), "", ""}, {}, {}};
      for (const auto& touchpoint : stage.touchpoints) content.via.push_back(touchpoint.id);
      if (upto(1)) content.lead_time = upto(40) * kDay;
      stage.contents.push_back(content);
    }
  }
  return map;
}

TEST(Calendar, NothingOverlapsAndNothingIsCutWhateverThePlan) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const MeasuredMap map = dated(seed);
    const DrawOptions options{seed % 2 ? Lang::fr : Lang::en, seed % 3 ? Theme::light : Theme::dark, {}, {}, {}};
    const Date as_of = plus_days({2026, 12, 1}, static_cast<int>(seed * 37 % 90) - 30);
    if (!is_clean(drawn(map, as_of, options).scene)) return;
  }
}

TEST(Calendar, TheTemplatesAreClean) {
  for (const char* name : {"valentine", "restaurant", "shop", "empty"})
    for (const Lang lang : {Lang::fr, Lang::en})
      for (const Date as_of : {Date{2026, 11, 22}, Date{2027, 1, 20}, Date{2027, 6, 1}}) {
        SCOPED_TRACE(std::string(name) + " " + show(as_of));
        EXPECT_TRUE(is_clean(drawn(template_map(name), as_of, {lang, Theme::light, {}, {}, {}}).scene));
      }
}

TEST(Calendar, ALabelWithoutRoomIsCutAndSaysAllOfItOnHover) {
  int cut = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const Scene scene = drawn(dated(seed), {2026, 12, 1}, {seed % 2 ? Lang::fr : Lang::en, Theme::light, {}, {}, {}}).scene;
    for (const Node* label : all_of_class(scene.root, "when")) {
      const auto shown = words_of(*label);
      ASSERT_EQ(shown.size(), 1u);
      const bool is_cut = shown[0].ends_with("…");
      EXPECT_EQ(is_cut, !label->title.empty()) << shown[0];
      if (!is_cut) continue;
      ++cut;
      std::string begin = shown[0].substr(0, shown[0].size() - std::string_view("…").size());
      while (begin.ends_with(' ')) begin.pop_back();
      EXPECT_TRUE(label->title.starts_with(begin)) << shown[0] << " of " << label->title;
      EXPECT_GT(label->title.size(), begin.size());
    }
  }
  EXPECT_GT(cut, 0) << "no plan has a label without room";
}

TEST(Calendar, NoLineCrossesTheWordsOfAStageWithoutADate) {
  MeasuredMap map = made_map({2, 2, false, 1, 0, 1});
  map.map.stages[1].when.start = Date{2026, 11, 25};
  for (const Date as_of : {Date{2026, 11, 23}, Date{2026, 11, 25}}) {
    const Scene scene = drawn(map, as_of, {}).scene;
    const Node& words = find(scene.root, "plan-" + map.map.stages[0].id)->children.back();
    const Box line = find(scene.root, "as-of")->box;
    ASSERT_EQ(words.kind, Node::Kind::text);
    EXPECT_TRUE(line.x + line.w / 2 < words.box.x - 2 || line.x + line.w / 2 > words.box.right() + 2) << at(words.box) << " and" << at(line);
  }
}

TEST(Calendar, DelaysAreToldApart) {
  const MeasuredMap map = template_map("restaurant");
  const std::vector<StageDelay> delays = {{"awareness", "consideration", 3, 5, Estimate{1.2, 1, 1.5, 812}, Verdict::contradicted, true},
                                          {"consideration", "conversion", 3, 5, Estimate{4, 3.6, 4.4, 300}, Verdict::confirmed, false},
                                          {"conversion", "loyalty", 3, 5, std::nullopt, Verdict::unknown, false}};
  for (const Lang lang : {Lang::fr, Lang::en}) {
    const Scene scene = drawn(map, {2026, 12, 1}, {lang, Theme::light, {}, {}, {}}, delays).scene;
    EXPECT_TRUE(is_clean(scene));
    EXPECT_EQ(all_of_class(scene.root, "contradicted").size(), 1u);
    EXPECT_EQ(all_of_class(scene.root, "confirmed").size(), 1u);
  }
}

TEST(Calendar, EveryStageAndContentHasItsRowAndItsId) {
  const MeasuredMap map = template_map("valentine");
  const Scene scene = drawn(map, {2026, 11, 30}, {Lang::fr, Theme::light, {}, {}, {}}).scene;
  for (const Stage& stage : map.map.stages) {
    EXPECT_TRUE(find(scene.root, "plan-" + stage.id));
    for (std::size_t i = 0; i < stage.contents.size(); ++i) EXPECT_TRUE(find(scene.root, "plan-" + stage.id + "-" + std::to_string(i + 1)));
  }
  EXPECT_TRUE(find(scene.root, "target"));
  EXPECT_TRUE(find(scene.root, "as-of"));
}

TEST(DayScale, WholeWeeksAndIsoNumbers) {
  const DayScale scale({2027, 1, 2}, {2027, 2, 14}, 0, 490);
  EXPECT_EQ(date_of(scale.first()), (Date{2026, 12, 28}));
  EXPECT_EQ(date_of(scale.last()), (Date{2027, 2, 14}));
  EXPECT_DOUBLE_EQ(scale.day_width(), 10);
  EXPECT_DOUBLE_EQ(scale.x(Date{2027, 1, 2}), 50);
  // ISO 8601: 1 January 2027 is a Friday of week 53; the week of Monday 4 January is the first. Sunday 1 January 2023 was in week 52.
  EXPECT_EQ(iso_week({2027, 1, 1}), 53);
  EXPECT_EQ(iso_week({2027, 1, 4}), 1);
  EXPECT_EQ(iso_week({2023, 1, 1}), 52);
  EXPECT_EQ(iso_week({2024, 12, 30}), 1);
}

// With PARCOURS_GALLERY=<folder> the calendars are written there, to look at.
TEST(Calendar, IsWrittenWhenAskedFor) {
  const char* folder = std::getenv("PARCOURS_GALLERY");
  if (!folder) GTEST_SKIP() << "PARCOURS_GALLERY names no folder";
  for (unsigned seed : {2u, 5u, 8u, 13u, 21u}) {
    const auto png = to_png(drawn(dated(seed), {2026, 12, 10}, {seed % 2 ? Lang::fr : Lang::en, Theme::light, {}, {}, {}}).scene, 1400);
    ASSERT_TRUE(png.ok());
    std::ofstream(std::string(folder) + "/calendar-" + std::to_string(seed) + ".png", std::ios::binary) << *png;
  }
}

}  // namespace
}  // namespace parcours
