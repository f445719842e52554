// A question as the studio sends it, as the engine takes it. docs/formats/http.md, "Questions".
#pragma once

#include <optional>

#include "app/workspace.h"
#include "base/json.h"
#include "questions/question.h"

namespace parcours {

struct AskedQuestion {
  Question question;
  std::optional<Question> against;  // the same, of the period or segment it is compared with
};

// Misuse names the key that will not do.
Result<AskedQuestion> asked_question(const Json& body, const JourneyMap& map, const Workspace& workspace);

}  // namespace parcours
