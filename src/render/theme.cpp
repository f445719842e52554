#include "render/theme.h"

#include <utility>

#include "render/contrast.h"

namespace parcours {
namespace {

constexpr Colour hex(std::uint32_t rgb, double alpha = 1) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb), alpha};
}

constexpr Tone tone(std::uint32_t tint, std::uint32_t deep) { return {hex(tint), hex(deep)}; }

Colour between(Colour a, Colour b, double at) {
  const auto mix = [at](int x, int y) { return static_cast<std::uint8_t>(x + (y - x) * at); };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 1};
}

Palette light() {
  Palette p;
  p.paper = hex(0xfdfcf9), p.card = hex(0xffffff), p.ink = hex(0x191e2d), p.ink_soft = hex(0x5b6377), p.ink_faint = hex(0x9a9fae);
  p.line = hex(0xe2dfd7), p.line_soft = hex(0xebe8e1), p.shadow = hex(0x3a3428, 0.09);
  p.loss = tone(0xfde6de, 0xab2e0e), p.loss_mark = hex(0xe4572e);
  p.quiet = tone(0xf2efe8, 0x605a4d), p.quiet_mark = hex(0xa9a496);
  p.good = tone(0xe1f3ec, 0x0b6b57), p.measured = hex(0x1f5fa8);
  p.stages = {tone(0xe1f3ed, 0x0c6f5d), tone(0xe2edfb, 0x1d5ba6), tone(0xece6fb, 0x6438b3), tone(0xfbf0d8, 0x8a5800),
              tone(0xf9e5f1, 0x9a2a72), tone(0xdff1f6, 0x0b667f), tone(0xeef2d9, 0x566312), tone(0xe6e8fb, 0x3d47b0),
              tone(0xf7e9dc, 0x854a1c), tone(0xe3f2e0, 0x2c6a2f), tone(0xf3e4f7, 0x81348f), tone(0xe6eaef, 0x42546b)};
  for (std::size_t i = 0; i < p.stages.size(); ++i) p.river[i] = p.stages[i].deep;
  p.people = {p.stages[2], p.stages[3], p.stages[0], p.stages[4], p.stages[11], p.stages[1]};
  p.on_deep = p.on_river = hex(0xffffff), p.title = p.ink;
  return p;
}

Palette dark() {
  Palette p;
  p.paper = hex(0x14171f), p.card = hex(0x1e222d), p.ink = hex(0xf3f0e9), p.ink_soft = hex(0xaab0c0), p.ink_faint = hex(0x6f7688);
  p.line = hex(0x363c4a), p.line_soft = hex(0x2a2f3b), p.shadow = hex(0x000000, 0.35);
  p.loss = tone(0x47231a, 0xffa78c), p.loss_mark = hex(0xf26b43);
  p.quiet = tone(0x2a2c33, 0xb9b5aa), p.quiet_mark = hex(0x7d7a72);
  p.good = tone(0x143a33, 0x6fd8bd), p.measured = hex(0x7db4f5);
  p.stages = {tone(0x143a33, 0x6fd8bd), tone(0x1a2f4d, 0x8bbcf7), tone(0x2e2550, 0xbda4f8), tone(0x40300f, 0xecbb5c),
              tone(0x451f38, 0xf19fd0), tone(0x12363f, 0x72cbe2), tone(0x303714, 0xc3d16b), tone(0x252b55, 0xa6aefa),
              tone(0x41291a, 0xe8ad7f), tone(0x1d3a1f, 0x8ed18f), tone(0x3b2142, 0xdba0e6), tone(0x29313c, 0xb0c2d8)};
  for (std::size_t i = 0; i < p.stages.size(); ++i) p.river[i] = between(p.stages[i].deep, p.stages[i].tint, 0.3);
  p.people = {p.stages[2], p.stages[3], p.stages[0], tone(0x451f38, 0xff80b5), p.stages[11], p.stages[1]};
  p.on_deep = p.on_river = hex(0x14171f), p.title = p.ink;
  return p;
}

// Black on white, grounds bare, every edge drawn; all texts at 7 : 1 or more.
Palette high_contrast() {
  Palette p = light();
  const Colour white = hex(0xffffff);
  p.paper = p.card = p.on_deep = p.on_river = white;
  p.ink = p.title = hex(0x000000), p.ink_soft = hex(0x2b2f38), p.ink_faint = hex(0x5f6470);
  p.line = hex(0x3c404a), p.line_soft = hex(0x70757f), p.shadow = hex(0x000000, 0);
  p.loss = {white, hex(0x8c1d00), true}, p.loss_mark = hex(0xb52a00);
  p.quiet = {white, hex(0x45413a), true}, p.quiet_mark = hex(0x6b675e);
  p.good = {white, hex(0x00503f), true}, p.measured = hex(0x00408a);
  for (std::size_t i = 0; i < p.stages.size(); ++i) {
    p.stages[i] = {white, readable(p.stages[i].deep, {white}, kHighContrast), true};
    p.river[i] = p.stages[i].deep;
  }
  for (Tone& own : p.people) own = {white, readable(own.deep, {white}, kHighContrast), true};
  return p;
}

// For paper: a white ground, no large inked areas, and marks that stay apart as greys.
Palette print() {
  Palette p = light();
  const Colour white = hex(0xffffff);
  p.paper = p.card = p.on_deep = white, p.shadow = hex(0x000000, 0);
  p.ink = p.title = hex(0x111111), p.ink_soft = hex(0x4a4a4a), p.ink_faint = hex(0x8a8a8a);
  p.line = hex(0xb4b4b4), p.line_soft = hex(0xd6d6d6);
  p.loss = {white, hex(0x8f2206), true}, p.loss_mark = hex(0x8c2506);
  p.quiet = {white, hex(0x555048), true}, p.quiet_mark = hex(0x8b877d);
  p.good = {white, p.good.deep, true}, p.measured = hex(0x2a6cb8);
  for (std::size_t i = 0; i < p.stages.size(); ++i) {
    p.river[i] = between(p.stages[i].tint, p.stages[i].deep, 0.1);
    p.stages[i] = {white, p.stages[i].deep, true};
  }
  for (Tone& own : p.people) own = {white, own.deep, true};
  p.on_river = p.ink;
  return p;
}

}  // namespace

const Palette& palette(Theme theme) {
  static const Palette kLight = light(), kDark = dark(), kContrast = high_contrast(), kPrint = print();
  switch (theme) {
    case Theme::dark: return kDark;
    case Theme::contrast: return kContrast;
    case Theme::print: return kPrint;
    case Theme::light: break;
  }
  return kLight;
}

std::optional<Theme> theme_of(std::string_view code) {
  constexpr std::pair<std::string_view, Theme> kCodes[] = {
      {"light", Theme::light}, {"dark", Theme::dark}, {"contrast", Theme::contrast}, {"print", Theme::print}};
  for (const auto& [name, theme] : kCodes)
    if (name == code) return theme;
  return std::nullopt;
}

}  // namespace parcours
