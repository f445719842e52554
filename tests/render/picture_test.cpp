// Pictures of the workspace: read, made small and bare, and drawn in every format; hostile ones refused.
#include "render/picture.h"

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gtest/gtest.h>

#include "render/boxes.h"
#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

// A picture in two colours, left and right, by gdk-pixbuf alone; with a comment that must not get out.
std::string file_of(int width, int height, const char* type) {
  GdkPixbuf* pixels = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill(pixels, 0xd02010ff);
  GdkPixbuf* half = gdk_pixbuf_new_subpixbuf(pixels, width / 2, 0, width - width / 2, height);
  gdk_pixbuf_fill(half, 0x1040c0ff);
  g_object_unref(half);
  gchar* data = nullptr;
  gsize size = 0;
  const bool png = std::string_view(type) == "png";
  gdk_pixbuf_save_to_buffer(pixels, &data, &size, type, nullptr, png ? "tEXt::Comment" : "quality", png ? "at home" : "90", nullptr);
  std::string out(data, size);
  g_free(data);
  g_object_unref(pixels);
  return out;
}

std::uint32_t pixel(cairo_surface_t* surface, int x, int y) {
  cairo_surface_flush(surface);
  const unsigned char* row = cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
  return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xffffff;
}

TEST(Picture, IsMadeSmallAndLosesAllButItsPixels) {
  const std::string file = file_of(2000, 1000, "png");
  ASSERT_NE(file.find("at home"), std::string::npos);
  const auto picture = read_picture(file);
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->width, kPictureSide);
  EXPECT_EQ(picture->height, kPictureSide / 2);
  EXPECT_EQ(picture->type, "image/png");
  EXPECT_EQ(picture->bytes.find("at home"), std::string::npos);
  EXPECT_EQ(picture->bytes, read_picture(file)->bytes);
  cairo_surface_t* surface = surface_of(*picture);
  EXPECT_EQ(pixel(surface, 10, 10), 0xd02010u);
  EXPECT_EQ(pixel(surface, kPictureSide - 10, 10), 0x1040c0u);
  cairo_surface_destroy(surface);
}

std::string square(const std::string& inside) { return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">" + inside + "</svg>"; }

TEST(Picture, KnowsItsOwnGround) {
  using Ground = std::optional<std::array<std::uint8_t, 3>>;
  EXPECT_EQ(read_picture(square("<rect width=\"40\" height=\"20\" fill=\"#fff8e0\"/><circle cx=\"20\" cy=\"10\" r=\"8\"/>"))->ground,
            (Ground{{0xff, 0xf8, 0xe0}}));
  EXPECT_EQ(read_picture(square("<circle cx=\"20\" cy=\"10\" r=\"8\"/>"))->ground, Ground()) << "its corners are clear";
  EXPECT_EQ(read_picture(file_of(40, 20, "png"))->ground, Ground()) << "red at the left, blue at the right";
}

// A logo on white paper of its own would show its edges on the cream of the picture: it stands on a plate of its ground.
TEST(Picture, ALogoWithAGroundOfItsOwnStandsOnAPlateOfIt) {
  MeasuredMap map;
  map.map.title.plain = "A map";
  map.settings.brand.logo = "logo.svg";
  const auto plates = [&](const std::string& inside, Theme theme) {
    DrawOptions options;
    options.theme = theme;
    options.pictures["logo.svg"] = std::make_shared<const Picture>(read_picture(square(inside)).value());
    return find(draw(map, options).root, "logo")->children.size() - 1;
  };
  const std::string clear = "<circle cx=\"20\" cy=\"10\" r=\"8\"/>", white = "<rect width=\"40\" height=\"20\" fill=\"#ffffff\"/>" + clear;
  EXPECT_EQ(plates(white, Theme::light), 1u);
  EXPECT_EQ(plates(clear, Theme::light), 0u);
  EXPECT_EQ(plates(white, Theme::print), 0u) << "white on white";
  EXPECT_EQ(plates(white, Theme::dark), 1u);
  EXPECT_EQ(plates(clear, Theme::dark), 1u);
}

TEST(Picture, APhotoStaysAPhoto) {
  const auto picture = read_picture(file_of(300, 200, "jpeg"));
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->type, "image/jpeg");
  EXPECT_EQ(picture->width, 300);
  cairo_surface_t* surface = surface_of(*picture);
  EXPECT_NEAR(static_cast<int>(pixel(surface, 20, 100) >> 16), 0xd0, 6);
  EXPECT_NEAR(static_cast<int>(pixel(surface, 280, 100) & 0xff), 0xc0, 6);
  cairo_surface_destroy(surface);
}

TEST(Picture, AnSvgIsDrawnAndFetchesNothing) {
  const auto picture = read_picture(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><script>alert(1)</script><rect width='20' height='10' fill='#00ff00'/>"
      "<image href='file:///etc/hostname' width='20' height='10'/></svg>");
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->type, "image/png");
  cairo_surface_t* surface = surface_of(*picture);
  EXPECT_EQ(pixel(surface, 480, 240), 0x00ff00u);
  cairo_surface_destroy(surface);
}

TEST(Picture, WhatIsNoWholePictureIsRefusedWithAReason) {
  for (const char* type : {"png", "jpeg"}) {
    const std::string file = file_of(90, 60, type);
    for (std::size_t length = 0; length + 12 < file.size(); length += 7) EXPECT_FALSE(read_picture(file.substr(0, length)).ok()) << type << length;
  }
  EXPECT_FALSE(read_picture("GIF89a and so on").ok());
  EXPECT_FALSE(read_picture("<svg").ok());
  EXPECT_FALSE(read_picture("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='9999999'/>").ok());
  std::string huge = file_of(8, 8, "png");
  huge.replace(16, 8, std::string("\0\1\0\0\0\1\0\0", 8));  // 65 536 pixels a side
  const auto refused = read_picture(huge);
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(render(refused.failure().what.message, Lang::en).find("65,536"), std::string::npos) << render(refused.failure().what.message, Lang::en);
}

MeasuredMap illustrated(DrawOptions& options) {
  MeasuredMap map = template_map("shop");
  const auto photo = std::make_shared<const Picture>(read_picture(file_of(300, 200, "jpeg")).value());
  const auto tall = std::make_shared<const Picture>(read_picture(file_of(100, 400, "png")).value());
  map.settings.brand.logo = "logo.png", map.personas[0].portrait = "face.jpg";
  auto& touchpoints = map.map.stages[1].touchpoints;
  touchpoints[0].images = {"a.jpg", "gone.png"}, touchpoints[1].images = {"b.png"};
  options.pictures = {{"logo.png", tall}, {"face.jpg", photo}, {"a.jpg", photo}, {"b.png", tall}, {"gone.png", nullptr}};
  return map;
}

TEST(Picture, IsDrawnInEveryFormatAndAMissingOneAsAPlaceholder) {
  DrawOptions options;
  const MeasuredMap map = illustrated(options);
  const Scene scene = draw(map, options);
  const Node* gone = find(scene.root, "image-" + map.map.stages[1].touchpoints[0].id + "-2");
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone->classes, "image missing");
  EXPECT_EQ(words_of(*gone), std::vector<std::string>{"gone.png: no picture"});
  const std::string svg = to_svg(scene);
  EXPECT_NE(svg.find("href=\"data:image/jpeg;base64,"), std::string::npos);
  EXPECT_NE(svg.find("href=\"data:image/png;base64,"), std::string::npos);
  EXPECT_EQ(svg, to_svg(draw(map, options)));
  const auto pdf = to_pdf(scene);
  ASSERT_TRUE(pdf.ok());
  EXPECT_NE(pdf->find("/DCTDecode"), std::string::npos) << "the photo goes into the PDF as it is";
  EXPECT_EQ(*pdf, *to_pdf(draw(map, options)));
  EXPECT_TRUE(to_png(scene, 800).ok());
}

}  // namespace
}  // namespace parcours
