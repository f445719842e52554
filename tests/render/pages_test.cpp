// The pages beside the map, and the map on paper.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "render/boxes.h"
#include "render/clean.h"
#include "render/made_maps.h"
#include "render/sheet.h"

namespace parcours {
namespace {

std::string words_on(const Scene& scene) {
  std::string all;
  for (const std::string& words : words_of(scene.root)) all += words + "\n";
  return all;
}

TEST(PersonaPage, NothingOverlapsWhateverThePersonas) {
  for (int personas = 0; personas < 6; ++personas)
    for (const bool long_words : {false, true})
      for (const Lang lang : {Lang::fr, Lang::en}) {
        SCOPED_TRACE(personas);
        MeasuredMap map = made_map({3, 6, long_words, personas, personas % 2 ? 300 : 0, static_cast<unsigned>(personas + 1)});
        DrawOptions options;
        options.lang = lang;
        for (Persona& persona : map.personas) persona.channels = {"email", "phone", "unheard_of"}, options.persona_customers[persona.id] = 120;
        if (!is_clean(draw_personas(map, options))) return;
      }
}

TEST(PersonaPage, SaysHowManyTheyAreOnlyWhenMeasured) {
  MeasuredMap map = measured_by_simulation(template_map("shop"), 1000, 3);
  DrawOptions options;
  const std::string id = map.personas[0].id;
  options.persona_customers[id] = map.figures->all.customers / 4;
  const auto said = [&](const MeasuredMap& of) {
    std::string all;
    for (const std::string& words : words_of(*find(draw_personas(of, options).root, "persona-" + id))) all += words + " ";
    return all;
  };
  EXPECT_NE(said(map).find("250 measured customers"), std::string::npos) << said(map);
  map.figures.reset();
  EXPECT_EQ(said(map).find("250 measured"), std::string::npos);
}

TEST(PersonaPage, AnAgeThatTheNameSaysIsNotSaidTwice) {
  const auto said = [](const char* name, const char* age) {
    MeasuredMap map;
    Persona persona;
    persona.id = "p", persona.name.plain = name, persona.age.plain = age, persona.area.plain = "Lille";
    map.personas = {persona}, map.map.personas = {"p"};
    return words_on(draw_personas(map, {}));
  };
  EXPECT_EQ(said("Hugo, 26", "26 ans").find("26 ans"), std::string::npos) << said("Hugo, 26", "26 ans");
  EXPECT_NE(said("Hugo", "26 ans").find("26 ans"), std::string::npos);
  EXPECT_NE(said("Hugo, 126", "26 ans").find("26 ans"), std::string::npos) << "another number";
  EXPECT_NE(said("Hugo, 26", "25–34 ans").find("25–34 ans"), std::string::npos) << "a range says more";
  EXPECT_NE(said("Hugo, 25", "25–34 ans").find("25–34 ans"), std::string::npos);
}

// Efforts 1 and 2 are little, 4 and 5 much; no line runs through an effort's own column.
TEST(ActionMatrix, NoLineCutsAnEffortInTwo) {
  MeasuredMap map;
  Stage stage;
  stage.id = "s";
  Touchpoint touchpoint;
  touchpoint.id = "t", touchpoint.importance = 3;
  touchpoint.frictions.resize(1), touchpoint.frictions[0].id = "f";
  stage.touchpoints = {touchpoint};
  map.map.stages = {stage};
  for (int effort = 1; effort <= 5; ++effort) {
    Action action;
    action.id = "a" + std::to_string(effort), action.for_friction = "f", action.text.plain = "Do", action.effort = effort;
    map.map.actions.push_back(action);
  }
  const Scene scene = draw_actions(measured_map(map.map, {}, {}, {}), {});
  const Node* matrix = find(scene.root, "matrix");
  ASSERT_TRUE(matrix);
  std::vector<Box> cards;
  for (int effort = 1; effort <= 5; ++effort) cards.push_back(find(scene.root, "action-a" + std::to_string(effort))->box);
  int upright = 0;
  for (const Node& node : matrix->children) {
    if (node.box.w > 2 || node.box.h < 500) continue;
    ++upright;
    for (const Box& card : cards) EXPECT_FALSE(node.box.x > card.x && node.box.x < card.right()) << node.box.x;
  }
  EXPECT_EQ(upright, 4);
}

TEST(PersonaPage, AsAPageOfItsOwnItHoldsAllTheCardsSay) {
  MeasuredMap map = made_map({2, 3, false, 2, 0, 5});
  map.personas[0].name.plain = "Ana <b>", map.personas[0].goals = {{"Rest", {}, {}}, {"Quiet", {}, {}}};
  const std::string page = personas_to_html(map, {});
  EXPECT_NE(page.find("id=\"personas-table\""), std::string::npos);
  EXPECT_NE(page.find("Ana &lt;b&gt;"), std::string::npos);
  EXPECT_EQ(page.find("Ana <b>"), std::string::npos);
  EXPECT_NE(page.find("Rest · Quiet"), std::string::npos);
  EXPECT_NE(page.find("<svg"), std::string::npos);
  map.personas.clear(), map.map.personas.clear();
  EXPECT_NE(personas_to_html(map, {}).find("</html>"), std::string::npos);
}

TEST(ActionMatrix, AsAPageOfItsOwnItHoldsTheTableOfTheActions) {
  MeasuredMap map = made_map({2, 3, false, 1, 0, 5});
  map.map.actions = {Action{.id = "a", .text = {"Show a price", {}, {}}, .owner = "Ana", .effort = 2}};
  map.actions = {RankedAction{"a", "", {}, {}, {}}};
  const std::string page = actions_to_html(map, {});
  EXPECT_NE(page.find("id=\"actions-table\""), std::string::npos);
  EXPECT_NE(page.find("Show a price"), std::string::npos);
}

// Centres of the dots by effort and impact are left to the eye; cards are held apart here.
TEST(ActionMatrix, LabelsNeverOverlap) {
  for (const int touchpoints : {0, 5, 20, 60})
    for (const bool long_words : {false, true})
      for (const int customers : {0, 25, 900}) {
        SCOPED_TRACE(std::to_string(touchpoints) + (long_words ? " long, " : ", ") + std::to_string(customers));
        MeasuredMap map = made_map({5, touchpoints, long_words, 1, customers, static_cast<unsigned>(touchpoints + 2)});
        unsigned n = 0;
        for (Stage& stage : map.map.stages)
          for (Touchpoint& touchpoint : stage.touchpoints) touchpoint.importance = 1 + static_cast<int>(n++ % 5);
        for (Action& action : map.map.actions) action.effort = n++ % 6 == 0 ? std::nullopt : std::optional(1 + static_cast<int>(n % 5));
        if (!is_clean(draw_actions(map, {}))) return;
      }
}

TEST(ActionMatrix, NamesItsKindOfImpactAndNeverMixesTwo) {
  MeasuredMap map = template_map("shop");
  EXPECT_NE(words_on(draw_actions(map, {})).find("assumption"), std::string::npos);
  const MeasuredMap measured = measured_by_simulation(map, 3000, 5);
  const std::string words = words_on(draw_actions(measured, {}));
  EXPECT_NE(words.find("measured"), std::string::npos);
  EXPECT_EQ(words.find("assum"), std::string::npos);
}

// By hand: 1 to 5 are five ticks at one distance, and the most important stands on the highest.
TEST(ActionMatrix, ImportanceHasATickForEachOfItsFiveValues) {
  const MeasuredMap map = template_map("shop");
  const Scene scene = draw_actions(map, {});
  std::vector<double> ticks;
  for (const PlacedText& text : placed(scene).texts)
    if (text.text.size() == 1 && text.text >= "1" && text.text <= "5" && !text.card) ticks.push_back(text.box.y);
  ASSERT_EQ(ticks.size(), 5u) << words_on(scene);
  for (std::size_t i = 1; i < 5; ++i) EXPECT_NEAR(ticks[i - 1] - ticks[i], (ticks[0] - ticks[4]) / 4, 0.5) << i;
}

// By hand: 2000 units on 400 mm are 0.2 mm a unit; text of 11.5 units is 2.3 mm, 6.52 points.
TEST(Paper, TheSmallestTextOfASheetIsKnownAndTheSheetOnWhichItCanBeRead) {
  Scene scene;
  scene.width = 2000, scene.height = 1000;
  EXPECT_NEAR(smallest_text(scene, *sheet_of("A3", Turned::landscape)), 6.52, 0.01);
  EXPECT_EQ(legible_sheet(scene), "A3");
  scene.width = 1000, scene.height = 2000;
  EXPECT_EQ(legible_sheet(scene), "A3 --portrait");
  scene.width = scene.height = 100'000;
  EXPECT_EQ(legible_sheet(scene), "");
}

struct PdfFacts {
  int pages = 0;
  double width_mm = 0, height_mm = 0;
  std::string text;
};

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  for (char buffer[4096]; const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe);) out.append(buffer, n);
  pclose(pipe);
  return out;
}

PdfFacts facts_of(const std::string& pdf) {
  const auto path = std::filesystem::temp_directory_path() / ("parcours-pages-" + std::to_string(::getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  const std::string info = output_of("pdfinfo " + path.string());
  PdfFacts facts;
  facts.pages = std::atoi(info.c_str() + info.find("Pages:") + 6);
  double width = 0, height = 0;
  std::sscanf(info.c_str() + info.find("Page size:") + 10, " %lf x %lf", &width, &height);
  facts.width_mm = width / 72 * 25.4, facts.height_mm = height / 72 * 25.4;
  facts.text = output_of("pdftotext -layout " + path.string() + " -");
  std::filesystem::remove(path);
  return facts;
}

TEST(Paper, OnePageOfTheAskedSizeWithItsTextSelectable) {
  if (std::system("pdfinfo -v >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdfinfo is not installed";
  const Scene scene = draw(template_map("shop"), {});
  const std::tuple<const char*, double, double> sizes[] = {{"A4", 297, 210}, {"A3", 420, 297}, {"A2", 594, 420}, {"A1", 841, 594}, {"A0", 1189, 841}};
  for (const auto& [code, width, height] : sizes) {
    const auto pdf = to_pdf(scene, *sheet_of(code, Turned::landscape));
    ASSERT_TRUE(pdf.ok());
    const PdfFacts facts = facts_of(*pdf);
    EXPECT_EQ(facts.pages, 1);
    EXPECT_NEAR(facts.width_mm, width, 0.1);
    EXPECT_NEAR(facts.height_mm, height, 0.1);
    EXPECT_NE(facts.text.find("Buying bed linen online"), std::string::npos);
    EXPECT_EQ(*pdf, *to_pdf(scene, *sheet_of(code, Turned::landscape)));
  }
  EXPECT_LT(sheet_of("A4", Turned::portrait)->width, sheet_of("A4", Turned::portrait)->height);
  EXPECT_FALSE(sheet_of("A9", Turned::landscape));
}

// Every card and every text of the map is on exactly one page, whole; stages' heads and lanes' names on every page that needs them.
TEST(Split, EveryCardIsOnOnePageAndNoneIsLost) {
  for (const char* code : {"A4", "A3"})
    for (const int stages : {2, 5, 9})
      for (const bool long_words : {false, true}) {
        const MeasuredMap map = made_map({stages, stages * 6, long_words, 2, 500, static_cast<unsigned>(stages)});
        SCOPED_TRACE(std::string(code) + " " + std::to_string(stages));
        const Sheet sheet = *sheet_of(code, Turned::landscape);
        const Pages pages = draw_pages(map, {}, sheet);
        EXPECT_LE(pages.scale, reading_scale() + 1e-9);
        std::multiset<std::string> wanted, found;
        const Scene whole = draw(map, {});
        for (const Node* lane : all_of_class(whole.root, "lane")) {
          Scene part;
          part.root = *lane;
          for (const auto& card : placed(part).cards) wanted.insert(card.node->id);
        }
        for (const Scene& page : pages.scenes) {
          const Box inside{-0.5, -0.5, page.width + 1, page.height + 1};
          EXPECT_NEAR(page.width * pages.scale, sheet.inner_width(), 0.01);
          EXPECT_NEAR(page.height * pages.scale, sheet.inner_height(), 0.01);
          for (const auto& card : placed(page).cards) {
            if (wanted.contains(card.node->id)) found.insert(card.node->id);
            EXPECT_TRUE(holds(inside, card.node->box)) << card.node->id;
          }
          for (const auto& text : placed(page).texts) EXPECT_TRUE(holds(inside, text.box)) << text.text;
        }
        EXPECT_EQ(found, wanted);
      }
}

// Above, the lanes have the height that the tallest stage needs; on the pages of the others they end where those end.
TEST(Split, ALaneWithNothingToSayOfTheStagesOfAPageIsNotOnIt) {
  const MeasuredMap map = template_map("shop");
  DrawOptions options;
  options.wide = true;
  const Pages pages = draw_pages(map, options, *sheet_of("A4", Turned::landscape));
  std::size_t seen = 0;
  for (const Scene& page : pages.scenes)
    for (const Node& part : page.root.children) {
      const bool is_lane = std::any_of(part.children.begin(), part.children.end(), [](const Node& child) { return child.classes == "lane-name"; });
      if (!is_lane || part.children.back().id == "lane-emotion") continue;
      ++seen;
      EXPECT_FALSE(words_of(part.children.back()).empty()) << part.children.back().id;
    }
  EXPECT_GT(seen, 10u);
}

TEST(Split, PagesAreNumberedAndReadable) {
  if (std::system("pdfinfo -v >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdfinfo is not installed";
  const MeasuredMap map = measured_by_simulation(template_map("shop"), 800, 2);
  const Sheet sheet = *sheet_of("A4", Turned::landscape);
  const Pages pages = draw_pages(map, {}, sheet);
  const PdfFacts facts = facts_of(to_pdf(pages, sheet).value());
  EXPECT_EQ(facts.pages, static_cast<int>(pages.scenes.size()));
  EXPECT_GT(facts.pages, 2);
  for (int page = 1; page <= facts.pages; ++page)
    EXPECT_NE(facts.text.find("page " + std::to_string(page) + " of " + std::to_string(facts.pages)), std::string::npos) << page;
}

}  // namespace
}  // namespace parcours
