// `new --guided`, `--questions` and `--answers`: a workspace made by answering questions.
#pragma once

#include <optional>
#include <string>

#include "cli/session.h"

namespace parcours {

struct GuidedWish {
  std::optional<std::string> folder;   // none for --questions
  std::optional<std::string> answers;  // a file of answers
  bool ask = false;                    // what has no answer; else it takes its proposal
  bool questions = false;              // prints them as JSON, and makes nothing
};

Result<int> start_guided(Session& session, const GuidedWish& wish);

}  // namespace parcours
