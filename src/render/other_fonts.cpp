#include "render/other_fonts.h"

#include <pango/pangocairo.h>

#include <algorithm>

#include "base/letters.h"
#include "render/faces.h"
#include "render/scripts.h"
#include "render/utf8.h"

namespace parcours {
namespace {

constexpr double kMeasured = 256;  // pixels an em, when measuring

PangoFontDescription* description_of(int style, double size) {
  PangoFontDescription* font = pango_font_description_from_string("Noto Sans, Noto Sans CJK SC, sans-serif");
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_font_description_set_weight(font, style == 2 ? PANGO_WEIGHT_BOLD : style == 1 ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  if (style == 3) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  return font;
}

// A text laid out on one line without hinting or rounding.
class Layout {
 public:
  Layout(PangoContext* context, std::string_view text, int style, double size) : layout_(pango_layout_new(context)) {
    PangoFontDescription* font = description_of(style, size);
    pango_layout_set_font_description(layout_, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout_, text.data(), static_cast<int>(text.size()));
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  ~Layout() { g_object_unref(layout_); }

  PangoLayout* get() const { return layout_; }

 private:
  PangoLayout* layout_;
};

PangoContext* exact_context() {
  thread_local PangoContext* const context = [] {
    PangoContext* made = pango_font_map_create_context(pango_cairo_font_map_new());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(made, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(made, FALSE);
    return made;  // kept as long as its thread
  }();
  return context;
}

}  // namespace

std::vector<OtherGlyph> measure_in_other_font(std::string_view text, int style) {
  const Layout layout(exact_context(), text, style, kMeasured);
  std::vector<OtherGlyph> out;
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
  for (GSList* run = line ? line->runs : nullptr; run; run = run->next) {
    auto* item = static_cast<PangoGlyphItem*>(run->data);
    const std::string_view words = text.substr(static_cast<std::size_t>(item->item->offset), static_cast<std::size_t>(item->item->length));
    std::vector<int> widths(characters_in(words));
    pango_glyph_item_get_logical_widths(item, text.data(), widths.data());
    std::size_t at = 0;
    for (const int width : widths) {
      out.push_back({static_cast<std::size_t>(item->item->offset) + at, static_cast<double>(width) / PANGO_SCALE / kMeasured});
      next_character(words, at);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const OtherGlyph& a, const OtherGlyph& b) { return a.byte < b.byte; });
  return out;
}

std::vector<std::size_t> line_breaks(std::string_view text) {
  const Layout layout(exact_context(), text, 0, kMeasured);
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout.get(), &count);
  std::vector<std::size_t> out;
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) {
    if (attributes[i].is_line_break) out.push_back(at);
    next_character(text, at);
  }
  return out;
}

bool can_be_drawn(char32_t character) {
  std::string text;
  append_character(text, character);
  return pango_layout_get_unknown_glyphs_count(Layout(exact_context(), text, 0, kMeasured).get()) == 0;
}

void show_in_other_font(cairo_t* cairo, const std::string& text, double x, double baseline, double width, const TextStyle& style) {
  const Layout layout(exact_context(), text, style_index(style), style.size);
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  const double natural = static_cast<double>(extents.width) / PANGO_SCALE;
  cairo_save(cairo);
  cairo_translate(cairo, x, baseline - static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE);
  if (natural > width && natural > 0) cairo_scale(cairo, width / natural, 1);
  pango_cairo_show_layout(cairo, layout.get());
  cairo_restore(cairo);
}

std::vector<std::string> missing_font_packages(const Scene& scene) {
  const UseFont use(scene.font);
  bool core = false, cjk = false;
  const auto look = [&](const auto& self, const Node& node) -> void {
    const int style = style_index(node.style);
    for (const TextLine& line : node.lines)
      for (std::size_t at = 0; at < line.text.size();) {
        const char32_t c = next_character(line.text, at);
        if (c < 0x80 || face_for(style, c) >= 0 || can_be_drawn(c)) continue;
        const bool ideographs = (c >= 0x1100 && c < 0x1200) || (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd800) ||
                                (c >= 0xf900 && c < 0xfb00) || (c >= 0xfe30 && c < 0xfe50) || (c >= 0xff00 && c < 0xfff0) ||
                                (c >= 0x20000 && c < 0x32000);
        (ideographs ? cjk : core) = true;
      }
    for (const Node& child : node.children) self(self, child);
  };
  look(look, scene.root);
  std::vector<std::string> out;
  if (core) out.emplace_back("fonts-noto-core");
  if (cjk) out.emplace_back("fonts-noto-cjk");
  return out;
}

}  // namespace parcours
