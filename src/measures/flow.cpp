#include "measures/flow.h"

#include <algorithm>
#include <tuple>

#include "measures/nodes.h"
#include "measures/scope.h"
#include "measures/tally_moves.h"

namespace parcours {
namespace {

struct Ends {
  std::vector<std::int64_t> starts, ends, open;  // by node; open: of the ends
};

template <class OnMove>
void each_move(const Selection& selection, const Nodes& nodes, bool collapse, OnMove&& on_move) {
  const TimeMs* const start = selection.index->start.data();
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    bool any = false;
    std::uint32_t before = 0;
    TimeMs then = 0;
    for (auto position = selection.begin[unit]; position < selection.begin[unit + 1]; ++position) {
      const std::size_t row = selection.row(position);
      const std::uint32_t node = nodes.of_row[row];
      if (nodes.skips && node == Nodes::kSkipped) continue;
      const TimeMs now = start[row];
      if (any && !(collapse && node == before)) on_move(unit, before, node, now - then);
      any = true;
      before = node;
      then = now;
    }
  }
}

Ends ends_of(const Selection& selection, const Nodes& nodes, TimeMs silence) {
  const std::vector<std::int64_t> none(nodes.names.size());
  Ends out{none, none, none};
  const auto is_node = [&](std::uint64_t position) { return !nodes.skips || nodes.of_row[selection.row(position)] != Nodes::kSkipped; };
  for (std::size_t unit = 0; unit < selection.units(); ++unit) {
    auto first = selection.begin[unit], last = selection.begin[unit + 1];
    while (first < last && !is_node(first)) ++first;
    while (first < last && !is_node(last - 1)) --last;
    if (first == last) continue;
    ++out.starts[nodes.of_row[selection.row(first)]];
    const std::uint32_t end = nodes.of_row[selection.row(last - 1)];
    ++out.ends[end];
    out.open[end] += selection.is_open(unit, silence);
  }
  return out;
}

std::vector<FlowEnd> named_ends(const std::vector<std::int64_t>& counts, const Nodes& nodes, const std::vector<std::int64_t>* open = nullptr) {
  std::vector<FlowEnd> out;
  for (std::size_t node = 0; node < counts.size(); ++node)
    if (counts[node] > 0) out.push_back({nodes.names[node], counts[node], open ? (*open)[node] : 0});
  std::sort(out.begin(), out.end(), [](const FlowEnd& a, const FlowEnd& b) { return std::tie(b.count, a.at) < std::tie(a.count, b.at); });
  return out;
}

}  // namespace

Result<FlowAnswer> flow(const EventIndex& index, const FlowQuestion& question) {
  PARCOURS_TRY(const Selection selection, select(index, question.scope, question.scope.per, silence_of(question.scope)));
  const Nodes nodes = nodes_of(index, question.nodes, question.steps);
  FlowAnswer answer;
  answer.basis = selection.basis;
  const auto moves = tally_moves(nodes.names.size(), index.timed, [&](auto&& on_move) { each_move(selection, nodes, question.collapse, on_move); });
  for (const auto& move : moves)
    answer.edges.push_back({nodes.names[move.from], nodes.names[move.to], move.count, move.moves, move.mean_s, move.median_s});
  std::sort(answer.edges.begin(), answer.edges.end(),
            [](const FlowEdge& a, const FlowEdge& b) { return std::tie(b.moves, a.from, a.to) < std::tie(a.moves, b.from, b.to); });
  const Ends ends = ends_of(selection, nodes, silence_of(question.scope));
  answer.starts = named_ends(ends.starts, nodes);
  answer.ends = named_ends(ends.ends, nodes, &ends.open);
  return answer;
}

}  // namespace parcours
