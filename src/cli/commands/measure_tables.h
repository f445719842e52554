// What `measure` prints before the figures themselves: segments and a comparison, each with its sentence first.
#pragma once

#include "cli/session.h"
#include "overlay/measured_map.h"
#include "questions/answer_table.h"

namespace parcours {

// How the tables of a measured map are shown: its stages and touchpoints by their names too.
TableOptions named_options(const Session& session, const Workspace& workspace, const MeasuredMap& measured, std::optional<std::int64_t> rows);

void print_segments(Session& session, const MeasuredMap& measured, const TableOptions& options);   // nothing without a breakdown
void print_comparison(Session& session, const Workspace& workspace, const MeasuredMap& measured);  // nothing without one

void print_sentences(Session& session, const MeasuredMap& measured);  // of both, without their tables

}  // namespace parcours
