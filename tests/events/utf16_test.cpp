// UTF-16 with and without a byte-order mark, in CSV, TSV and NDJSON.
#include <gtest/gtest.h>

#include "events/read_events.h"

namespace parcours::testing {
namespace {

// Of characters below U+10000.
std::string in_utf16(const std::u16string& text, bool big_endian, bool mark) {
  std::string out;
  for (const char16_t c : (mark ? u"\xFEFF" : u"") + text) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

TEST(Utf16, IsFoundByItsMarkOrItsZeros) {
  const std::u16string csv = u"client;date;évènement\r\nRenée;21/11/2026 14h05;achat\r\nœil;22/11/2026 14h05;retour\r\n";
  const std::u16string tsv = u"client\tdate\tevent\nRenée\t2026-11-21 14:05\tachat\n";
  const std::u16string ndjson = u"{\"client\":\"Renée\",\"date\":\"2026-11-21 14:05\",\"event\":\"achat\"}\n";
  for (const bool big_endian : {false, true})
    for (const bool mark : {false, true})
      for (const auto& text : {csv, tsv, ndjson}) {
        const ReadFile file = read_text(in_utf16(text, big_endian, mark), in_paris());
        ASSERT_FALSE(file.failure) << why(file);
        EXPECT_EQ(file.plan.encoding, big_endian ? Encoding::utf16be : Encoding::utf16le);
        EXPECT_EQ(file.at(0).customer, "Renée");
        EXPECT_EQ(file.at(0).event, "achat");
        EXPECT_EQ(file.at(0).time, utc(2026, 11, 21, 13, 5));
      }
}

TEST(Utf16, ZerosHereAndThereAreNotUtf16) {
  using namespace std::string_literals;
  std::string text = "client,date,event\na\0,2026-11-21,x\n"s;
  for (int i = 0; i < 20; ++i) text += "b,2026-11-22,x\n";
  const ReadFile file = read_text(text);
  ASSERT_FALSE(file.failure) << why(file);
  EXPECT_EQ(file.events.size(), 20u);
  EXPECT_EQ(file.rejects.size(), 1u);
}

}  // namespace
}  // namespace parcours::testing
