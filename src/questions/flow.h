// What follows what. docs/measures/flow.md, docs/measures/variants.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "questions/scope.h"

namespace parcours {

enum class NodesAre { event, channel, source, steps };  // steps: the names of `steps` (a map's touchpoints)

struct FlowQuestion {
  Scope scope;
  NodesAre nodes = NodesAre::event;
  std::vector<Step> steps;  // with NodesAre::steps; an event claimed by several goes to the first in this order
  bool collapse = false;    // merge immediate repeats
};

struct FlowEdge {
  std::string from, to;
  std::int64_t count = 0;  // customers (or journeys) with at least one such move
  std::int64_t moves = 0;
  std::optional<double> mean_s, median_s;
};
struct FlowEnd {
  std::string at;
  std::int64_t count = 0;  // customers (or journeys) that start or end there
  std::int64_t open = 0;   // of those that end there: their last event is no further back than the inactivity, so they may still go on
};

struct FlowAnswer {
  Basis basis;
  std::vector<FlowEdge> edges;  // most moves first, then by names
  std::vector<FlowEnd> starts, ends;
};

struct VariantsQuestion {
  Scope scope;
  NodesAre nodes = NodesAre::event;
  std::vector<Step> steps;
  bool collapse = false;
  std::size_t most = 0;     // give only so many variants; 0: all
  std::size_t longest = 0;  // tell paths apart by so many names only (after merging repeats); 0: by all
};

struct Variant {
  std::vector<std::string> path;
  std::int64_t count = 0;
  std::int64_t open = 0;  // of these: may still go on, as in FlowEnd
};

struct VariantsAnswer {
  Basis basis;
  std::int64_t total = 0;                                    // distinct variants
  std::int64_t sequences = 0;                                // customers (or journeys)
  std::vector<Variant> variants;                             // most first, then by path
  std::optional<double> mean_duration_s, median_duration_s;  // of whole sequences, first to last event
};

}  // namespace parcours
