#include "render/scripts.h"

#include "render/utf8.h"

namespace parcours {
namespace {

void count(const LocalText& text, int& right_to_left, int& letters) {
  for (const std::string* words : {&text.plain, &text.fr, &text.en})
    for (std::size_t at = 0; at < words->size();) {
      const char32_t c = next_character(*words, at);
      letters += is_letter(c), right_to_left += is_right_to_left(c);
    }
}

void turn_paint(Paint& paint, double width) { paint.x1 = width - paint.x1, paint.x2 = width - paint.x2; }

void turn_node(Node& node, double width) {
  node.box.x = width - node.box.right();
  if (node.clip) node.clip->x = width - node.clip->right();
  turn_paint(node.fill, width);
  turn_paint(node.stroke.paint, width);
  if (!node.path.empty()) node.path = node.path.mirrored(width);
  for (TextLine& line : node.lines) line.x = width - line.x - line.width;
  for (Node& child : node.children) turn_node(child, width);
}

}  // namespace

bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00) || (c >= 0x10800 && c < 0x11000) ||
         (c >= 0x1e800 && c < 0x1f000);
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xd6) ++at;  // the lead bytes of Hebrew and all above begin here
    else if (is_right_to_left(next_character(text, at))) return true;
  }
  return false;
}

bool begins_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_letter(c)) return is_right_to_left(c);
  }
  return false;
}

bool is_right_to_left(const JourneyMap& map) {
  int right_to_left = 0, letters = 0;
  count(map.title, right_to_left, letters);
  for (const Stage& stage : map.stages) count(stage.name, right_to_left, letters);
  return 2 * right_to_left > letters;
}

void turn(Scene& scene) { turn_node(scene.root, scene.width); }

}  // namespace parcours
