#include "render/paint.h"

#include <cairo.h>

#include <algorithm>
#include <string>
#include <vector>

#include "render/cairo_fonts.h"
#include "render/icons.h"
#include "render/other_fonts.h"
#include "render/type.h"
#include "render/utf8.h"

namespace parcours {
namespace {

void set_colour(cairo_t* cairo, Colour c) { cairo_set_source_rgba(cairo, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.alpha); }

void set_paint(cairo_t* cairo, const Paint& paint) {
  if (paint.kind != Paint::Kind::linear) return set_colour(cairo, paint.colour);
  cairo_pattern_t* pattern = cairo_pattern_create_linear(paint.x1, paint.y1, paint.x2, paint.y2);
  for (const ColourStop& stop : paint.stops)
    cairo_pattern_add_color_stop_rgba(pattern, stop.at, stop.colour.r / 255.0, stop.colour.g / 255.0, stop.colour.b / 255.0, stop.colour.alpha);
  cairo_set_source(cairo, pattern);
  cairo_pattern_destroy(pattern);
}

void trace(cairo_t* cairo, const Path& path) {
  cairo_new_path(cairo);
  for (const PathStep& step : path.steps()) {
    const auto& at = step.at;
    if (step.op == 'M') cairo_move_to(cairo, at[0], at[1]);
    else if (step.op == 'L') cairo_line_to(cairo, at[0], at[1]);
    else if (step.op == 'C') cairo_curve_to(cairo, at[0], at[1], at[2], at[3], at[4], at[5]);
    else cairo_close_path(cairo);
  }
}

void fill_and_stroke(cairo_t* cairo, const Node& node) {
  if (node.fill.kind != Paint::Kind::none) set_paint(cairo, node.fill), cairo_fill_preserve(cairo);
  if (node.stroke.paint.kind != Paint::Kind::none) {
    set_paint(cairo, node.stroke.paint);
    cairo_set_line_width(cairo, node.stroke.width);
    cairo_set_dash(cairo, node.stroke.dash.data(), static_cast<int>(node.stroke.dash.size()), 0);
    cairo_set_line_cap(cairo, node.stroke.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, node.stroke.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke_preserve(cairo);
  }
  cairo_new_path(cairo);
}

void paint_icon(cairo_t* cairo, const Node& node) {
  Node strokes = node;
  strokes.path = Path::parse(icon_path(icon_or_neutral(node.icon))).moved(node.box.x, node.box.y, node.box.w / 24);
  trace(cairo, strokes.path);
  fill_and_stroke(cairo, strokes);
}

void paint_image(cairo_t* cairo, const Node& node) {
  const Picture& picture = *node.picture;
  const double by_width = node.box.w / picture.width, by_height = node.box.h / picture.height;
  const double scale = node.covers ? std::max(by_width, by_height) : std::min(by_width, by_height);
  cairo_surface_t* surface = surface_of(picture);
  cairo_save(cairo);
  trace(cairo, Path::rounded(node.box, node.radius));
  cairo_clip(cairo);
  cairo_translate(cairo, node.box.x + (node.box.w - picture.width * scale) / 2, node.box.y + (node.box.h - picture.height * scale) / 2);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, surface, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_paint(cairo);
  cairo_restore(cairo);
  cairo_surface_destroy(surface);
}

// Glyphs of one face with the text they stand for, so that a PDF can be searched and copied from.
void show_run(cairo_t* cairo, const TextLine& line, const TextStyle& style, const std::vector<Glyph>& glyphs, std::size_t first, std::size_t last,
              double x, TextAs text_as) {
  const std::size_t begin = glyphs[first].cluster, end = last < glyphs.size() ? glyphs[last].cluster : line.text.size();
  const std::string text = line.text.substr(begin, end - begin);
  std::vector<cairo_glyph_t> places;
  std::vector<cairo_text_cluster_t> clusters;
  for (std::size_t i = first; i < last; ++i) {
    const Glyph& glyph = glyphs[i];
    places.push_back({glyph.id, x + glyph.dx * style.size, line.baseline - glyph.dy * style.size});
    x += glyph.advance * style.size + style.spacing;
    const std::size_t next = i + 1 < last ? glyphs[i + 1].cluster : end;
    if (i > first && glyphs[i - 1].cluster == glyph.cluster) {
      clusters.back().num_glyphs++, clusters.back().num_bytes += static_cast<int>(next - glyph.cluster);
      continue;
    }
    clusters.push_back({static_cast<int>(next - glyph.cluster), 1});
  }
  cairo_set_font_face(cairo, cairo_face(glyphs[first].face));
  cairo_set_font_size(cairo, style.size);
  if (text_as == TextAs::outlines) {
    cairo_new_path(cairo);
    cairo_glyph_path(cairo, places.data(), static_cast<int>(places.size()));
    return cairo_fill(cairo);
  }
  cairo_show_text_glyphs(cairo, text.data(), static_cast<int>(text.size()), places.data(), static_cast<int>(places.size()), clusters.data(),
                         static_cast<int>(clusters.size()), {});
}

void paint_line(cairo_t* cairo, const TextLine& line, const TextStyle& style, TextAs text_as) {
  const Shaped shaped = shape_text(line.text, style);
  const std::vector<Glyph>& glyphs = *shaped;
  double x = line.x;
  for (std::size_t first = 0; first < glyphs.size();) {
    std::size_t last = first;
    double width = 0;
    for (; last < glyphs.size() && glyphs[last].face == glyphs[first].face; ++last) width += glyphs[last].advance * style.size + style.spacing;
    if (glyphs[first].face >= 0) show_run(cairo, line, style, glyphs, first, last, x, text_as);
    else {
      const std::size_t end = last < glyphs.size() ? glyphs[last].cluster : line.text.size();
      show_in_other_font(cairo, line.text.substr(glyphs[first].cluster, end - glyphs[first].cluster), x, line.baseline, width, style);
    }
    x += width;
    first = last;
  }
}

void paint_node(cairo_t* cairo, const Node& node, TextAs text_as) {
  if (node.clip) {
    cairo_save(cairo);
    cairo_rectangle(cairo, node.clip->x, node.clip->y, node.clip->w, node.clip->h);
    cairo_clip(cairo);
  }
  switch (node.kind) {
    case Node::Kind::group: break;
    case Node::Kind::rect:
      trace(cairo, Path::rounded(node.box, node.radius));
      fill_and_stroke(cairo, node);
      break;
    case Node::Kind::path:
      trace(cairo, node.path);
      fill_and_stroke(cairo, node);
      break;
    case Node::Kind::icon: paint_icon(cairo, node); break;
    case Node::Kind::image: paint_image(cairo, node); break;
    case Node::Kind::text:
      set_colour(cairo, node.style.colour);
      for (const TextLine& line : node.lines) paint_line(cairo, line, node.style, text_as);
      break;
  }
  for (const Node& child : node.children) paint_node(cairo, child, text_as);
  if (node.clip) cairo_restore(cairo);
}

}  // namespace

void paint_scene(cairo_t* cairo, const Scene& scene, TextAs text_as) {
  const UseFont use(scene.font);
  set_colour(cairo, scene.background);
  cairo_paint(cairo);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options(cairo, options);
  cairo_font_options_destroy(options);
  paint_node(cairo, scene.root, text_as);
}

}  // namespace parcours
