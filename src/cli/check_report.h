// How what `check` found in one map is shown: findings, hypotheses, the five tests, what to do next.
#pragma once

#include "app/check_report.h"
#include "cli/session.h"

namespace parcours {

void print(Session& session, const CheckReport& report);

}  // namespace parcours
