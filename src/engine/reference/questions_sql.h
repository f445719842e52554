// Each question as SQL, and its answer from the rows it gave. Written from docs/measures and independent of the kernels; intervals come
// from questions/statistics.h. Slow: attempts and visits are laid out plainly, one row each.
#pragma once

#include "engine/reference/scope_sql.h"

namespace parcours {

Script script_of(const ReferenceLog& log, const FunnelQuestion& question);
Script script_of(const ReferenceLog& log, const FlowQuestion& question);
Script script_of(const ReferenceLog& log, const VariantsQuestion& question);
Script script_of(const ReferenceLog& log, const RetentionQuestion& question);
Script script_of(const ReferenceLog& log, const ChannelsQuestion& question);
Script script_of(const ReferenceLog& log, const MeasureQuestion& question);

FunnelAnswer answer_of(const ReferenceLog& log, const FunnelQuestion& question, const Results& results);
FlowAnswer answer_of(const ReferenceLog& log, const FlowQuestion& question, const Results& results);
VariantsAnswer answer_of(const ReferenceLog& log, const VariantsQuestion& question, const Results& results);
RetentionAnswer answer_of(const ReferenceLog& log, const RetentionQuestion& question, const Results& results);
ChannelsAnswer answer_of(const ReferenceLog& log, const ChannelsQuestion& question, const Results& results);
MeasureAnswer answer_of(const ReferenceLog& log, const MeasureQuestion& question, const Results& results);

}  // namespace parcours
