// A presentation as a whole: what it tells of, in which size, and what stands where.
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "base/disk.h"
#include "forms/pptx/pptx.h"
#include "forms/pptx/slides.h"
#include "map/map_file.h"
#include "map/workspace_files.h"
#include "render/type.h"

namespace parcours {
namespace {

MeasuredMap template_of(const std::string& name) {
  DiskFiles files;
  const std::string folder = std::string(PARCOURS_SOURCE_DIR) + "/templates/" + name;
  const std::string file = files.list(folder + "/maps").front();
  JourneyMap map = parse_map(file, files.read(folder + "/maps/" + file).value()).value;
  std::vector<Persona> personas;
  for (const std::string& id : map.personas) personas.push_back(parse_persona(id, files.read(folder + "/personas/" + id + ".yaml").value()).value);
  return measured_map(std::move(map), std::move(personas), {}, {});
}

// A map with all that a deck tells of: personas with a portrait, frictions, actions, dates, contents, views, a logo.
MeasuredMap full_map() {
  MeasuredMap map = template_of("valentine");
  map.settings.brand.logo = "logo.png", map.settings.brand.name = "Bijouterie", map.settings.brand.colour = "#0B3D91";
  for (Persona& persona : map.personas) persona.portrait = "face.png";
  const std::string touchpoint = map.map.stages.front().touchpoints.front().id;
  map.map.views = {{{"Marketing", {}, {}}, touchpoint, 2, {"They love it", {}, {}}}, {{"Support", {}, {}}, touchpoint, -1, {}}};
  return map;
}

PictureSet two_pictures() {
  const auto picture = [](int width, int height) { return std::make_shared<const Picture>(Picture{"image/png", "bytes", width, height}); };
  return {{"logo.png", picture(300, 100)}, {"face.png", picture(400, 500)}};
}

std::vector<Slide> full_deck(const MeasuredMap& map, Lang lang) {
  DrawOptions options;
  options.lang = lang, options.pictures = two_pictures();
  return deck_slides(make_frame(map, options), Date{2026, 11, 22});
}

pugi::xml_document parsed_slide(const Slide& slide) {
  pugi::xml_document out;
  const std::string xml = "<tree xmlns:a='a' xmlns:p='p' xmlns:r='r'>" + slide.shapes() + "</tree>";
  EXPECT_TRUE(out.load_buffer(xml.data(), xml.size()));
  return out;
}

std::string all_words(const Slide& slide) {
  std::string out;
  const pugi::xml_document read = parsed_slide(slide);  // outlives what is found in it
  for (const auto& found : read.select_nodes("//a:t")) out += std::string(found.node().text().get()) + "\n";
  return out;
}

TEST(PptxDeckTest, ADeckTellsOfAllThatTheMapHas) {
  const MeasuredMap map = full_map();
  for (const Lang lang : {Lang::fr, Lang::en}) {
    std::string words;
    for (const Slide& slide : full_deck(map, lang)) words += all_words(slide);
    const auto has = [&](const std::string& what) { EXPECT_NE(words.find(typeset(what, lang)), std::string::npos) << what; };
    has(lang == Lang::fr ? "22\u00a0novembre\u00a02026" : "22\u00a0Nov\u00a02026");
    for (const Persona& persona : map.personas) has(persona.name.in(lang));
    for (const Stage& stage : map.map.stages)
      for (const Touchpoint& touchpoint : stage.touchpoints)
        for (const Friction& friction : touchpoint.frictions) has(friction.text.in(lang));
    for (const Action& action : map.map.actions)
      if (!is_over(action.status)) has(action.text.in(lang));
    has("They love it");
  }
}

TEST(PptxDeckTest, NoTextOfADeckIsSmallerThanNinePoints) {
  for (const Slide& slide : full_deck(full_map(), Lang::fr)) {
    const pugi::xml_document read = parsed_slide(slide);
    for (const auto& found : read.select_nodes("//a:rPr")) EXPECT_GE(found.node().attribute("sz").as_int(), 900) << slide.title_text();
  }
}

TEST(PptxDeckTest, LogoAndPortraitsAreInTheFileAndNamedByTheirSlides) {
  const MeasuredMap map = full_map();
  const auto deck = full_deck(map, Lang::fr);
  ASSERT_FALSE(deck.front().pictures().empty());
  EXPECT_EQ(deck.front().pictures().front()->width, 300);  // the logo, on the cover
  bool face = false;
  for (const Slide& slide : deck) {
    for (const PicturePtr& picture : slide.pictures()) face = face || picture->width == 400;
    std::set<std::string> named;
    const pugi::xml_document read = parsed_slide(slide);
    for (const auto& found : read.select_nodes("//a:blip")) named.insert(found.node().attribute("r:embed").value());
    EXPECT_EQ(named.size(), slide.pictures().size());
    for (std::size_t i = 0; i < slide.pictures().size(); ++i) EXPECT_TRUE(named.contains(picture_relation(i)));
  }
  EXPECT_TRUE(face);
  DrawOptions options;
  options.pictures = two_pictures();
  const auto file = to_pptx(map, options, Date{2026, 11, 22});
  ASSERT_TRUE(file.ok());
  EXPECT_NE(file.value().find("ppt/media/image1.png"), std::string::npos);
  EXPECT_EQ(file.value().find("ppt/media/image3"), std::string::npos);  // each once
}

TEST(PptxDeckTest, NothingOfADeckStandsOutsideItsSlide) {
  for (const Lang lang : {Lang::fr, Lang::en})
    for (const std::string& name : std::vector<std::string>{"valentine", "b2b", "hotel", "saas"}) {
      const MeasuredMap map = template_of(name);
      DrawOptions options;
      options.lang = lang;
      for (const Slide& slide : deck_slides(make_frame(map, options), {})) {
        const pugi::xml_document read = parsed_slide(slide);
        for (const auto& found : read.select_nodes("//a:xfrm")) {
          const auto off = found.node().child("a:off"), ext = found.node().child("a:ext");
          EXPECT_GE(off.attribute("x").as_llong(), 0) << name << ": " << slide.title_text();
          EXPECT_LE(off.attribute("x").as_llong() + ext.attribute("cx").as_llong(), 12'192'000) << name << ": " << slide.title_text();
          EXPECT_GE(off.attribute("y").as_llong(), 0) << name << ": " << slide.title_text();
          EXPECT_LE(off.attribute("y").as_llong() + ext.attribute("cy").as_llong(), 6'858'000) << name << ": " << slide.title_text();
        }
      }
    }
}

}  // namespace
}  // namespace parcours
