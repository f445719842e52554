#include "base/letters.h"

#include <gtest/gtest.h>

namespace parcours {
namespace {

TEST(Letters, CharactersAreCountedNotBytes) {
  EXPECT_EQ(characters_in(""), 0u);
  EXPECT_EQ(characters_in("été"), 3u);
  EXPECT_EQ(characters_in("5\u202f% → 営業"), 8u);
  EXPECT_EQ(padded("été", 5), "été  ");
  EXPECT_EQ(padded("été", 2), "été");
}

TEST(Letters, NothingMovesTheTerminal) {
  EXPECT_EQ(on_a_line("\x1b[31mred\a"), "\\x1b[31mred\\x07");
  EXPECT_EQ(on_a_line("two\nlines\tand a tab"), "two\\nlines and a tab");
  EXPECT_EQ(on_a_line("turned \u202Edeb\u2066 \u2028"), "turned \\u202edeb\\u2066 \\u2028");
  EXPECT_EQ(on_a_line("\u009B2J"), "\\x9b2J");
  EXPECT_EQ(on_a_line(std::string_view("A\0B\x7f", 4)), "A\\x00B\\x7f");
  EXPECT_EQ(on_a_line("été – 5\u202f% → 営業 « a » …"), "été – 5\u202f% → 営業 « a » …");  // what is written stays
  EXPECT_EQ(on_a_line("cut \xE2\x80"), "cut \xE2\x80");
}

// Every letter of Latin-1 that has both forms, and the two signs among them that have none.
TEST(Letters, SmallAndCapital) {
  EXPECT_EQ(lower_case("ÀÉÇŒ × ÷ ABC 3 é"), "àéçŒ × ÷ abc 3 é");
  EXPECT_EQ(upper_case("après l’été × ÷ à 3 h"), "APRÈS L’ÉTÉ × ÷ À 3 H");
  for (unsigned char byte = 0x80; byte <= 0x9E; ++byte) {
    const std::string capital{'\xC3', static_cast<char>(byte)}, small{'\xC3', static_cast<char>(byte + 0x20)};
    if (byte == 0x97) {
      EXPECT_EQ(lower_case(capital), capital);
      EXPECT_EQ(upper_case(small), small);
    } else {
      EXPECT_EQ(lower_case(capital), small);
      EXPECT_EQ(upper_case(small), capital);
    }
  }
}

TEST(Letters, ASentenceBeginsWithACapital) {
  EXPECT_EQ(with_capital("étape sans date"), "Étape sans date");
  EXPECT_EQ(with_capital("the stage"), "The stage");
  EXPECT_EQ(with_capital("« a »"), "« a »");
  EXPECT_EQ(with_capital("3 étapes"), "3 étapes");
  EXPECT_EQ(with_capital(""), "");
}

}  // namespace
}  // namespace parcours
