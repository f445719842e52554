// The columns of a segment, in their order. docs/formats/segments.md.
#pragma once

namespace parcours {

// Without import, which is the same in all rows of a segment, and in the order Staging appends them; the last two, the key before links
// (row_key.h), stay out of the segment.
inline constexpr const char* kStagedColumns =
    "customer VARCHAR, identities VARCHAR, time TIMESTAMPTZ, unit VARCHAR, arrival BIGINT, event VARCHAR, channel VARCHAR, source VARCHAR, value "
    "DOUBLE, score DOUBLE, "
    "scale VARCHAR, id VARCHAR, properties VARCHAR, key_high BIGINT, key_low BIGINT, was_high BIGINT, was_low BIGINT";

inline constexpr const char* kSegmentOrder = "customer, time NULLS FIRST, arrival";

}  // namespace parcours
