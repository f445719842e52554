// How well a map passes the five tests of a good journey, and what to do next. In words and by hand: docs/measures/five-tests.md
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "check/rule.h"

namespace parcours {

// What one rule found: of so many elements, so many fell short (findings that the map ignores with a reason do not count).
struct RuleOutcome {
  const CheckRule* rule = nullptr;
  std::size_t looked_at = 0, fell_short = 0;
  std::vector<std::string> at;  // ids of the elements found, in map order; "" is the whole map
};

struct TestScore {
  GoodJourneyTest test = GoodJourneyTest::customer;
  // The mean of its rules' marks (the share of elements that do not fall short), a warning's counting three times a note's; 0..100,
  // rounded down, so that 100 means that there is nothing to say; C4 never above the share not assumed. Nothing when no rule looked.
  std::optional<int> score;
  bool passed = true;                 // no warning, and half of the points at least
  std::vector<RuleOutcome> outcomes;  // of rules that looked at something, in order of the rules
};

// One thing to do: what a rule asks, at the elements where it matters most first.
struct NextStep {
  const CheckRule* rule = nullptr;
  std::vector<std::string> at;           // ids; empty: the whole map
  std::vector<LocalText> names;          // as their author wrote them, one an id
  std::optional<std::int64_t> journeys;  // that visit the most visited of them
  double weight = 0;
};

struct MapScore {
  std::array<TestScore, 5> tests;
  std::vector<NextStep> next;  // at most three, weightiest first
};

MapScore score_of(const Subject& subject, const std::vector<RuleOutcome>& outcomes);

// {"tests": […], "next": […]}; docs/formats/findings.md
Json to_json(const MapScore& score, Lang lang);

}  // namespace parcours
