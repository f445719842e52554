// The guided start of a new map, as it is kept between two questions.
#pragma once

#include "app/guided/interview.h"
#include "app/workspace.h"

namespace parcours {

// The answers kept in the workspace, `.parcours/guided.json`; without any, a beginning in that language. What cannot be read any more begins anew.
GuidedAnswers kept_answers(const Workspace& workspace, Lang lang);
bool has_kept_answers(const Workspace& workspace);
Outcome keep_answers(const Workspace& workspace, const GuidedAnswers& answers);
Outcome forget_answers(const Workspace& workspace);

}  // namespace parcours
