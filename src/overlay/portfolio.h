// The maps of a workspace side by side: how each stands, and which needs attention first. docs/formats/portfolio.md
#pragma once

#include <array>

#include "base/diagnostic.h"
#include "overlay/measured_map.h"

namespace parcours {

inline constexpr std::int64_t kDaysBeforeStale = 365;  // since the last review
inline constexpr int kFailingBelow = 50;               // of a test's 100

// Why a map needs attention, weightiest first.
enum class Attention { loss, overdue, contradicted, stale, failing, assumed };
std::string_view code_of(Attention reason);
int weight_of(Attention reason);

struct WorstFriction {
  std::string id, touchpoint;
  LocalText text;
  Truth truth = Truth::assumed;
  std::optional<Share> drop_off;     // measured
  std::optional<Estimate> at_stake;  // likewise
  std::optional<double> expected;    // the drop-off its author expects
  bool contradicted = false;         // by the data
};

std::vector<WorstFriction> worst_frictions(const MeasuredMap& measured);  // the worst first: docs/formats/portfolio.md

using FiveScores = std::array<std::optional<int>, 5>;  // of the five tests, C1 to C5; 0..100

struct MapStanding {
  MeasuredMap measured;
  FiveScores scores;
  std::int64_t open_actions = 0, overdue_actions = 0;
  std::optional<std::int64_t> reviewed_days;  // nothing: never reviewed
  std::optional<WorstFriction> worst;
  std::optional<Date> first, last;  // of the data
  std::vector<Attention> reasons;   // weightiest first

  int attention() const;  // the sum of their weights
  bool has(Attention reason) const;
};

struct UnreadableMap {
  std::string id, file;
  std::vector<Diagnostic> problems;  // one at least
};

struct Portfolio {
  WorkspaceSettings settings;
  Date today;
  std::vector<MapStanding> maps;  // most attention first
  std::vector<UnreadableMap> unreadable;
};

MapStanding standing_of(MeasuredMap measured, const FiveScores& scores, Date today, const Zone& zone);
void sort_by_attention(std::vector<MapStanding>& maps);

// A reason in a few words: "2 overdue actions".
Message reason_words(const MapStanding& map, Attention reason);
// What a person would say first: which map to look at and why; how many maps cannot be read.
std::vector<Message> portfolio_sentences(const Portfolio& portfolio);

}  // namespace parcours
