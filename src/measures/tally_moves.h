// Moves from one place to the next, added up by pair: what flow's edges and a map's arrows are made of.
#pragma once

#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

#include "base/time.h"
#include "measures/median.h"
#include "measures/pair_ids.h"

namespace parcours {

struct MoveTally {
  std::uint32_t from = 0, to = 0;
  std::int64_t count = 0;  // groups (customers or journeys) with at least one such move
  std::int64_t moves = 0;
  std::optional<double> mean_s, median_s;  // nothing in a log without times
};

// `each_move(f)` calls f(group, from, to, span) for every move; it is run twice and must say the same both times, a group's moves
// together. Codes are below `codes`. In order of first sight.
template <class EachMove>
std::vector<MoveTally> tally_moves(std::size_t codes, bool with_times, EachMove&& each_move) {
  constexpr std::uint64_t kNoGroup = ~std::uint64_t{0};
  PairIds ids(codes);
  std::vector<MoveTally> out;
  std::vector<std::uint64_t> last_group;
  each_move([&](std::uint64_t group, std::uint32_t from, std::uint32_t to, TimeMs) {
    const std::uint32_t id = ids.of(from, to);
    if (id == out.size()) {
      out.push_back({from, to, 0, 0, {}, {}});
      last_group.push_back(kNoGroup);
    }
    ++out[id].moves;
    if (last_group[id] != group) ++out[id].count;
    last_group[id] = group;
  });
  if (!with_times) return out;

  // The spans of each pair side by side: a counting sort.
  std::vector<std::size_t> next(out.size() + 1, 0);
  for (std::size_t id = 0; id < out.size(); ++id) next[id + 1] = next[id] + static_cast<std::size_t>(out[id].moves);
  std::vector<TimeMs> spans(next.back());
  each_move([&](std::uint64_t, std::uint32_t from, std::uint32_t to, TimeMs span) { spans[next[ids.of(from, to)]++] = span; });
  std::size_t begin = 0;
  for (std::size_t id = 0; id < out.size(); ++id) {
    const std::span<TimeMs> own(spans.data() + begin, next[id] - begin);
    begin = next[id];
    const TimeMs sum = std::accumulate(own.begin(), own.end(), TimeMs{0});
    out[id].mean_s = static_cast<double>(sum) / static_cast<double>(own.size()) / kSecond;
    out[id].median_s = median_in_place_s(own);
  }
  return out;
}

}  // namespace parcours
