// Pictures to look at: with PARCOURS_GALLERY=<folder>, each kind of map is written there as SVG and PNG.
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <fstream>

#include "render/made_maps.h"
#include "render/render.h"

namespace parcours {
namespace {

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

void show(const std::string& folder, const std::string& name, const MeasuredMap& map, DrawOptions options) {
  const char* only = std::getenv("PARCOURS_GALLERY_ONLY");
  if (only && name.find(only) == std::string::npos) return;
  const auto start = std::clock();
  const Scene scene = draw(map, options);
  const auto drawn = std::clock();
  const std::string svg = to_svg(scene);
  const auto written = std::clock();
  const auto png = to_png(scene, static_cast<int>(scene.width * 1.5));
  const auto painted = std::clock();
  const auto ms = [](auto from, auto to) { return 1000.0 * static_cast<double>(to - from) / CLOCKS_PER_SEC; };
  std::printf("%-28s %5.0f x %5.0f  draw %6.1f ms  svg %6.1f ms (%zu kB)  png %6.0f ms\n", name.c_str(), scene.width, scene.height, ms(start, drawn),
              ms(drawn, written), svg.size() / 1000, ms(written, painted));
  write(folder + "/" + name + ".svg", svg);
  ASSERT_TRUE(png.ok());
  write(folder + "/" + name + ".png", *png);
  write(folder + "/" + name + ".html", to_html(map, options));
  write(folder + "/" + name + ".pdf", to_pdf(scene).value());
}

TEST(Gallery, IsWrittenWhenAskedFor) {
  const char* folder = std::getenv("PARCOURS_GALLERY");
  if (!folder) GTEST_SKIP() << "PARCOURS_GALLERY names no folder";
  const DrawOptions french{Lang::fr, Theme::light, {}, {}, {}}, english{Lang::en, Theme::light, {}, {}, {}};
  const MeasuredMap valentine = template_map("valentine");
  const MeasuredMap measured = measured_by_simulation(valentine, 9400, 3);
  show(folder, "valentine-fr", measured, french);
  show(folder, "valentine-plain-fr", valentine, french);
  show(folder, "valentine-dark-en", measured, {Lang::en, Theme::dark, {}, {}, {}});
  show(folder, "valentine-slide-fr", measured, {Lang::fr, Theme::light, {"touchpoints", "river", "emotion", "frictions"}, {}, {}});
  show(folder, "valentine-stage-fr", measured, {Lang::fr, Theme::light, {}, "conversion", {}});
  show(folder, "valentine-few-fr", measured_by_simulation(valentine, 22, 3), french);
  for (const char* name : {"restaurant", "shop"}) {
    const MeasuredMap map = template_map(name);
    show(folder, std::string(name) + "-en", measured_by_simulation(map, 1200, 7), english);
    show(folder, std::string(name) + "-plain-fr", map, french);
  }
  show(folder, "empty-fr", template_map("empty"), french);
  MeasuredMap other_scripts = valentine;
  other_scripts.map.title.plain = other_scripts.map.title.fr = "Покупка → 日本語 😀 ≥ Žluťoučký Ősz";
  other_scripts.map.stages[0].touchpoints[0].name.fr = "Γράμμα → 日本語 😀 et la suite du texte";
  show(folder, "scripts-fr", other_scripts, french);
  show(folder, "one-stage", made_map({1, 3, false, 1, 500, 4}), english);
  show(folder, "twelve-stages", made_map({12, 60, false, 3, 20000, 5}), french);
  show(folder, "long-words", made_map({4, 14, true, 5, 900, 6}), french);
}

}  // namespace
}  // namespace parcours
