// What `measure` prints before the figures themselves: segments and a comparison, each with its sentence first.
#pragma once

#include "cli/session.h"

namespace parcours {

void print_segments(Session& session, const Workspace& workspace, const MeasuredMap& measured);    // nothing without a breakdown
void print_comparison(Session& session, const Workspace& workspace, const MeasuredMap& measured);  // nothing without one

}  // namespace parcours
