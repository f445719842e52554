#include <random>

#include <gtest/gtest.h>

#include "map/edits.h"
#include "map/format.h"
#include "map/yaml_json.h"
#include "sample_files.h"

namespace parcours {
namespace {

std::string formatted(const std::string& text) {
  const auto result = format_yaml("a.yaml", text);
  return result.ok() ? result.value() : "refused: " + render(result.failure().what, "", Lang::en);
}

// Found by the fuzzer: blank lines above an empty key took two passes.
TEST(FormatTest, AnEmptyKeyIsLaidOutInOneGo) {
  const auto once = format_yaml("a", "\n \n:   1");
  ASSERT_TRUE(once.ok());
  EXPECT_EQ(*once, ": 1\n");
  EXPECT_EQ(*format_yaml("a", *once), *once);
}

TEST(FormatTest, IndentsByTwo) {
  EXPECT_EQ(formatted("a:\n- b:\n     c: 1\n     d:\n     - x\n-   e: 2\n    f: 3\n"),
            "a:\n  - b:\n      c: 1\n      d:\n        - x\n  - e: 2\n    f: 3\n");
}

TEST(FormatTest, TidiesSpacesQuotesAndBlankLines) {
  EXPECT_EQ(formatted("\n\na:    'x'   # why  \n\n\n\nb: \"y: z\"  \nc: {a: 1,  b:  2,c: [ x,'y' ]}\nd: 'yes'\n\n\n"),
            "a: x   # why\n\nb: \"y: z\"\nc: {a: 1, b: 2, c: [x, y]}\nd: 'yes'\n");
}

TEST(FormatTest, CommentsGoWithTheirElements) {
  EXPECT_EQ(formatted("l:\n# of x\n- x\n   # behind\n# of y\n- y\n# end\n"), "l:\n  # of x\n  - x\n  # behind\n  # of y\n  - y\n# end\n");
}

TEST(FormatTest, MovesTextsWhole) {
  EXPECT_EQ(formatted("a:\n    b: |\n          one\n            two\n\n          three\n    c: \"x\n      y\"\n"),
            "a:\n  b: |\n    one\n      two\n\n    three\n  c: \"x\n    y\"\n");
}

TEST(FormatTest, ABrokenFileIsRefused) { EXPECT_EQ(formatted("a: [1\n").substr(0, 8), "refused:"); }

// The last comment of each line, found without the reader (and a few texts that look like one).
std::vector<std::string> comments(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    const auto hash = line.rfind("# ");
    if (hash == std::string::npos) continue;
    std::string comment = line.substr(hash);
    comment.erase(comment.find_last_not_of(" \t\r") + 1);
    out.push_back(comment);
  }
  return out;
}

class FormatSamples : public testing::TestWithParam<std::string> {};

void expect_sound(const std::string& text) {
  const auto once = format_yaml("a.yaml", text);
  ASSERT_TRUE(once.ok()) << text;
  EXPECT_EQ(formatted(once.value()), once.value()) << "not idempotent:\n" << text;
  EXPECT_EQ(to_json(read_yaml("a", once.value()).tree), to_json(read_yaml("a", text).tree)) << text;
  EXPECT_EQ(comments(once.value()), comments(text));
}

TEST_P(FormatSamples, KeepMeaningAndComments) { expect_sound(sample(GetParam())); }

// Random edits and random spaces make texts that no one would write.
TEST_P(FormatSamples, HoldOnDisturbedFiles) {
  std::mt19937 random(3);
  int tried = 0;
  for (int round = 0; round < 150; ++round) {
    std::string text = sample(GetParam());
    for (int change = 0; change < 6; ++change) {
      std::string other = text;
      const auto at = other.find_first_of(": -\n", random() % other.size());
      if (at == std::string::npos) continue;
      switch (random() % 4) {
        case 0: other.insert(at + 1, std::string(1 + random() % 4, ' ')); break;
        case 1: other.insert(at, "\n\n\n"); break;
        case 2: other.insert(at, " # odd"); break;
        default:
          if (other[at] == ' ') other.erase(at, 1);
      }
      if (read_yaml("a", other).diagnostics.empty()) text = other;
    }
    ++tried;
    expect_sound(text);
    if (HasFailure()) return;
  }
  EXPECT_EQ(tried, 150);
}

INSTANTIATE_TEST_SUITE_P(Samples, FormatSamples, testing::Values("ring.yaml", "odd.yaml"),
                         [](const auto& info) { return info.param.substr(0, info.param.find('.')); });

TEST(FormatTest, TheSampleMapIsNearlyCanonical) {
  // Quotes that need not be there go; nothing else changes.
  std::string expected = sample("ring.yaml");
  const auto unquote = [&](const std::string& from, const std::string& to) { expected.replace(expected.find(from), from.size(), to); };
  unquote("\"valentin*\"", "valentin*");
  unquote("\"err_*\", \"fail_*\"", "err_*, fail_*");
  unquote("\"test_*\"", "test_*");
  unquote("\"Peu de ventes\"", "Peu de ventes");
  unquote("\"On ne peut pas savoir\"", "On ne peut pas savoir");
  unquote("\"Superbe, mais à quel prix ?\"", "Superbe, mais à quel prix ?");
  EXPECT_EQ(formatted(sample("ring.yaml")), expected);
}

}  // namespace
}  // namespace parcours
