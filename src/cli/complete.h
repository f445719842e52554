// What could stand where the cursor is: the answer to the shells, whose scripts (`parcours completions`) call `parcours complete WORD…`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/command.h"

namespace parcours {

struct Proposal {
  std::string value;
  std::string what;  // one line in the person's language, or nothing
};

struct Completion {
  enum class Paths { none, files, folders };  // what of the disk the shell offers besides
  std::vector<Proposal> candidates;
  Paths paths = Paths::none;
  bool goes_on = false;  // a list: no blank behind the value
};

// The command line as far as it is typed.
struct TypedLine {
  const CommandInfo* command = nullptr;
  std::vector<OptionInfo> options;  // the command's, then those that stand anywhere
  std::vector<std::string> arguments;
  std::map<std::string, std::string> values;  // by the option's longest name; flags too
  const OptionInfo* open = nullptr;           // the option whose value is being typed
  std::string current;                        // the word, or the value, under the cursor
  std::string before;                         // "--theme=" when the value is part of the word
};

// `words` behind the program's name; the last one is being typed and may be empty.
TypedLine read_typed(const std::vector<std::string>& words);

// Candidates that begin with what is typed. Asks the workspace around the session's folder, or -C, for its maps.
Completion complete(const std::vector<std::string>& words, Session& session);

// A line each: the value, a tab, what it is. Then `:files` or `:folders`, and `:open` when the value goes on.
std::string to_lines(const Completion& completion);

}  // namespace parcours
