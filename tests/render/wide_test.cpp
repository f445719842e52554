// A column for each touchpoint across the whole map: what is said of one is in its column, its point of the curve in the middle.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"
#include "render/render.h"
#include "render/scripts.h"
#include "render/theme.h"

namespace parcours {
namespace {

DrawOptions wide(Lang lang, Theme theme = Theme::light) {
  DrawOptions options{lang, theme, {}, {}, {}};
  options.wide = true;
  return options;
}

TEST(Wide, NothingOverlapsAndNothingIsCutWhateverTheMap) {
  constexpr Theme kThemes[] = {Theme::light, Theme::dark, Theme::contrast, Theme::print};
  unsigned seed = 4000;
  for (const int stages : {1, 2, 5, 8, 12})
    for (const int touchpoints : {0, 1, 7, 30, 60})
      for (const bool long_words : {false, true})
        for (const int customers : {0, 14, 700}) {
          ++seed;
          DrawOptions options = wide(seed % 2 ? Lang::fr : Lang::en, kThemes[seed % 4]);
          MeasuredMap map = made_map({stages, touchpoints, long_words, static_cast<int>(seed % 5), customers, seed});
          if (seed % 3 == 0) illustrate(map, options);
          SCOPED_TRACE("stages " + std::to_string(stages) + ", touchpoints " + std::to_string(touchpoints) + ", long words " +
                       std::to_string(long_words) + ", customers " + std::to_string(customers) + ", seed " + std::to_string(seed));
          const Scene scene = draw(map, options);
          if (!is_clean(scene)) return;
          if (seed % 10 == 0) { EXPECT_EQ(to_svg(scene), to_svg(draw(map, options))) << "same bytes"; }
        }
}

TEST(Wide, NothingOverlapsOnTheTemplates) {
  for (const std::string& name : template_names())
    for (const Lang lang : {Lang::fr, Lang::en}) {
      SCOPED_TRACE(name);
      const MeasuredMap map = template_map(name);
      EXPECT_TRUE(is_clean(draw(map, wide(lang))));
      EXPECT_TRUE(is_clean(draw(measured_by_simulation(map, 900, 5), wide(lang))));
    }
}

struct Range {
  double left = 0, right = 0;
};

// By touchpoint, where its card stands; in the order of the map, none beside or above another's.
std::map<std::string, Range> columns_of(const MeasuredMap& map, const Scene& scene) {
  std::map<std::string, Range> out;
  double end = 0;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      const Node* card = find(scene.root, "tp-" + touchpoint.id);
      if (!card) return ADD_FAILURE() << touchpoint.id << " has no card", out;
      EXPECT_GT(card->box.x, end) << touchpoint.id;
      EXPECT_GE(card->box.w, 150) << touchpoint.id;
      end = card->box.right();
      out[touchpoint.id] = {card->box.x, end};
    }
  return out;
}

// "does-t4-2" is said of t4, "action-a-f4" is against its friction. "": of no touchpoint.
std::string whose(const std::string& id) {
  for (const std::string before : {"does-t", "wants-t", "asks-t", "says-t", "backstage-t", "moment-t", "friction-f", "action-a-f", "image-t"})
    if (id.starts_with(before)) return "t" + id.substr(before.size(), id.find('-', before.size()) - before.size());
  return id.starts_with("view-") ? id.substr(id.rfind('-') + 1) : "";
}

int check_columns(const Node& node, const std::map<std::string, Range>& columns) {
  int checked = 0;
  if (const std::string touchpoint = whose(node.id); !touchpoint.empty()) {
    const Range& column = columns.at(touchpoint);
    EXPECT_GE(node.box.x, column.left - 0.5) << node.id;
    EXPECT_LE(node.box.right(), column.right + 0.5) << node.id;
    ++checked;
  }
  for (const Node& child : node.children) checked += check_columns(child, columns);
  return checked;
}

TEST(Wide, WhatIsSaidOfATouchpointStandsInItsColumn) {
  for (const int customers : {0, 600}) {
    MeasuredMap map = made_map({4, 22, true, 2, customers, 77});
    for (const char* touchpoint : {"t3", "t9", "t21"}) map.map.views.push_back({{"Team", "", ""}, touchpoint, {}, {"Sees it otherwise", "", ""}});
    DrawOptions options = wide(Lang::en);
    illustrate(map, options);
    const Scene scene = draw(map, options);
    const auto columns = columns_of(map, scene);
    ASSERT_EQ(columns.size(), 22u);
    EXPECT_GT(check_columns(scene.root, columns), 22 * 3);
  }
}

TEST(Wide, ThePointsOfTheCurvesStandInTheMiddleOfTheirColumns) {
  for (const int personas : {1, 2, 4}) {
    const MeasuredMap map = made_map({5, 30, false, personas, 500, 31});
    const Scene scene = draw(map, wide(Lang::fr));
    int points = 0;
    for (const auto& [touchpoint, column] : columns_of(map, scene))
      for (const Node* point : all_of_class(scene.root, "emotion-point")) {
        const std::string id = "emotion-" + touchpoint;
        if (point->id != id && !point->id.starts_with(id + "-")) continue;
        EXPECT_NEAR(point->box.x + point->box.w / 2, (column.left + column.right) / 2, 0.5) << point->id;
        ++points;
      }
    EXPECT_GE(points, 30);
  }
}

TEST(Wide, AStageSpansItsTouchpointsAndHasRoomWithoutAny) {
  MeasuredMap map = made_map({5, 20, false, 1, 0, 9});
  map.map.stages[1].touchpoints.clear();
  const Scene scene = draw(map, wide(Lang::en));
  const auto columns = columns_of(map, scene);
  for (const Stage& stage : map.map.stages) {
    const Box head = find(scene.root, "stage-" + stage.id)->box;
    EXPECT_GE(head.w, 190) << stage.id;
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      EXPECT_GE(columns.at(touchpoint.id).left, head.x - 0.5);
      EXPECT_LE(columns.at(touchpoint.id).right, head.right() + 0.5);
    }
  }
}

TEST(Wide, GrowsWithTheTouchpointsAndKeepsTheSizesOfTheText) {
  const double few = draw(made_map({5, 15, false, 1, 0, 3}), wide(Lang::en)).width;
  const Scene many = draw(made_map({5, 45, false, 1, 0, 3}), wide(Lang::en));
  EXPECT_GT(many.width, few * 2);
  EXPECT_GT(many.width, many.height * 3);
  const std::function<void(const Node&)> check = [&](const Node& node) {
    if (node.kind == Node::Kind::text) { EXPECT_GE(node.style.size, kSmall); }
    for (const Node& child : node.children) check(child);
  };
  check(many.root);
}

TEST(Wide, AStageDrawnAloneHasAllItsTouchpointsSideBySide) {
  const MeasuredMap map = made_map({1, 14, false, 1, 0, 5});
  DrawOptions options = wide(Lang::en);
  options.stage = "s0";
  const Scene scene = draw(map, options);
  EXPECT_TRUE(is_clean(scene));
  EXPECT_EQ(columns_of(map, scene).size(), 14u);
}

TEST(Wide, IsMirroredForAMapWrittenFromRightToLeft) {
  MeasuredMap map = made_map({3, 12, false, 1, 300, 6});
  map.map.title = {"رحلة العميل", {}, {}};
  for (Stage& stage : map.map.stages) stage.name = {"مرحلة", {}, {}};
  ASSERT_TRUE(is_right_to_left(map.map));
  const Scene scene = draw(map, wide(Lang::en));
  EXPECT_TRUE(is_clean(scene));
  double before = scene.width;
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) {
      const Box card = find(scene.root, "tp-" + touchpoint.id)->box;
      EXPECT_LT(card.right(), before) << touchpoint.id;
      before = card.x;
    }
}

}  // namespace
}  // namespace parcours
