// Files made to break a reader: each gets a message, within 5 seconds, and no crash.
#include <ctime>

#include <gtest/gtest.h>

#include "map/map_file.h"

namespace parcours {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kMostSeconds = 60;  // the sanitizers' own time
#else
constexpr double kMostSeconds = 5;
#endif

std::string times(std::size_t n, std::string_view piece) {
  std::string out;
  out.reserve(n * piece.size());
  for (std::size_t i = 0; i < n; ++i) out += piece;
  return out;
}

void expect_refused(const std::string& text, std::string_view code) {
  const std::clock_t start = std::clock();  // of this program alone: the machine may be busy
  const MapFile file = parse_map("maps/hostile.yaml", text);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(seconds, kMostSeconds) << text.substr(0, 40);
  EXPECT_FALSE(file.usable()) << text.substr(0, 40);
  EXPECT_LE(file.diagnostics.size(), 402u);
  bool found = false;
  for (const auto& d : file.diagnostics) found = found || d.code == code;
  EXPECT_TRUE(found) << text.substr(0, 40) << " should say " << code << ", says "
                     << (file.diagnostics.empty() ? "nothing" : file.diagnostics.front().code);
}

constexpr std::size_t kMuch = 3'500'000;

TEST(HostileTest, BillionLaughs) {
  std::string text = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (char c = 'b'; c <= 'z'; ++c)
    text += std::string(1, c) + ": &" + c + " [" + times(9, std::string("*") + static_cast<char>(c - 1) + ", ") + "]\n";
  expect_refused(text, "yaml-anchor");
  expect_refused("a: [" + times(kMuch / 3, "*a,") + "]", "yaml-anchor");
}

TEST(HostileTest, Deep) {
  expect_refused(times(kMuch, "["), "too-deep");
  expect_refused(times(kMuch / 2, "- "), "too-deep");
  expect_refused(times(kMuch / 4, "{a: "), "too-deep");
  std::string stairs;
  for (std::size_t i = 0; i < 2000; ++i) stairs += times(i, " ") + "a:\n";
  expect_refused(stairs, "too-deep");
}

TEST(HostileTest, Large) {
  expect_refused(times(100'000'000, "x"), "too-large");
  expect_refused("a: [" + times(kMuch / 2, "x,") + "]", "too-many-elements");
  expect_refused("a: |\n" + times(kMuch, "\n"), "too-many-blank-lines");
  expect_refused("parcours: 1\ntitle: x\n" + times(100'000, "bad: 1\n"), "duplicate-key");
  expect_refused("a: \"" + times(kMuch, "x"), "yaml-syntax");
}

TEST(HostileTest, ManyProblemsAreCounted) {
  std::string text = "parcours: 1\ntitle: x\nactions:\n";
  for (int i = 0; i < 20'000; ++i) text += "- {id: a" + std::to_string(i) + ", text: x, efort: 9}\n";
  const MapFile file = parse_map("maps/hostile.yaml", text);
  ASSERT_EQ(file.diagnostics.size(), 201u);
  EXPECT_EQ(render(file.diagnostics.back(), text, Lang::en), "maps/hostile.yaml: error[too-many-problems]: and 19,800 more problems\n");
}

TEST(HostileTest, Bytes) {
  expect_refused("title: caf\xE9\n", "not-utf8");
  expect_refused("title: \xC0\x80\n", "not-utf8");
  expect_refused("title: \xED\xA0\x80\n", "not-utf8");
  expect_refused(std::string("title: a\0b\n", 11), "control-character");
  expect_refused("title: a\x1b[31m\n", "control-character");
  expect_refused("title: a\rtitle: b\r", "control-character");
  expect_refused("\xFF\xFEt\0i\0", "not-utf8");
}

TEST(HostileTest, AByteOrderMarkDoesNoHarm) {
  const MapFile file = parse_map("maps/bom.yaml", "\xEF\xBB\xBFparcours: 1\ntitle: Été\nstages: [{id: a}]\n");
  EXPECT_EQ(file.value.title.plain, "Été");
  const Place place = file.source.place("title");
  EXPECT_EQ(file.source.text().substr(place.begin, place.end - place.begin), "Été");
}

TEST(HostileTest, WindowsLineEnds) {
  const MapFile file = parse_map("maps/crlf.yaml", "parcours: 1\r\ntitle: |\r\n  Un\r\n  deux\r\nlanguage: fr\r\n");
  EXPECT_TRUE(file.diagnostics.empty());
  EXPECT_EQ(file.value.title.plain, "Un\ndeux\n");
  EXPECT_EQ(file.value.language, Lang::fr);
}

}  // namespace
}  // namespace parcours
