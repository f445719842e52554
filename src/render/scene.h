// A picture before it is SVG, PNG or PDF: a plain tree in reading order, every text line already broken and placed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "render/brand_font.h"
#include "render/path.h"
#include "render/picture.h"

namespace parcours {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0;
  double alpha = 1;
  Colour faded(double to) const { return {r, g, b, to}; }
  bool operator==(const Colour&) const = default;
};

struct ColourStop {
  double at = 0;  // 0..1 along the line
  Colour colour;
};

// Nothing, one colour, or a passage of colours along a line in scene units.
struct Paint {
  enum class Kind { none, solid, linear };
  Kind kind = Kind::none;
  Colour colour;
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  std::vector<ColourStop> stops;

  Paint() = default;
  Paint(Colour solid) : kind(Kind::solid), colour(solid) {}
  static Paint linear(double x1, double y1, double x2, double y2, std::vector<ColourStop> stops);
};

struct Stroke {
  Paint paint;
  double width = 1;
  std::vector<double> dash;
  bool round = false;  // caps and joins
};

enum class Weight { regular, semibold, bold };

struct TextStyle {
  double size = 13.5;
  Weight weight = Weight::regular;
  bool italic = false;  // regular only
  Colour colour;
  double spacing = 0;  // added behind each character
};

struct TextLine {
  double x = 0, baseline = 0, width = 0;
  std::string text;
};

struct Node {
  enum class Kind { group, rect, path, text, icon, image };
  // What a test holds boxes to. A card: nothing but its own children may lie on it, and its children lie within it. A badge may sit
  // on a card's edge. All texts: on no other text.
  enum class Place { free, card, badge };

  Kind kind = Kind::group;
  Place place = Place::free;
  std::string id;       // "tp-pay"; stable, see docs/formats/picture.md
  std::string classes;  // "touchpoint worst"
  std::string role;     // ARIA, of groups
  std::string label;    // aria-label: what a screen reader says instead of the parts
  std::string title;    // shown on hover; the full text where a text was cut
  std::string href;     // group: where it leads to; a path beside the picture
  Box box;
  Paint fill;
  Stroke stroke;
  double radius = 0;  // rect
  Path path;
  std::string icon;    // icon: a name of icons.h, drawn in `stroke`
  PicturePtr picture;  // image: with the corners of `radius`
  bool covers = true;  // image: fills its box and loses what stands out; else whole, within it
  TextStyle style;
  std::vector<TextLine> lines;
  std::vector<Node> children;
  std::optional<Box> clip;  // group: nothing of it shows outside

  Node& add(Node child);  // grows the box of a group
};

struct Scene {
  double width = 0, height = 0;
  Lang lang = Lang::en;
  std::string title, description;
  Colour background;
  BrandFontPtr font = font_in_use();  // its texts were measured in
  Node root;
};

Node group(std::string id = {}, std::string classes = {});
Node rect(const Box& box, Paint fill, Stroke stroke = {}, double radius = 0);
Node shape(Path path, Paint fill, Stroke stroke = {});
Node hairline(double x1, double y1, double x2, double y2, Colour colour, double width = 1);
Node icon(std::string_view name, double x, double y, double size, Colour colour, double line_width = 1.6);

// `said`: what a screen reader says in its place.
Node image(PicturePtr picture, const Box& box, double radius, std::string said);

void shift(Node& node, double dx, double dy);  // with all below it

}  // namespace parcours
