// Nothing overlaps and nothing is cut on pictures of any teams' views; what it means is where it should be.
#include "render/views.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"

namespace parcours {
namespace {

MeasuredMap seen_by(MeasuredMap map, int teams, bool long_words, unsigned seed) {
  std::mt19937 random(seed);
  const auto upto = [&](unsigned most) { return random() % (most + 1); };
  for (int team = 0; team < teams; ++team)
    for (const Stage& stage : map.map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints) {
        TeamView view;
        view.team.plain = (long_words ? "The team that answers every call of every customer, number " : "Team ") + std::to_string(team + 1);
        view.touchpoint = touchpoint.id;
        if (upto(4) > 0) view.emotion = static_cast<double>(upto(8)) / 2 - 2;
        if (upto(2) == 0)
          view.note.plain = long_words ? touchpoint.name.in(Lang::fr) + ", and that is said again and again by everyone who calls us" : "Often";
        if (view.emotion || !view.note.empty()) map.map.views.push_back(view);
      }
  return map;
}

TEST(ViewsPicture, NothingOverlapsWhateverTheTeams) {
  unsigned seed = 1;
  for (const int touchpoints : {1, 6, 20, 50})
    for (const int teams : {0, 1, 2, 5, 9})
      for (const bool long_words : {false, true})
        for (const Lang lang : {Lang::fr, Lang::en}) {
          SCOPED_TRACE(std::to_string(touchpoints) + " touchpoints, " + std::to_string(teams) + (long_words ? " long teams" : " teams"));
          DrawOptions options;
          options.lang = lang;
          const MeasuredMap map = made_map({std::min(5, touchpoints), touchpoints, long_words, 1, 0, ++seed});
          if (!is_clean(draw_views(seen_by(map, teams, long_words, seed), options))) return;
          if (!is_clean(draw_workshop(seen_by(map, teams, long_words, seed), options))) return;
        }
}

TEST(ViewsPicture, ABarIsAsHighAsTheSpreadAndTheIdsAreStable) {
  MeasuredMap map = made_map({2, 3, false, 1, 0, 4});
  const std::string id = map.map.stages[0].touchpoints[0].id;
  map.map.views = {{{"Sales", "", ""}, id, 2.0, {}}, {{"Support", "", ""}, id, -1.0, {}}, {{"Web", "", ""}, id, 0.0, {}}};
  const Scene scene = draw_views(map, {});
  const Node* bar = find(scene.root, "spread-" + id);
  ASSERT_TRUE(bar);
  EXPECT_EQ(bar->classes, "spread opposite");
  const Node* high = find(scene.root, "view-" + id + "-sales");
  const Node* low = find(scene.root, "view-" + id + "-support");
  const Node* middle = find(scene.root, "view-" + id + "-web");
  ASSERT_TRUE(high && low && middle);
  const auto y = [](const Node* node) { return node->box.y + node->box.h / 2; };
  EXPECT_NEAR((y(low) - y(middle)) * 2, y(middle) - y(high), 4);  // 1 and 2 points on one scale
  EXPECT_NEAR(bar->box.h, y(low) - y(high) + 18, 4);
  EXPECT_TRUE(find(scene.root, "views-card-" + id));
  EXPECT_NE(scene.description.find("3 points"), std::string::npos);
}

TEST(ViewsPicture, OnTheBigScreenARowForEachTouchpointInTypeThatIsReadFromAfar) {
  MeasuredMap map = made_map({2, 3, false, 1, 0, 4});
  const std::string id = map.map.stages[0].touchpoints[0].id;
  map.map.views = {{{"Sales", "", ""}, id, 2.0, {}}, {{"Support", "", ""}, id, -1.0, {}}};
  const Scene scene = draw_workshop(map, {});
  EXPECT_LE(scene.width, 820) << "at 1411 pixels its 13.5 are 24";
  for (const Stage& stage : map.map.stages)
    for (const Touchpoint& touchpoint : stage.touchpoints) EXPECT_TRUE(find(scene.root, "views-of-" + touchpoint.id)) << touchpoint.id;
  const Node* high = find(scene.root, "view-" + id + "-sales");
  const Node* low = find(scene.root, "view-" + id + "-support");
  ASSERT_TRUE(high && low && find(scene.root, "spread-" + id));
  EXPECT_GT(high->box.x, low->box.x) << "bright views stand right of dark ones";
}

TEST(ViewsPicture, TheLegendExplainsNoSignThatIsNotThere) {
  MeasuredMap map = made_map({1, 1, false, 1, 0, 4});
  const std::string id = map.map.stages[0].touchpoints[0].id;
  const auto signs = [&](std::vector<TeamView> views) {
    map.map.views = std::move(views);
    return find(draw_views(map, {}).root, "legend")->children.size();
  };
  EXPECT_EQ(signs({{{"A", "", ""}, id, 1.0, {}}}), 1u) << "one team: its mark alone";
  EXPECT_EQ(signs({{{"A", "", ""}, id, 1.0, {}}, {{"B", "", ""}, id, -1.5, {}}}), 3u) << "two marks and the bar between them";
  EXPECT_EQ(signs({{{"A", "", ""}, id, 1.0, {}}, {{"B", "", ""}, id, -2.0, {}}}), 4u) << "and the bar of those that see it in opposite ways";
}

TEST(ViewsPicture, TeamsThatSayTheSameStandSideBySide) {
  MeasuredMap map = made_map({1, 1, false, 1, 0, 4});
  const std::string id = map.map.stages[0].touchpoints[0].id;
  for (const char* team : {"A", "B", "C", "D"}) map.map.views.push_back({{team, "", ""}, id, 1.0, {}});
  const Scene scene = draw_views(map, {});
  std::set<double> places;
  for (const char* code : {"a", "b", "c", "d"}) places.insert(find(scene.root, "view-" + id + "-" + code)->box.x);
  EXPECT_EQ(places.size(), 4u);
}

TEST(ViewsPicture, TwoTeamsOfOneSpellingKeepTheirIdsApart) {
  MeasuredMap map = made_map({1, 1, false, 1, 0, 4});
  const std::string id = map.map.stages[0].touchpoints[0].id;
  map.map.views = {{{"営業", "", ""}, id, 1.0, {}}, {{"技術", "", ""}, id, 0.0, {}}};
  const Scene scene = draw_views(map, {});
  EXPECT_TRUE(find(scene.root, "team-team") && find(scene.root, "team-team-2"));
}

TEST(ViewsPicture, ThePageHoldsTheTableOfAllThatIsSaid) {
  MeasuredMap map = made_map({1, 2, false, 1, 0, 4});
  const auto& touchpoints = map.map.stages[0].touchpoints;
  map.map.views = {{{"Sales", "", ""}, touchpoints[0].id, 2.0, {"<b>quick</b>", "", ""}}, {{"Support", "", ""}, touchpoints[0].id, -1.0, {}}};
  const std::string page = views_to_html(map, {});
  EXPECT_NE(page.find("&lt;b&gt;quick&lt;/b&gt;"), std::string::npos);
  EXPECT_EQ(page.find("<b>quick"), std::string::npos);
  EXPECT_NE(page.find("id=\"views-table\""), std::string::npos);
  EXPECT_EQ(page, views_to_html(map, {}));
}

}  // namespace
}  // namespace parcours
