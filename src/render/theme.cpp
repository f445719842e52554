#include "render/theme.h"

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
  p.on_deep = hex(0xffffff);
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
  p.on_deep = hex(0x14171f);
  return p;
}

}  // namespace

const Palette& palette(Theme theme) {
  static const Palette kLight = light(), kDark = dark();
  return theme == Theme::dark ? kDark : kLight;
}

}  // namespace parcours
