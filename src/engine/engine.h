// Asks a question, gets the answer: the same to the last customer whichever engine is behind.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "questions/question.h"
#include "store/store.h"

namespace parcours {

class Engine {
 public:
  virtual ~Engine() = default;
  // The alternative of Answer is the one of Question. Misuse (17 steps, an unknown field, durations asked of a log without time) fails.
  virtual Result<Answer> ask(const Question& question) = 0;
  // The names of all events, sorted.
  virtual Result<std::vector<std::string>> event_names() = 0;
  // What events have in that field: most frequent first, `most` at most; nothing when none has it.
  virtual Result<std::vector<std::string>> values_of(const std::string& field, std::size_t most) = 0;
  // The question as SQL over the segments: what the reference engine runs, to be shown by --sql.
  virtual Result<std::string> sql(const Question& question) = 0;
};

// Kernels over the index in memory. The store must outlive the engine.
std::unique_ptr<Engine> native_engine(Store& store, const Zone& zone);
// SQL over the segments: slow, for tests and for --sql.
std::unique_ptr<Engine> reference_engine(Store& store, const Zone& zone);

}  // namespace parcours
