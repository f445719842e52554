// The map as one persona goes through it: its own, everyone's, and nothing of the others.
#include "overlay/lived_by.h"

#include <gtest/gtest.h>

#include "map/map_file.h"
#include "overlay/scope_words.h"

namespace parcours {
namespace {

constexpr std::string_view kMap = R"(parcours: 1
title: A map
personas: [karen, diego]
stages:
  - id: s
    name: S
    phase: before
    emotion: {karen: 1, diego: -1}
    touchpoints:
      - id: a
        name: A
        emotion: {karen: -2, diego: 2}
        does: [Both, {text: Diego only, by: diego}, {text: Karen only, by: karen}]
        friction:
          - {id: ours, text: Ours}
          - {id: hers, text: Hers, by: karen}
          - {id: his, text: His, by: diego}
      - {id: b, name: B, emotion: 1}
      - {id: c, name: C, emotion: {diego: -1}}
actions:
  - {id: for_ours, for: ours, text: X}
  - {id: for_hers, for: hers, text: X}
  - {id: for_his, for: his, text: X}
  - {id: for_none, text: X}
)";

MeasuredMap everyone() {
  Persona karen, diego;
  karen.id = "karen", diego.id = "diego";
  return measured_map(parse_map("maps/a.yaml", std::string(kMap)).value, {karen, diego}, {}, {});
}

TEST(LivedBy, HasWhatIsHersAndEveryonesAndNothingElse) {
  const MeasuredMap map = as_lived_by(everyone(), "karen");
  EXPECT_EQ(map.lived_by, "karen");
  ASSERT_EQ(map.personas.size(), 1u);
  EXPECT_EQ(map.map.personas, std::vector<std::string>{"karen"});
  const Touchpoint& a = map.map.stages[0].touchpoints[0];
  ASSERT_EQ(a.does.size(), 2u);
  EXPECT_EQ(a.does[0].plain, "Both");
  EXPECT_EQ(a.does[1].plain, "Karen only");
  ASSERT_EQ(map.frictions.size(), 2u);
  EXPECT_EQ(map.frictions[0].id, "ours");
  EXPECT_EQ(map.frictions[1].id, "hers");
  std::vector<std::string> actions;
  for (const Action& action : map.map.actions) actions.push_back(action.id);
  EXPECT_EQ(actions, (std::vector<std::string>{"for_ours", "for_hers", "for_none"}));
  std::vector<std::pair<std::string, double>> felt;
  for (const EmotionPoint& point : map.emotions) felt.emplace_back(point.touchpoint, point.value);
  EXPECT_EQ(felt, (std::vector<std::pair<std::string, double>>{{"a", -2}, {"b", 1}})) << "c is felt by Diego alone";
}

TEST(LivedBy, NothingOfAMapIsNobodys) {
  const MeasuredMap all = everyone();
  for (const Friction& friction : all.map.stages[0].touchpoints[0].frictions) {
    int seen = 0;
    for (const char* persona : {"karen", "diego"}) seen += as_lived_by(all, persona).map.friction(friction.id) != nullptr;
    EXPECT_EQ(seen, friction.by.empty() ? 2 : 1) << friction.id;
  }
}

TEST(LivedBy, FiguresThatAreNotHersAloneAreSaidToBeEveryones) {
  MeasuredMap all = everyone();
  all.figures.emplace();
  all.personas[0].name.plain = "Karen Li";
  EXPECT_EQ(scope_words(all, Lang::en), "") << "of everyone, as it should be";
  EXPECT_EQ(scope_words(as_lived_by(all, "karen"), Lang::en), "figures of all customers, not only those Karen Li stands for");
  EXPECT_EQ(scope_words(as_lived_by(all, "diego"), Lang::fr), "chiffres de tous les clients, pas seulement de ceux que représente diego");
  all.scope.where = {{"lang", {}}};
  EXPECT_EQ(scope_words(as_lived_by(all, "karen"), Lang::en).find("all customers"), std::string::npos) << "narrowed: what to is said instead";
  all.figures.reset(), all.scope.where.clear();
  EXPECT_EQ(scope_words(as_lived_by(all, "karen"), Lang::en), "") << "no figures";
}

}  // namespace
}  // namespace parcours
