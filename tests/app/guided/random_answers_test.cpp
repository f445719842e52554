// Whatever is typed, the map can be read: 300 seeded runs with hostile answers, going back, and stopping anywhere.
#include <gtest/gtest.h>

#include <array>

#include "app/guided/interview.h"
#include "base/random.h"
#include "map/format.h"
#include "map/map_file.h"

namespace parcours {
namespace {

const std::array<std::string, 40> kTyped = {"",
                                            "",
                                            "",
                                            "-",
                                            "all",
                                            "1",
                                            "2",
                                            "3 1",
                                            "1; 2; 3",
                                            "0 0 0",
                                            "-2 1 -1 0 2",
                                            "2 -2 1 0",
                                            "Reads: an article (blog); pays # now (site)",
                                            "Reads (blog); Reads (blog); Reads (blog)",
                                            "{a: b} (shop); [x, y (email)",
                                            "2027-01-31",
                                            "3-5",
                                            "0",
                                            "software",
                                            "conversion",
                                            "key: value",
                                            "- item",
                                            "'quoted' \"twice\"",
                                            "\"",
                                            "'",
                                            "# no comment",
                                            "null",
                                            "~",
                                            "true; false; 12; 1e3",
                                            "&anchor *alias !tag",
                                            "{fr: bonjour, en: hello}",
                                            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                                            "../../etc/passwd",
                                            "<script>alert(1)</script> & {{n}} {offer}",
                                            "王さん; مرحبا; Ünïcödé 🎉",
                                            "\u2028\u0085\u00a0",
                                            "%YAML 1.2 --- ...",
                                            "back\\slash \\n \\x00",
                                            "=cmd|' /C calc'!A0",
                                            "|; >; @; `; ?"};

std::string typed(Random& random) {
  if (random.chance(0.05)) return std::string(random.below(2500), 'x');
  if (random.chance(0.05)) {
    std::string bytes(random.below(12), ' ');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    return bytes;
  }
  return kTyped[random.below(kTyped.size())];
}

template <class File>
void expect_no_word(const File& file) {
  for (const auto& diagnostic : file.diagnostics) ADD_FAILURE() << render(diagnostic, file.source.text(), Lang::en);
}

void expect_readable(const GuidedAnswers& answers, bool assume) {
  const auto made = files_of(answers, assume);
  ASSERT_TRUE(made.ok()) << render(made.failure().what, "", Lang::en);
  expect_no_word(parse_map("maps/" + made->map_id + ".yaml", made->map));
  EXPECT_EQ(format_yaml("m.yaml", made->map).value(), made->map);
  if (!made->persona_id.empty()) expect_no_word(parse_persona("personas/p.yaml", made->persona));
}

TEST(GuidedRandom, WhateverIsTypedTheMapCanBeRead) {
  constexpr int kRuns = 300, kSteps = 90;
  int finished = 0;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    Interview interview({random.chance(0.5) ? Lang::fr : Lang::en, Date{2026, 11, 22}, {}});
    const auto steps = random.chance(0.3) ? random.below(kSteps) : 4u * kSteps;
    for (std::uint64_t step = 0; step < steps && interview.current(); ++step) {
      const std::string id = interview.current()->id;
      const bool taken = random.chance(0.03) ? interview.back() : interview.answer(typed(random)).ok() || interview.answer("").ok();
      ASSERT_TRUE(taken || id == "offer") << id << ": neither an answer nor the proposal will do";
    }
    finished += !interview.current();
    expect_readable(interview.answers(), false);
    expect_readable(interview.answers(), true);
    if (HasFailure()) return;
  }
  EXPECT_GT(finished, kRuns / 3);
}

}  // namespace
}  // namespace parcours
