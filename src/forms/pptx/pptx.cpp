#include "forms/pptx/pptx.h"

#include <algorithm>

#include "forms/archive.h"
#include "forms/pptx/parts.h"
#include "forms/pptx/slides.h"
#include "render/brand_font.h"

namespace parcours {
namespace {

DeckLook look_of(const Frame& frame) {
  DeckLook look;
  const std::string& named = frame.map.settings.brand.font;
  if (const BrandFontPtr font = font_in_use()) look.font = font->family;
  else look.font = named.empty() || is_font_file(named) ? "Arial" : named;
  look.paper = frame.colour.paper, look.ink = frame.colour.ink, look.accent = frame.colour.measured;
  for (const Tone& tone : frame.colour.stages) look.accents.push_back(tone.deep);
  return look;
}

// Each picture once, however many slides show it.
class Media {
 public:
  explicit Media(const std::vector<Slide>& slides) {
    for (const Slide& slide : slides)
      for (const PicturePtr& picture : slide.pictures())
        if (std::find(all_.begin(), all_.end(), picture) == all_.end()) all_.push_back(picture);
  }

  const std::vector<PicturePtr>& all() const { return all_; }
  // REQUIRES: a slide shows it
  std::string name_of(const PicturePtr& picture) const {
    const auto at = std::find(all_.begin(), all_.end(), picture) - all_.begin();
    return "image" + std::to_string(at + 1) + (picture->type == "image/jpeg" ? ".jpeg" : ".png");
  }

 private:
  std::vector<PicturePtr> all_;
};

std::vector<ArchivePart> parts_of(const Frame& frame, const std::vector<Slide>& slides) {
  const DeckLook look = look_of(frame);
  const Media media(slides);
  std::vector<Relation> deck = {{"rId1", "slideMaster", "slideMasters/slideMaster1.xml"},
                                {"rId2", "notesMaster", "notesMasters/notesMaster1.xml"},
                                {"rId3", "theme", "theme/theme1.xml"}};
  for (std::size_t i = 0; i < slides.size(); ++i)
    deck.push_back({"rId" + std::to_string(i + 10), "slide", "slides/slide" + std::to_string(i + 1) + ".xml"});
  std::vector<ArchivePart> parts = {
      {"[Content_Types].xml", content_types_xml(slides.size())},
      {"_rels/.rels", relations_xml({{"rId1", "officeDocument", "ppt/presentation.xml"}, {"rId2", "core-properties", "docProps/core.xml"}})},
      {"docProps/core.xml", core_xml(frame.say(frame.map.map.title), frame.say(frame.map.map.offer), frame.lang)},
      {"ppt/presentation.xml", presentation_xml(slides.size(), frame.lang)},
      {"ppt/_rels/presentation.xml.rels", relations_xml(deck)},
      {"ppt/theme/theme1.xml", theme_xml(look)},
      {"ppt/theme/theme2.xml", theme_xml(look)},
      {"ppt/slideMasters/slideMaster1.xml", master_xml(look)},
      {"ppt/slideMasters/_rels/slideMaster1.xml.rels",
       relations_xml({{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"}, {"rId2", "theme", "../theme/theme1.xml"}})},
      {"ppt/slideLayouts/slideLayout1.xml", layout_xml()},
      {"ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations_xml({{"rId1", "slideMaster", "../slideMasters/slideMaster1.xml"}})},
      {"ppt/notesMasters/notesMaster1.xml", notes_master_xml()},
      {"ppt/notesMasters/_rels/notesMaster1.xml.rels", relations_xml({{"rId1", "theme", "../theme/theme2.xml"}})},
  };
  for (std::size_t i = 0; i < slides.size(); ++i) {
    const std::string n = std::to_string(i + 1);
    parts.push_back({"ppt/slides/slide" + n + ".xml", slide_xml(slides[i])});
    std::vector<Relation> of_slide = {{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"},
                                      {"rId2", "notesSlide", "../notesSlides/notesSlide" + n + ".xml"}};
    for (std::size_t k = 0; k < slides[i].pictures().size(); ++k)
      of_slide.push_back({picture_relation(k), "image", "../media/" + media.name_of(slides[i].pictures()[k])});
    parts.push_back({"ppt/slides/_rels/slide" + n + ".xml.rels", relations_xml(of_slide)});
    parts.push_back({"ppt/notesSlides/notesSlide" + n + ".xml", notes_xml(slides[i])});
    parts.push_back({"ppt/notesSlides/_rels/notesSlide" + n + ".xml.rels", relations_xml({{"rId1", "notesMaster", "../notesMasters/notesMaster1.xml"},
                                                                                          {"rId2", "slide", "../slides/slide" + n + ".xml"}})});
  }
  for (const PicturePtr& picture : media.all()) parts.push_back({"ppt/media/" + media.name_of(picture), picture->bytes});
  return parts;
}

}  // namespace

Result<std::string> to_pptx(const MeasuredMap& map, const DrawOptions& options, std::optional<Date> day) {
  const Frame frame = make_frame(map, options);
  return archive(parts_of(frame, deck_slides(frame, day)));
}

}  // namespace parcours
