// By what a person may narrow a question without typing: fields of the events with their values, and the personas' segments.
#pragma once

#include "app/workspace.h"
#include "base/json.h"

namespace parcours {

inline constexpr std::size_t kChoicesMost = 40;  // a field with more values than this is no segment: it is left out

struct SegmentField {
  std::string field;
  struct Value {
    std::string text;
    std::int64_t events = 0;
  };
  std::vector<Value> values;  // most events first, then by text
};

// channel and source first, then the properties by name. Nothing without events.
Result<std::vector<SegmentField>> segment_fields(Workspace& workspace);

}  // namespace parcours
