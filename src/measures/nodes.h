// What a sequence of events is read as: the names of events, channels, sources, or of a map's touchpoints.
//
// What holds besides: an event without a channel or source is at the node "" (nothing is skipped silently); with
// NodesAre::steps an event that no step claims is skipped, and one claimed by several is at the first of them in the question's order;
// steps of one name are one node. REQUIRES: steps have names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/event_index.h"
#include "questions/flow.h"

namespace parcours {

struct Nodes {
  static constexpr std::uint32_t kSkipped = 0;
  std::span<const std::uint32_t> of_row;  // the node of each row of the index
  std::vector<std::uint32_t> own;         // behind `of_row` when the index has no such column
  std::vector<std::string> names;         // by node
  bool skips = false;                     // node 0 is no node: such events are passed over
};

// Must not outlive the index.
Nodes nodes_of(const EventIndex& index, NodesAre nodes, const std::vector<Step>& steps);

// The rank of each name among all, so that paths can be compared by whole numbers.
std::vector<std::uint32_t> ranks_of(const std::vector<std::string>& names);

}  // namespace parcours
