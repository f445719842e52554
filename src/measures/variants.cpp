#include "measures/variants.h"

#include <algorithm>
#include <numeric>

#include "measures/median.h"
#include "measures/nodes.h"
#include "measures/path_table.h"
#include "measures/scope.h"
#include "questions/statistics.h"

namespace parcours {
namespace {

struct Sequences {
  PathTable paths;
  std::vector<std::int64_t> open;  // by entry of the table
  std::vector<TimeMs> durations;   // one a sequence
};

Sequences sequences_of(const Selection& selection, const Nodes& nodes, const VariantsQuestion& question) {
  const std::size_t longest = question.longest == 0 ? ~std::size_t{0} : question.longest;
  const TimeMs silence = silence_of(question.scope);
  Sequences out;
  out.durations.reserve(selection.units());
  std::vector<std::uint32_t> path;
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    path.clear();
    TimeMs first = kNoTime, last = kNoTime;
    std::uint32_t before = 0;
    for (auto position = selection.begin[unit]; position < selection.begin[unit + 1]; ++position) {
      const std::size_t row = selection.row(position);
      const std::uint32_t node = nodes.of_row[row];
      if (nodes.skips && node == Nodes::kSkipped) continue;
      last = selection.index->start[row];
      if (first == kNoTime) first = last;
      const bool repeats = !path.empty() && node == before;
      before = node;
      if (path.size() < longest && !(question.collapse && repeats)) path.push_back(node);
    }
    if (path.empty()) continue;
    const std::size_t entry = out.paths.add(path);
    if (entry == out.open.size()) out.open.push_back(0);
    out.open[entry] += selection.is_open(unit, silence);
    out.durations.push_back(last - first);
  }
  return out;
}

// The table's entries, most frequent first, then by the names of the path; only the first `most`.
std::vector<std::size_t> best_first(const PathTable& paths, const std::vector<std::string>& names, std::size_t most) {
  const std::vector<std::uint32_t> ranks = ranks_of(names);
  std::vector<std::size_t> order(paths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto wanted = order.begin() + static_cast<std::ptrdiff_t>(most == 0 ? order.size() : std::min(most, order.size()));
  std::partial_sort(order.begin(), wanted, order.end(), [&](std::size_t a, std::size_t b) {
    if (paths.count(a) != paths.count(b)) return paths.count(a) > paths.count(b);
    const auto p = paths.path(a), q = paths.path(b);
    return std::lexicographical_compare(p.begin(), p.end(), q.begin(), q.end(),
                                        [&](std::uint32_t x, std::uint32_t y) { return ranks[x] < ranks[y]; });
  });
  order.erase(wanted, order.end());
  return order;
}

}  // namespace

Result<VariantsAnswer> variants(const EventIndex& index, const VariantsQuestion& question) {
  PARCOURS_TRY(const Selection selection, select(index, question.scope, question.scope.per, silence_of(question.scope)));
  const Nodes nodes = nodes_of(index, question.nodes, question.steps);
  Sequences sequences = sequences_of(selection, nodes, question);
  VariantsAnswer answer;
  answer.basis = selection.basis;
  answer.total = static_cast<std::int64_t>(sequences.paths.size());
  answer.sequences = static_cast<std::int64_t>(sequences.durations.size());
  for (const std::size_t entry : best_first(sequences.paths, nodes.names, question.most)) {
    Variant& variant = answer.variants.emplace_back();
    variant.count = sequences.paths.count(entry);
    variant.open = sequences.open[entry];
    for (const std::uint32_t node : sequences.paths.path(entry)) variant.path.push_back(nodes.names[node]);
  }
  if (index.timed) {
    answer.mean_duration_s = mean_s(sequences.durations);
    answer.median_duration_s = median_in_place_s(sequences.durations);
  }
  return answer;
}

}  // namespace parcours
