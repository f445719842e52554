#include "render/type.h"

#include <hb.h>

#include <mutex>
#include <unordered_map>

#include "render/brand_font.h"
#include "render/faces.h"
#include "render/other_fonts.h"
#include "render/scripts.h"
#include "render/utf8.h"

namespace parcours {
namespace {

constexpr std::size_t kRemembered = 20000;

// A stretch of text set in one face.
void shape_run(std::string_view text, std::size_t begin, std::size_t end, int face, std::vector<Glyph>& out) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(begin), static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer, hb_language_from_string("fr", -1));
  hb_shape(shaping_font(face), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  const auto ems = [](hb_position_t units) { return static_cast<double>(units) / kUnits; };
  for (unsigned i = 0; i < count; ++i)
    out.push_back({glyphs[i].codepoint, face, glyphs[i].cluster, ems(places[i].x_advance), ems(places[i].x_offset), ems(places[i].y_offset)});
  hb_buffer_destroy(buffer);
}

std::vector<Glyph> shaped(std::string_view text, int style) {
  std::vector<Glyph> out;
  const auto shape_any = [&](std::size_t from, std::size_t to, int in) {
    if (in >= 0) return shape_run(text, from, to, in, out);
    for (const OtherGlyph& glyph : measure_in_other_font(text.substr(from, to - from), style))
      out.push_back({0, -1, static_cast<std::uint32_t>(from + glyph.byte), glyph.advance});
  };
  // Where directions mix, one hand must set the whole line.
  if (has_right_to_left(text)) return shape_any(0, text.size(), -1), out;
  std::size_t begin = 0;
  int face = -1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_character(text, at);
    const int wanted = face_for(style, c);
    if (wanted != face && here > begin) shape_any(begin, here, face);
    if (wanted != face) face = wanted, begin = here;
  }
  if (begin < text.size()) shape_any(begin, text.size(), face);
  return out;
}

struct ShapedBefore {
  std::mutex mutex;
  std::unordered_map<std::string, Shaped> known[kStyles];
};

ShapedBefore& memory() {
  static ShapedBefore all;
  return all;
}

}  // namespace

Shaped shape_text(std::string_view text, const TextStyle& style) {
  const int index = style_index(style);
  ShapedBefore& all = memory();
  const BrandFontPtr brand = font_in_use();
  const std::string key = brand ? std::to_string(brand->faces[static_cast<std::size_t>(index)]) + "\n" + std::string(text) : std::string(text);
  {
    const std::lock_guard lock(all.mutex);
    if (const auto at = all.known[index].find(key); at != all.known[index].end()) return at->second;
  }
  auto made = std::make_shared<const std::vector<Glyph>>(shaped(text, index));
  const std::lock_guard lock(all.mutex);
  if (all.known[index].size() >= kRemembered) all.known[index].clear();
  return all.known[index].emplace(key, std::move(made)).first->second;
}

double text_width(std::string_view text, const TextStyle& style) {
  double ems = 0;
  const Shaped glyphs = shape_text(text, style);
  for (const Glyph& glyph : *glyphs) ems += glyph.advance;
  return ems * style.size + style.spacing * static_cast<double>(glyphs->size());
}

double line_height(const TextStyle& style) {
  const double factor = style.size >= 24 ? 1.18 : style.size >= 16 ? 1.25 : 1.36;
  return style.size * factor;
}

Node text_at(std::string_view text, double x, double baseline, const TextStyle& style, double align) {
  Node node;
  node.kind = Node::Kind::text;
  node.style = style;
  const double width = text_width(text, style);
  const double left = x - align * width;
  node.lines.push_back({left, baseline, width, std::string(text)});
  node.box = {left, baseline - kAscent * style.size, width, (kAscent + kDescent) * style.size};
  return node;
}

Node text_block(std::string_view text, double x, double top, double width, const TextStyle& style, int lines_max, double align) {
  Node node;
  node.kind = Node::Kind::text;
  node.style = style;
  const BrokenText broken = break_text(text, style, width, lines_max);
  const double height = line_height(style);
  double baseline = top + (height - (kAscent + kDescent) * style.size) / 2 + kAscent * style.size;
  double widest = 0;
  for (const BrokenLine& line : broken.lines) {
    node.lines.push_back({x + align * (width - line.width), baseline, line.width, line.text});
    baseline += height;
    widest = std::max(widest, line.width);
  }
  node.box = {x + align * (width - widest), top, widest, height * static_cast<double>(broken.lines.size())};
  if (broken.cut) node.title = text;
  return node;
}

}  // namespace parcours
