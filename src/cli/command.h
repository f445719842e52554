// One verb of the command line: a file under commands/ and a line in registry.cpp.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "cli/options.h"
#include "cli/session.h"

namespace parcours {

class Command {
 public:
  virtual ~Command() = default;
  virtual void declare(Options& options) = 0;
  // The exit code, or why it could not be done.
  virtual Result<int> run(Session& session) = 0;
};

// Texts: help.<name> (one line), help.<name>.more (a paragraph) and the options' keys.
struct CommandInfo {
  std::string_view name;
  std::unique_ptr<Command> (*make)();
};

template <class T>
std::unique_ptr<Command> make_command() {
  return std::make_unique<T>();
}

std::span<const CommandInfo> all_commands();

// Usage, options with what they do, for one command; and the list of commands. `docs/commands` and `--help` both come from here.
std::string help_of(const CommandInfo& command, Lang lang);
std::string help_of_all(Lang lang);

// Runs `parcours WORDS…`; gives the exit code.
int run_command_line(const std::vector<std::string>& words, Session session);

}  // namespace parcours
