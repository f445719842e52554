// Maps in the scripts of the world: whatever fonts the machine has, nothing overlaps and nothing is cut.
#include "render/scripts.h"

#include <gtest/gtest.h>

#include <random>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"
#include "render/other_fonts.h"
#include "render/render.h"
#include "render/theme.h"
#include "render/type.h"

namespace parcours {
namespace {

struct Script {
  const char* name;
  std::vector<std::string> words;
  const char* joint;  // between words
};

const std::vector<Script> kScripts = {{"Arabic", {"العميل", "يبحث", "عن", "خاتم", "الخطوبة", "في", "المتجر", "٢٠٢٦", "Instagram"}, " "},
                                      {"Hebrew", {"הלקוח", "מחפש", "טבעת", "אירוסין", "בחנות", "100", "Google"}, " "},
                                      {"Japanese", {"お客様は", "婚約指輪を", "「探して」", "います。", "価格、", "サイズ", "オンライン"}, ""},
                                      {"Chinese", {"顾客", "寻找", "订婚戒指", "，", "价格", "和", "尺寸", "。"}, ""},
                                      {"Korean", {"고객은", "약혼", "반지를", "찾고", "있습니다"}, " "},
                                      {"Thai", {"ลูกค้า", "กำลัง", "มองหา", "แหวนหมั้น", "ราคา"}, ""},
                                      {"Russian", {"Покупатель", "ищет", "обручальное", "кольцо"}, " "},
                                      {"Greek", {"Ο", "πελάτης", "ψάχνει", "δαχτυλίδι", "αρραβώνων"}, " "}};

// The made map with every text put into the script.
MeasuredMap written_in(const Script& script, MeasuredMap map, unsigned seed) {
  std::mt19937 random(seed);
  const auto put = [&](LocalText& text) {
    if (text.empty()) return;
    const auto count = 1 + random() % 9;
    text = {};
    for (std::size_t i = 0; i < count; ++i) text.plain += (i > 0 ? script.joint : "") + script.words[random() % script.words.size()];
  };
  put(map.map.title), put(map.map.offer);
  for (Stage& stage : map.map.stages) {
    put(stage.name), put(stage.how);
    for (BuyerStep& step : stage.buyer) put(step.text);
    for (Touchpoint& touchpoint : stage.touchpoints) {
      put(touchpoint.name);
      for (auto* texts : {&touchpoint.does, &touchpoint.wants, &touchpoint.asks, &touchpoint.says})
        for (LocalText& text : *texts) put(text);
      for (Friction& friction : touchpoint.frictions) put(friction.text);
    }
  }
  for (Action& action : map.map.actions) put(action.text);
  for (Persona& persona : map.personas) put(persona.name), put(persona.quote);
  return map;
}

class Scripts : public testing::TestWithParam<std::size_t> {};

TEST_P(Scripts, NothingOverlapsAndNothingIsCut) {
  const Script& script = kScripts[GetParam()];
  for (const int stages : {1, 4, 7})
    for (const int customers : {0, 600}) {
      const unsigned seed = static_cast<unsigned>(stages + customers);
      const MeasuredMap map = written_in(script, made_map({stages, stages * 4, false, 2, customers, seed}), seed);
      SCOPED_TRACE(std::string(script.name) + " " + std::to_string(stages));
      if (!is_clean(draw(map, {})) || !is_clean(draw_personas(map, {})) || !is_clean(draw_actions(map, {}))) return;
      EXPECT_TRUE(to_png(draw(map, {}), 400).ok());
    }
}

TEST_P(Scripts, EveryLineFitsAndNoCharacterIsLost) {
  const Script& script = kScripts[GetParam()];
  std::string text;
  for (const std::string& word : script.words) text += (text.empty() ? "" : script.joint) + word;
  const TextStyle style = styled(kBody, Weight::regular, {});
  for (double width = 90; width < 300; width += 30) {
    std::string joined;
    for (const BrokenLine& line : break_text(text, style, width).lines) {
      EXPECT_LE(line.width, width * 1.02) << line.text;
      joined += (joined.empty() ? "" : script.joint) + line.text;
    }
    if (*script.joint == 0) { EXPECT_EQ(joined, text) << "at " << width; }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Scripts, testing::Range<std::size_t>(0, kScripts.size()),
                         [](const auto& info) { return std::string(kScripts[info.param].name); });

TEST(ScriptRules, NoLineBeginsWithAClosingMark) {
  const TextStyle style = styled(kBody, Weight::regular, {});
  const std::string text = "お客様は「婚約指輪」を探しています。価格、サイズ、納期（目安）を見る。";
  for (double width = 40; width < 200; width += 4)
    for (const BrokenLine& line : break_text(text, style, width).lines)
      for (const char* mark : {"。", "、", "」", "）"}) EXPECT_FALSE(line.text.starts_with(mark)) << line.text << " at " << width;
}

TEST(ScriptRules, AMapWrittenFromRightToLeftRunsFromRightToLeft) {
  MeasuredMap map = template_map("shop");
  const Scene plain = draw(map, {});
  EXPECT_LT(find(plain.root, "stage-awareness")->box.x, find(plain.root, "stage-decision")->box.x);
  for (Stage& stage : map.map.stages) stage.name = {"مرحلة", {}, {}};
  map.map.title = {"شراء البياضات", {}, {}};
  ASSERT_TRUE(is_right_to_left(map.map));
  const Scene scene = draw(map, {});
  EXPECT_GT(find(scene.root, "stage-awareness")->box.x, find(scene.root, "stage-decision")->box.x);
  const Node* title = find(scene.root, "title");
  ASSERT_TRUE(title);
  const Node& line = title->children.front();
  EXPECT_NEAR(line.lines[0].x + line.lines[0].width, scene.width - 36, 0.5) << "the title ends at the right margin";
  EXPECT_NE(to_svg(scene).find("direction=\"rtl\""), std::string::npos);
}

TEST(ScriptRules, ALetterOfAScriptTheMachineHasIsDrawnInItsOwnWidth) {
  if (!can_be_drawn(0x628)) GTEST_SKIP() << "no font for Arabic on this machine";
  const TextStyle style = styled(100, Weight::regular, {});
  // Joined, the letter beh is narrower than alone.
  EXPECT_LT(text_width("ببب", style), 3 * text_width("ب", style));
}

TEST(ScriptRules, FontsThatAreMissingAreNamed) {
  Scene scene;
  scene.root = text_at("plain Žluťoučký", 0, 0, {});
  EXPECT_TRUE(missing_font_packages(scene).empty());
  scene.root = text_at("日本", 0, 0, {});
  EXPECT_EQ(missing_font_packages(scene).empty(), can_be_drawn(0x65e5));
  if (!can_be_drawn(0x65e5)) { EXPECT_EQ(missing_font_packages(scene), std::vector<std::string>{"fonts-noto-cjk"}); }
}

}  // namespace
}  // namespace parcours
