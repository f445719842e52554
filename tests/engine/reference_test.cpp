// The kernels held to the SQL, on random sets of events and on the cases of the funnel's table.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cases/case_file.h"
#include "cases/random_events.h"
#include "engine/ask_both.h"
#include "engine/random_questions.h"
#include "questions/answer_json.h"

namespace parcours {
namespace {

// 300 sets, each asked one question of every kind; 10 000 with PARCOURS_LONG=1. PARCOURS_SEED begins elsewhere.
std::uint64_t sets() { return std::getenv("PARCOURS_LONG") ? 10'000 : 300; }
std::uint64_t first_seed() { return std::getenv("PARCOURS_SEED") ? std::strtoull(std::getenv("PARCOURS_SEED"), nullptr, 10) : 1; }

std::vector<Question> random_questions(Dice& dice, bool timed) {
  std::vector<Question> out = {random_funnel(dice, timed), random_flow(dice, timed), random_variants(dice, timed), random_channels(dice, timed), random_measure(dice, timed)};
  if (timed) out.push_back(random_retention(dice));
  return out;
}

TEST(Engines, AgreeOnRandomEvents) {
  ReferenceBench bench;
  const Zone zone = *Zone::find("Europe/Paris");
  std::map<std::size_t, int> shown;  // by kind of question: a few differences of each say enough
  for (std::uint64_t seed = first_seed(); seed < first_seed() + sets(); ++seed) {
    Dice dice(seed);
    const RandomEvents shape = random_shape(dice);
    const auto events = random_events(dice, shape, zone);
    bench.load(events, zone, dice.one_in(2));
    for (const Question& question : random_questions(dice, !shape.untimed)) {
      const std::string different = difference(question, bench.ask_native(question), bench.ask_reference(question), zone);
      if (different.empty()) continue;
      if (++shown[question.index()] > 2) continue;
      const auto native = bench.ask_native(question);
      ADD_FAILURE() << "seed " << seed << "\n" << different << "\n" << (native.ok() ? to_json(question, *native, zone, Lang::en)["asked"].dump() : "") << "\n" << (std::holds_alternative<FunnelQuestion>(question) ? show(std::get<FunnelQuestion>(question)) : "") << "\n" << show(events, zone);
    }
  }
}

TEST(ReferenceFunnel, AgreesWithTheCases) {
  ReferenceBench bench;
  std::size_t cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PARCOURS_SOURCE_DIR "/tests/cases/funnel")) {
    if (entry.path().extension() != ".case") continue;
    for (const FunnelCase& one : read_funnel_cases(entry.path().string())) {
      SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + ": " + one.name);
      ASSERT_NE(one.ask, "");
      bench.load(one.events, *Zone::find(one.zone), false);
      const auto answer = bench.ask_reference(one.question);
      const auto funnel = answer.ok() ? Result<FunnelAnswer>(std::get<FunnelAnswer>(*answer)) : Result<FunnelAnswer>(answer.failure());
      for (const auto& different : differences(one, funnel)) ADD_FAILURE() << different;
      ++cases;
    }
  }
  EXPECT_GE(cases, 12u);
}

}  // namespace
}  // namespace parcours
