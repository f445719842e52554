#include "measures/nodes.h"

#include <algorithm>
#include <numeric>

#include "measures/claims.h"

namespace parcours {
namespace {

std::vector<std::string> texts_of(const Dictionary& dictionary) {
  std::vector<std::string> texts;
  for (std::size_t code = 0; code < dictionary.size(); ++code) texts.push_back(dictionary.at(static_cast<std::uint32_t>(code)));
  return texts;
}

// Each row's step, by the name's code: that of the first step which claims it.
std::vector<std::uint32_t> steps_of_rows(const EventIndex& index, const std::vector<Step>& steps, Dictionary& names) {
  std::vector<CompiledRule> rules;
  std::vector<std::uint32_t> codes;
  for (const auto& step : steps) {
    rules.emplace_back(step.rule, index);
    codes.push_back(names.intern(step.name));
  }
  std::vector<std::uint32_t> out(index.size(), Nodes::kSkipped);
  for (std::size_t row = 0; row < out.size(); ++row) {
    const auto claiming = std::find_if(rules.begin(), rules.end(), [&](const CompiledRule& rule) { return rule.claims(row); });
    if (claiming != rules.end()) out[row] = codes[static_cast<std::size_t>(claiming - rules.begin())];
  }
  return out;
}

}  // namespace

Nodes nodes_of(const EventIndex& index, NodesAre nodes, const std::vector<Step>& steps) {
  Nodes out;
  switch (nodes) {
    case NodesAre::event:
      out.of_row = index.event;
      out.names = texts_of(index.events);
      break;
    case NodesAre::channel:
      out.of_row = index.channel;
      out.names = texts_of(index.channels);
      break;
    case NodesAre::source:
      out.of_row = index.source;
      out.names = texts_of(index.sources);
      break;
    case NodesAre::steps: {
      Dictionary names;
      out.own = steps_of_rows(index, steps, names);
      out.of_row = out.own;
      out.names = texts_of(names);
      out.skips = true;
      break;
    }
  }
  return out;
}

std::vector<std::uint32_t> ranks_of(const std::vector<std::string>& names) {
  std::vector<std::uint32_t> order(names.size()), ranks(names.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

}  // namespace parcours
