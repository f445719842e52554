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
