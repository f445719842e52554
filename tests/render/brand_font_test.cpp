// The brand's font: what it covers is set in it, all else in ours; every writer follows. The brand here is our own italic, given as an
// upright font: its widths are known from elsewhere, and it lacks Cyrillic.
#include "render/brand_font.h"

#include <gtest/gtest.h>

#include "render/font_files.h"
#include "render/made_maps.h"
#include "render/render.h"
#include "render/theme.h"
#include "render/type.h"

namespace parcours {
namespace {

std::string shipped(std::string_view style) {
  for (const FontFile& file : font_files())
    if (file.part == "latin" && file.style == style) return std::string(file.bytes);
  return {};
}

BrandFontPtr brand(std::array<std::string, 4> files = {shipped("400-italic"), "", "", ""}) {
  auto font = read_brand_font(files);
  EXPECT_TRUE(font.ok());
  return font.ok() ? *font : nullptr;
}

std::string refused(std::string bytes) {
  const auto font = read_brand_font({std::move(bytes), "", "", ""});
  return font.ok() ? "taken" : render(font.failure().what.message, Lang::en);
}

const TextStyle kPlain = styled(kBody, Weight::regular, {}), kSlanted = slanted(kBody, {}), kStrong = styled(kBody, Weight::bold, {});

TEST(BrandFont, SetsWhatItCovers) {
  const std::string text = "Met la bague au panier";
  const double ours = text_width(text, kPlain), italic = text_width(text, kSlanted);
  ASSERT_NE(ours, italic);
  {
    const UseFont use(brand());
    EXPECT_DOUBLE_EQ(text_width(text, kPlain), italic);
    EXPECT_DOUBLE_EQ(text_width(text, kStrong), italic) << "without a bold file, the regular one";
  }
  EXPECT_DOUBLE_EQ(text_width(text, kPlain), ours) << "after it, ours again";
}

TEST(BrandFont, WhatItLacksIsSetInOurs) {
  const double ours = text_width("Ж", kPlain);
  const UseFont use(brand());
  const Shaped mixed = shape_text("aЖ", kPlain);
  ASSERT_EQ(mixed->size(), 2u);
  EXPECT_GE(mixed->front().face, kFirstBrandFace);
  EXPECT_LT(mixed->back().face, kFirstBrandFace);
  EXPECT_DOUBLE_EQ(text_width("Ж", kPlain), ours);
}

TEST(BrandFont, EachStyleHasItsFileOrTheNearest) {
  const std::string text = "Livraison";
  const double bold = text_width(text, kStrong), regular = text_width(text, kPlain);
  const UseFont use(brand({shipped("400-normal"), "", shipped("700-normal"), ""}));
  EXPECT_DOUBLE_EQ(text_width(text, kPlain), regular);
  EXPECT_DOUBLE_EQ(text_width(text, kStrong), bold);
  EXPECT_DOUBLE_EQ(text_width(text, styled(kBody, Weight::semibold, {})), bold);
  EXPECT_DOUBLE_EQ(text_width(text, kSlanted), regular);
}

TEST(BrandFont, PicturesAreWrittenInTheFontTheyWereDrawnIn) {
  const MeasuredMap map = template_map("valentine");
  const Scene ours = draw(map, {});
  Scene scene;
  {
    const UseFont use(brand());
    scene = draw(map, {});
  }
  const std::string svg = to_svg(scene);
  EXPECT_NE(svg.find("font-family=\"'" + scene.font->family), std::string::npos);
  EXPECT_NE(svg.find("@font-face{font-family:'" + scene.font->family + "';font-weight:400"), std::string::npos);
  EXPECT_EQ(svg.find("font-weight:700;font-style:normal;unicode-range:U+20"), std::string::npos) << "nothing Latin is left to our bold";
  EXPECT_EQ(svg, to_svg(scene));
  EXPECT_EQ(to_svg(ours).find("font-synthesis"), std::string::npos);
  const auto png = to_png(scene, 700), other = to_png(ours, 700), pdf = to_pdf(scene);
  ASSERT_TRUE(png.ok() && other.ok() && pdf.ok());
  EXPECT_NE(*png, *other);
  EXPECT_EQ(*png, *to_png(scene, 700));
}

TEST(BrandFont, TheSameFilesAreOpenedOnce) { EXPECT_EQ(*brand(), *brand()); }

TEST(BrandFont, WhatCannotBeUsedIsSaid) {
  EXPECT_EQ(refused(""), "this is not a TrueType or OpenType font (.ttf, .otf)");
  EXPECT_EQ(refused("GIF89a, and more"), "this is not a TrueType or OpenType font (.ttf, .otf)");
  EXPECT_EQ(refused("wOF2 and the rest"), "this is a web font: give the same as .ttf or .otf");
  const std::string good = shipped("400-normal");
  for (const std::size_t length : {4ul, 12ul, 100ul, 1000ul}) EXPECT_NE(refused(good.substr(0, length)), "taken") << length;
  // The bit of the table OS/2 that forbids embedding: 8 bytes into it.
  std::string bound = good;
  const std::size_t entry = bound.find("OS/2");
  ASSERT_LT(entry, 400u);
  std::size_t at = 0;
  for (std::size_t i = 8; i < 12; ++i) at = at << 8 | static_cast<unsigned char>(bound[entry + i]);
  bound[at + 8] = 0, bound[at + 9] = 2;
  EXPECT_EQ(refused(bound), "the licence of this font forbids embedding it in a document");
}

TEST(BrandFont, AFileIsToldFromAFamily) {
  for (const char* file : {"Maison.ttf", "fonts/Maison-Regular.OTF", "maison.woff2", "a/b"}) EXPECT_TRUE(is_font_file(file)) << file;
  for (const char* family : {"Georgia", "Noto Sans", "", "ttf"}) EXPECT_FALSE(is_font_file(family)) << family;
}

}  // namespace
}  // namespace parcours
