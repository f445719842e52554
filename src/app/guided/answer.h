// An answer as a person types it.
#pragma once

#include <string_view>

#include "app/guided/question.h"
#include "base/json.h"
#include "base/result.h"

namespace parcours {

// What it says, in the shape of the question's kind; null when it leaves the question out, or takes a proposal that is nothing. Misuse: why it
// will not do. `lang`: the language in which dates and labels are typed.
Result<Json> read_answer(const GuidedQuestion& question, std::string_view typed, Lang lang);

}  // namespace parcours
