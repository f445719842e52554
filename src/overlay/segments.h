// The segments of a breakdown side by side: which of them is out of line, and where. docs/measures/share.md.
#pragma once

#include <string>
#include <vector>

#include "overlay/measured_map.h"

namespace parcours {

// Each segment against everyone else: the conversion of the whole, then the drop-off of each touchpoint before the goal, in map order.
// Benjamini–Hochberg over each of the two kinds. Nothing without a breakdown, or with one segment only.
std::vector<SegmentCompared> compare_segments(const JourneyMap& map, const MeasureAnswer& answer);

// What the field of the breakdown is called: "channel" in the reader's words, another one as the data have it.
LocalText field_name(const std::string& field);

// What a segment is called: a channel by its name, another one by its value; nothing for those without a value.
// REQUIRES: measured.figures has that segment.
std::optional<LocalText> segment_name(const MeasuredMap& measured, std::size_t segment);

// The comparison of one segment at one touchpoint ("": the whole map); nothing when there is none.
const SegmentCompared* segment_at(const std::vector<SegmentCompared>& compared, std::size_t segment, std::string_view touchpoint);

// "▲ " where it is surely more than for everyone else, "▼ " where it is less; else, and without a comparison, nothing.
std::string sign_of(const SegmentCompared* compared);

// The segment that loses surely more than the others at the touchpoint, the worst of them; nothing when none does.
const SegmentCompared* worst_segment_at(const MeasuredMap& measured, std::string_view touchpoint);

// What the breakdown says first: where most are lost and for whom it is worst; where no touchpoint tells the segments apart, whose conversion
// is furthest off; or that no segment is out of line.
// REQUIRES: measured.figures has segments.
Message segments_sentence(const MeasuredMap& measured);

}  // namespace parcours
