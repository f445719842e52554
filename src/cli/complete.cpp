#include "cli/complete.h"

#include <algorithm>

#include "base/text.h"
#include "cli/complete_values.h"
#include "cli/global_options.h"

namespace parcours {
namespace {

// "-o,--output" is known by "--output".
std::string longest_name(const OptionInfo& option) { return option.names.substr(option.names.rfind(',') + 1); }

bool has_name(const OptionInfo& option, std::string_view name) {
  for (std::string_view rest = option.names; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    if (rest.substr(0, comma) == name) return true;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return false;
}

const OptionInfo* option_named(const TypedLine& typed, std::string_view name) {
  for (const auto& option : typed.options)
    if (!name.empty() && has_name(option, name)) return &option;
  return nullptr;
}

void choose_command(TypedLine& typed, const std::string& name) {
  for (const auto& command : all_commands()) {
    if (command.name != name) continue;
    typed.command = &command;
    Options options;
    const auto made = command.make();
    made->declare(options);
    typed.options.insert(typed.options.begin(), options.all().begin(), options.all().end());
  }
}

// Takes a word that is whole.
void take(TypedLine& typed, const std::string& word) {
  if (typed.open) {
    typed.values[longest_name(*typed.open)] = word;
    typed.open = nullptr;
    return;
  }
  const auto equals = std::min(word.find('='), word.size());
  const auto* option = word.starts_with('-') ? option_named(typed, word.substr(0, equals)) : nullptr;
  if (option && !option->placeholder.empty() && equals == word.size()) typed.open = option;
  else if (option) typed.values[longest_name(*option)] = word.substr(std::min(equals + 1, word.size()));
  else if (word.starts_with('-')) return;  // unknown: the command itself will say so
  else if (typed.command || !typed.arguments.empty()) typed.arguments.push_back(word);
  else if (word == "help") typed.arguments.push_back(word);
  else choose_command(typed, word);
}

void add_commands(const TypedLine& typed, Lang lang, Completion& to) {
  if (typed.arguments.size() > 1) return;
  for (const auto& command : all_commands()) to.candidates.push_back({std::string(command.name), text("help." + std::string(command.name), lang)});
  if (typed.arguments.empty()) to.candidates.push_back({"help", text("completions.help", lang)});
}

void add_options(const TypedLine& typed, Lang lang, Completion& to) {
  for (const auto& option : typed.options)
    if (!option.names.empty() && (option.many || !typed.values.contains(longest_name(option))))
      to.candidates.push_back({longest_name(option), text(option.help_key, lang)});
}

// The placeholder of the argument under the cursor; "" when the command takes no more.
std::string argument_here(const TypedLine& typed) {
  std::vector<const OptionInfo*> arguments;
  for (const auto& option : typed.options)
    if (option.names.empty()) arguments.push_back(&option);
  if (arguments.empty()) return "";
  const std::size_t at = typed.arguments.size();
  const OptionInfo& here = *arguments[std::min(at, arguments.size() - 1)];
  const auto space = here.placeholder.find(' ');  // "remove ID": a word of the command's own, then what it is about
  if (space != std::string::npos) return at == 0 ? here.placeholder.substr(0, space) : at == 1 ? here.placeholder.substr(space + 1) : "";
  return at < arguments.size() || here.many ? here.placeholder : "";
}

}  // namespace

TypedLine read_typed(const std::vector<std::string>& words) {
  TypedLine typed;
  typed.options = global_option_infos();
  if (words.empty()) return typed;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) take(typed, words[i]);
  typed.current = words.back();
  const auto equals = typed.current.find('=');
  const auto* option = typed.open || equals == std::string::npos ? nullptr : option_named(typed, typed.current.substr(0, equals));
  if (option && !option->placeholder.empty()) {
    typed.open = option;
    typed.before = typed.current.substr(0, equals + 1);
    typed.current.erase(0, equals + 1);
  }
  return typed;
}

Completion complete(const std::vector<std::string>& words, Session& session) {
  const TypedLine typed = read_typed(words);
  if (const auto folder = typed.values.find("-C"); folder != typed.values.end()) session.folder = folder->second;
  if (const auto lang = typed.values.find("--lang"); lang != typed.values.end() && (lang->second == "fr" || lang->second == "en")) {
    session.lang_given = true;
    session.lang = lang->second == "fr" ? Lang::fr : Lang::en;
  }
  session.meet_workspace();
  Completion found;
  if (typed.open) add_values(typed.open->placeholder, typed, session, found);
  else if (typed.current.starts_with('-')) add_options(typed, session.lang, found);
  else if (!typed.command) add_commands(typed, session.lang, found);
  else if (const auto argument = argument_here(typed); !argument.empty()) add_values(argument, typed, session, found);
  else add_options(typed, session.lang, found);
  std::erase_if(found.candidates, [&](const Proposal& candidate) { return !candidate.value.starts_with(typed.current); });
  for (auto& candidate : found.candidates) candidate.value.insert(0, typed.before);
  return found;
}

std::string to_lines(const Completion& completion) {
  std::string lines;
  for (const auto& candidate : completion.candidates) lines += candidate.value + "\t" + candidate.what + "\n";
  if (completion.paths == Completion::Paths::files) lines += ":files\n";
  if (completion.paths == Completion::Paths::folders) lines += ":folders\n";
  if (completion.goes_on) lines += ":open\n";
  return lines;
}

}  // namespace parcours
