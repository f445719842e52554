#include "forms/pptx/pptx.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "forms/pptx/slides.h"
#include "map/map_file.h"
#include "map/sample_files.h"

namespace parcours {
namespace {

MeasuredMap sample_map() { return measured_map(parse_map("maps/ring.yaml", sample("ring.yaml")).value, {}, {}, std::nullopt); }

pugi::xml_document parsed(const Slide& slide) {
  pugi::xml_document out;
  const std::string xml = "<tree xmlns:a='a' xmlns:p='p' xmlns:r='r'>" + slide.shapes() + "</tree>";
  EXPECT_TRUE(out.load_buffer(xml.data(), xml.size()));
  return out;
}

std::vector<Slide> all_slides(const MeasuredMap& map, Lang lang) {
  DrawOptions options;
  options.lang = lang;
  return deck_slides(make_frame(map, options), Date{2026, 11, 22});
}

TEST(PptxTest, TheSameBytesEachTime) {
  const MeasuredMap map = sample_map();
  const auto first = to_pptx(map, {}), second = to_pptx(map, {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first.value(), second.value());
  EXPECT_TRUE(first.value().starts_with("PK"));
}

TEST(PptxTest, EverySlideHasATitleFirstItsNotesAndIdsOfItsOwn) {
  for (const Lang lang : {Lang::fr, Lang::en})
    for (const Slide& slide : all_slides(sample_map(), lang)) {
      EXPECT_FALSE(slide.title_text().empty());
      const bool has_touchpoints = slide.shapes().find("\"tp-") != std::string::npos;
      if (has_touchpoints) { EXPECT_FALSE(slide.notes().empty()) << slide.title_text(); }
      const auto document = parsed(slide);
      std::set<std::string> ids;
      std::size_t titles = 0;
      for (const auto& found : document.select_nodes("//p:cNvPr")) EXPECT_TRUE(ids.insert(found.node().attribute("id").value()).second);
      for (const auto& found : document.select_nodes("//p:ph[@type='title']")) titles += found.node() ? 1 : 0;
      EXPECT_EQ(titles, 1u);
      for (const auto& found : document.select_nodes("//a:rPr"))
        EXPECT_STREQ(found.node().attribute("lang").value(), lang == Lang::fr ? "fr-FR" : "en-GB");
    }
}

TEST(PptxTest, NothingStandsOutsideTheSlide) {
  for (const Slide& slide : all_slides(sample_map(), Lang::fr))
    for (const auto read = parsed(slide); const auto& found : read.select_nodes("//a:xfrm")) {
      const auto off = found.node().child("a:off"), ext = found.node().child("a:ext");
      const auto x = off.attribute("x").as_llong(), y = off.attribute("y").as_llong();
      EXPECT_GE(x, 0) << slide.title_text();
      EXPECT_GE(y, 0) << slide.title_text();
      EXPECT_LE(x + ext.attribute("cx").as_llong(), 12'192'000) << slide.title_text();
      EXPECT_LE(y + ext.attribute("cy").as_llong(), 6'858'000) << slide.title_text();
    }
}

TEST(PptxTest, TheStagesCanBeReadFromTheBackOfTheRoom) {
  const MeasuredMap map = sample_map();
  const DrawOptions options;
  const Frame frame = make_frame(map, options);
  for (const Column& column : frame.columns)
    for (const Slide& slide : stage_slides(frame, column))
      for (const auto read = parsed(slide); const auto& found : read.select_nodes("//a:rPr")) EXPECT_GE(found.node().attribute("sz").as_int(), 1050);
}

TEST(PptxTest, EveryTouchpointIsOnASlideOfItsStage) {
  JourneyMap map;
  map.title.plain = "T";
  Stage stage;
  stage.id = "s", stage.name.plain = "S";
  for (int i = 0; i < 19; ++i) {
    Touchpoint touchpoint;
    touchpoint.id = "t" + std::to_string(i), touchpoint.name.plain = "Touchpoint <" + std::to_string(i) + ">";
    stage.touchpoints.push_back(touchpoint);
  }
  map.stages = {stage};
  const MeasuredMap measured = measured_map(map, {}, {}, std::nullopt);
  std::set<std::string> seen;
  for (const Slide& slide : all_slides(measured, Lang::en))
    for (const auto read = parsed(slide); const auto& found : read.select_nodes("//a:t")) seen.insert(found.node().text().get());
  for (int i = 0; i < 19; ++i) EXPECT_TRUE(seen.contains("Touchpoint <" + std::to_string(i) + ">")) << i;
}

// Two personas and long texts on a slide with room for them: nothing ends in an ellipsis.
TEST(PptxTest, ACardIsNotCutBesideEmptySpace) {
  JourneyMap map;
  map.title.plain = "T", map.personas = {"karen", "diego"};
  Stage stage;
  stage.id = "s", stage.name.plain = "S";
  for (int i = 0; i < 4; ++i) {
    Touchpoint touchpoint;
    touchpoint.id = "t" + std::to_string(i), touchpoint.name.plain = "Calls because something is not clear about the delivery of tickets";
    touchpoint.asks = {{"Do I have everything in this booking, so that I do not pay more shipping, and when will it be here at last?", {}, {}}};
    touchpoint.emotions = {{"karen", -2, {}}, {"diego", -1, {}}};
    stage.touchpoints.push_back(touchpoint);
  }
  map.stages = {stage};
  Persona karen, diego;
  karen.id = "karen", karen.name.plain = "Karen & Mike, 52 and 55", diego.id = "diego", diego.name.plain = "Diego, 23, a student who travels alone";
  const MeasuredMap measured = measured_map(map, {karen, diego}, {}, std::nullopt);
  int seen = 0;
  for (const Slide& slide : all_slides(measured, Lang::en)) {
    if (slide.shapes().find("\"tp-") == std::string::npos || slide.title_text().find("1. S") == std::string::npos) continue;
    for (const auto read = parsed(slide); const auto& found : read.select_nodes("//a:t")) {
      const std::string text = found.node().text().get();
      EXPECT_EQ(text.find("…"), std::string::npos) << text;
      if (text.find("Diego") == std::string::npos) continue;
      EXPECT_NE(text.find("1 (assumed)"), std::string::npos) << text;
      ++seen;
    }
  }
  EXPECT_EQ(seen, 4);
}

}  // namespace
}  // namespace parcours
