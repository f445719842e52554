#include "cli/command.h"

#include <algorithm>
#include <ostream>

#include "base/suggest.h"
#include "cli/complete.h"
#include "cli/global_options.h"

namespace parcours {
namespace {

const CommandInfo* command_named(std::string_view name) {
  for (const auto& command : all_commands())
    if (command.name == name) return &command;
  return nullptr;
}

Failure unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const auto& command : all_commands()) names.push_back(command.name);
  const auto meant = nearest(name, std::span<const std::string_view>(names));
  return misuse(msg("cli.unknown_command", {{"name", name}}), meant ? msg("cli.did_you_mean", {{"name", *meant}}) : msg("cli.see_help"));
}

int tell(Session& session, const Failure& failure) {
  Diagnostic what = failure.what;
  const bool says_nothing_more = what.code == "misuse" || what.code == "failure";
  if (says_nothing_more) what.code.clear();
  session.complain(what);
  return failure.kind == FailureKind::misuse ? kExitMisuse : kExitFailure;
}

// What a command takes is said by its own help.
Failure of_command(Failure failure, std::string_view command) {
  if (failure.what.hint && failure.what.hint->key == "cli.see_help") failure.what.hint = msg("cli.see_help_of", {{"command", std::string(command)}});
  return failure;
}

}  // namespace

int run_command_line(const std::vector<std::string>& words, Session session) {
  if (!words.empty() && words[0] == "complete") {  // of the shells; not a command that a person types
    session.out << to_lines(complete({words.begin() + 1, words.end()}, session));
    return kExitFine;
  }
  const auto global = take_global_options(words);
  if (!global.ok()) return tell(session, global.failure());
  global->apply(session);
  session.meet_workspace();  // complaints and help already speak its language
  const auto& rest = global->rest;
  if (global->version) {
    session.out << "parcours " << kProgramVersion << "\n";
    return kExitFine;
  }
  if (rest.empty() || rest[0] == "help") {
    const auto* command = rest.size() > 1 ? command_named(rest[1]) : nullptr;
    session.out << (command ? help_of(*command, session.lang) : help_of_all(session.lang));
    return rest.empty() && !global->help ? kExitMisuse : kExitFine;
  }
  const auto* info = command_named(rest[0]);
  if (!info) return tell(session, unknown_command(rest[0]));
  if (global->help) {
    session.out << help_of(*info, session.lang);
    return kExitFine;
  }
  const auto command = info->make();
  Options options;
  command->declare(options);
  if (const auto parsed = options.parse({rest.begin() + 1, rest.end()}); !parsed.ok()) return tell(session, of_command(parsed.failure(), info->name));
  const auto code = command->run(session);
  return code.ok() ? *code : tell(session, code.failure());
}

}  // namespace parcours
