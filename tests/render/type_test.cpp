#include "render/type.h"

#include <fontconfig/fontconfig.h>
#include <gtest/gtest.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <filesystem>
#include <fstream>

#include "render/font_files.h"
#include "render/theme.h"

namespace parcours {
namespace {

// Pango with the shipped fonts only: an independent way to the same widths.
class OtherTypesetter {
 public:
  OtherTypesetter() {
    folder_ = std::filesystem::temp_directory_path() / ("parcours-fonts-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    config_ = FcConfigCreate();
    for (const FontFile& file : font_files()) {
      const auto path = folder_ / (std::string(file.part) + "-" + std::string(file.style) + ".ttf");
      std::ofstream(path, std::ios::binary) << file.bytes;
      FcConfigAppFontAddFile(config_, reinterpret_cast<const FcChar8*>(path.c_str()));
    }
    map_ = pango_cairo_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_), config_);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map_), 96);
  }
  ~OtherTypesetter() {
    g_object_unref(map_);
    FcConfigDestroy(config_);
    std::filesystem::remove_all(folder_);
  }

  double width(const std::string& text, const TextStyle& style) {
    PangoContext* context = pango_font_map_create_context(map_);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    PangoLayout* layout = pango_layout_new(context);
    const char* name = style.italic                       ? "Inter Italic"
                       : style.weight == Weight::bold     ? "Inter Bold"
                       : style.weight == Weight::semibold ? "Inter Semi-Bold"
                                                          : "Inter";
    PangoFontDescription* font = pango_font_description_from_string(name);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    PangoRectangle extents;
    pango_layout_get_extents(layout, nullptr, &extents);
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_font_options_destroy(options);
    g_object_unref(context);
    return static_cast<double>(extents.width) / PANGO_SCALE;
  }

 private:
  std::filesystem::path folder_;
  FcConfig* config_ = nullptr;
  PangoFontMap* map_ = nullptr;
};

TEST(Type, WidthsAreThoseOfAnotherTypesetter) {
  OtherTypesetter other;
  const std::vector<std::string> texts = {"Voit une bague sur Instagram", "9 412 clients", "« Je veux qu’elle l’aime »", "AVANT Tôt, œuvre : 12,4 %",
                                          "Ősszehasonlítás – Žluťoučký"};
  for (const TextStyle& style : {TextStyle{13.5, Weight::regular, false, {}, 0},
                                 {13.5, Weight::semibold, false, {}, 0},
                                 {30, Weight::bold, false, {}, 0},
                                 {11.5, Weight::regular, true, {}, 0}})
    for (const std::string& text : texts) EXPECT_NEAR(text_width(text, style), other.width(text, style), 0.12) << text << " in " << style.size;
}

TEST(Type, FiguresAreTabular) {
  for (const Weight weight : {Weight::regular, Weight::semibold, Weight::bold}) {
    const TextStyle style{20, weight, false, {}, 0};
    EXPECT_DOUBLE_EQ(text_width("1", style), text_width("8", style));
    EXPECT_DOUBLE_EQ(text_width("1111", style), text_width("4090", style));
  }
}

TEST(Type, TheShippedFontHasWhatFrenchNeeds) {
  for (const std::string character : {"’", "«", "»", "–", "…", "€", "−", "œ", "Œ", "é", "Ç", "ÿ", "\u202f", "\u00a0", "·", "“", "”", "≥"}) {
    const bool present = shape_text(character, {})->front().face >= 0;
    EXPECT_EQ(present, character != "≥") << character;  // ≥ is not in the shipped parts: it comes from another font
  }
}

std::string joined(const BrokenText& broken) {
  std::string out;
  for (const auto& line : broken.lines) out += (out.empty() ? "" : " ") + line.text;
  return out;
}

TEST(BreakText, KeepsEveryWordAndEveryLineFits) {
  const TextStyle style = styled(kBody, Weight::regular, {});
  const std::string text = "Compare trois bijoutiers, demande à ses amis, revient le soir même et hésite encore";
  for (const double width : {90.0, 120.0, 200.0, 1000.0}) {
    const BrokenText broken = break_text(text, style, width);
    EXPECT_EQ(joined(broken), text);
    EXPECT_FALSE(broken.cut);
    for (const auto& line : broken.lines) EXPECT_LE(line.width, width + 1e-6) << line.text;
  }
}

TEST(BreakText, AWordWiderThanTheLineIsBrokenWithAHyphen) {
  const BrokenText broken = break_text("Donaudampfschifffahrtsgesellschaft", styled(kBody, Weight::semibold, {}), 100);
  ASSERT_GT(broken.lines.size(), 1u);
  EXPECT_EQ(broken.lines.front().text.back(), '-');
  for (const auto& line : broken.lines) EXPECT_LE(line.width, 100.01);
}

TEST(BreakText, AShortPrefixStaysWithItsWord) {
  for (double width = 40; width < 160; width += 2)
    for (const auto& line : break_text("par SMS ou e-mail", styled(kBody, Weight::regular, {}), width).lines)
      EXPECT_FALSE(line.text.ends_with("e-")) << width;
}

TEST(BreakText, ARangeStaysWhole) {
  for (double width = 60; width < 260; width += 2)
    for (const auto& line : break_text("expected 45%, measured 46% [44–48]: confirmed", styled(kSmall, Weight::regular, {}), width).lines)
      EXPECT_FALSE(line.text.ends_with("–")) << width;
}

TEST(BreakText, EndsWithAnEllipsisOnlyBeyondTheMostLines) {
  const TextStyle style = styled(kBody, Weight::regular, {});
  const BrokenText broken = break_text("un deux trois quatre cinq six sept huit neuf dix onze douze", style, 80, 2);
  EXPECT_EQ(broken.lines.size(), 2u);
  EXPECT_TRUE(broken.cut);
  EXPECT_TRUE(broken.lines.back().text.ends_with("…"));
  EXPECT_FALSE(break_text("un deux", style, 80, 2).cut);
  const Node node = text_block("un deux trois quatre cinq six sept huit neuf dix onze douze", 0, 0, 80, style, 2);
  EXPECT_EQ(node.title, "un deux trois quatre cinq six sept huit neuf dix onze douze");
}

TEST(BreakText, NeverBeforeAFrenchQuestionMarkNorInsideANumber) {
  const std::string text = typeset("Superbe, mais à quel prix ?", Lang::fr);
  for (double width = 60; width < 200; width += 3)
    for (const auto& line : break_text(text, styled(kBody, Weight::regular, {}), width).lines) EXPECT_NE(line.text, "?") << width;
}

TEST(Typeset, DropsWhatCannotBeDrawnAndMendsTheSmallThings) {
  EXPECT_EQ(typeset("l'an\tneuf\n ", Lang::en), "l’an neuf");
  EXPECT_EQ(typeset("Quoi ? « Oui »", Lang::fr), "Quoi\u202f? «\u202fOui\u202f»");
  EXPECT_EQ(typeset("48 h", Lang::fr), "48\u00a0h");
  EXPECT_EQ(typeset(std::string("a\0b\x01"
                                "c\x7f",
                                6),
                    Lang::en),
            "abc");
  EXPECT_EQ(typeset("a\xff\xc3z", Lang::en), "az");
  EXPECT_EQ(typeset("a\u202eb\u200bc", Lang::en), "abc");
  EXPECT_EQ(typeset("prix 😀 日本", Lang::fr), "prix 😀 日本");
}

TEST(Type, AWordAloneOnTheLastLineGetsCompanyAndTheFirstLineStaysLong) {
  const TextStyle style{11.5, Weight::regular, false, {}, 0};
  const double width = 234;
  for (const std::string text : {"Dreads: Hidden prices · Sizes he cannot make sense", "Je ne sais pas encore quand je pourrai passer la prendre"}) {
    const BrokenText broken = break_text(text, style, width);
    ASSERT_EQ(broken.lines.size(), 2u) << text;
    EXPECT_GE(broken.lines.back().width, 0.3 * width) << text;
    EXPECT_GE(broken.lines.front().width, 0.6 * width) << text;
  }
}

}  // namespace
}  // namespace parcours
