// A slide in the making: native shapes in reading order, written down as the XML of its shape tree. Lengths in pixels of a slide of 1280 × 720.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/scene.h"
#include "render/svg_text.h"

namespace parcours {

inline constexpr double kSlideWidth = 1280, kSlideHeight = 720;

struct SlideRun {
  std::string text;
  double size = 14;  // in pixels, as everything
  Colour colour;
  bool bold = false, italic = false;
};

struct SlideParagraph {
  std::vector<SlideRun> runs;
  double space_before = 0;
  double align = 0;        // 0 left, 0.5 centred, 1 right
  double line_height = 0;  // exact; 0: the typeface's own
};

class Slide {
 public:
  explicit Slide(Lang lang) : lang_(lang) {}

  void title(const std::string& text, const Box& box, double size, Colour colour);
  void rect(const Box& box, const Paint& fill, const Stroke& stroke, double radius, std::string_view name);
  void path(const Path& path, const Paint& fill, const Stroke& stroke, std::string_view name);
  // `wraps`: the text is broken by the viewer at the box's width; else it stands as given.
  void text(const std::vector<SlideParagraph>& paragraphs, const Box& box, bool wraps, std::string_view name);
  // With corners of that radius. Covers: fills its box and loses what stands out; else whole, within it.
  void picture(const PicturePtr& picture, const Box& box, double radius, bool covers, std::string_view said);
  // What follows up to end_group belongs together; `said` is what a screen reader says of it.
  void begin_group(std::string_view name, std::string_view said, const Box& box);
  void end_group();

  void note(std::string paragraph) { notes_.push_back(std::move(paragraph)); }

  const std::string& shapes() const { return xml_; }
  const std::string& title_text() const { return title_; }
  const std::vector<PicturePtr>& pictures() const { return pictures_; }  // picture i is named by the relation picture_relation(i)
  const std::vector<std::string>& notes() const { return notes_; }
  Lang lang() const { return lang_; }

 private:
  std::string head(std::string_view kind, std::string_view name, std::string_view said, std::string_view locks);
  std::string paragraph_xml(const SlideParagraph& paragraph) const;

  Lang lang_;
  std::string xml_, title_;
  std::vector<std::string> notes_;
  std::vector<PicturePtr> pictures_;
  int next_id_ = 2;  // 1 is the tree itself
};

std::string picture_relation(std::size_t index);  // "rIdPicture1"
std::int64_t emu(double pixels);
std::string_view office_language(Lang lang);  // "fr-FR"

// The scene's nodes as shapes: scaled, then moved.
void add_node(Slide& slide, const Node& node, double scale, double dx, double dy);

}  // namespace parcours
