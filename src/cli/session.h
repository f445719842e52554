// What a command runs in: the doors, where it writes, how the person wants it said.
#pragma once

#include <atomic>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "app/workspace.h"
#include "base/json.h"
#include "base/result.h"

namespace parcours {

inline constexpr int kExitFine = 0, kExitFindings = 1, kExitMisuse = 2, kExitFailure = 3;

struct Session {
  Doors doors;
  std::istream& in;  // where a person types
  std::ostream& out;
  std::ostream& err;
  std::string folder = ".";  // -C
  Lang lang = Lang::en;
  bool lang_given = false;  // by --lang; else a workspace's own language is taken
  bool json = false;
  bool stats = false;
  bool out_is_terminal = false;      // err too
  const std::atomic<bool>& stopped;  // Ctrl-C

  void say(const Message& message);                                           // a line on `out`
  void note(const Message& message);                                          // a line on `err`
  void complain(const Diagnostic& diagnostic, std::string_view source = {});  // on `err`
  void print(const Json& json);
  // Writes an answer to the file that the person named, and says so; never over what a workspace keeps (misuse).
  Outcome keep(const std::string& path, std::string_view content);

  // Opens the workspace around `folder`, if there is one that can be read, and takes its language unless one was given.
  void meet_workspace();
  // That workspace, with what is wrong with its settings told: once. Or why there is none.
  Result<Workspace> workspace();
  std::optional<Result<Workspace>> met;
};

}  // namespace parcours
