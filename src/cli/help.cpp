#include "cli/help.h"

#include <algorithm>

#include "cli/global_options.h"

namespace parcours {
namespace {

constexpr std::size_t kLabelWidth = 30;

std::string line_of(const OptionInfo& option, Lang lang) {
  std::string label = "  " + label_of(option, lang);
  const auto width =
      static_cast<std::size_t>(std::count_if(label.begin(), label.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  label += width + 1 < kLabelWidth ? std::string(kLabelWidth - width, ' ') : "\n" + std::string(kLabelWidth, ' ');
  return label + text(option.help_key, lang) + "\n";
}

}  // namespace

std::string placeholder_in(std::string_view placeholder, Lang lang) {
  std::string out;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (std::size_t at = 0; at < placeholder.size();) {
    std::size_t end = at;
    while (end < placeholder.size() && is_capital(placeholder[end])) ++end;
    const std::string word(placeholder.substr(at, std::max<std::size_t>(end - at, 1)));
    const std::string key = "placeholder." + word;
    out += has_text(key) ? text(key, lang) : word;
    at += word.size();
  }
  return out;
}

std::string label_of(const OptionInfo& option, Lang lang) {
  const std::string placeholder = placeholder_in(option.placeholder, lang);
  if (option.names.empty()) return placeholder;
  std::string names = option.names;
  for (auto comma = names.find(','); comma != std::string::npos; comma = names.find(',', comma + 2)) names.replace(comma, 1, ", ");
  return placeholder.empty() ? names : names + " " + placeholder;
}

std::string usage_of(const CommandInfo& command, const Options& options, Lang lang) {
  std::string usage = "parcours " + std::string(command.name);
  bool has_options = false;
  for (const auto& option : options.all()) {
    const std::string argument = placeholder_in(option.placeholder, lang) + (option.many ? "…" : "");
    if (!option.names.empty()) has_options = true;
    else usage += option.required ? " " + argument : " [" + argument + "]";
  }
  return usage + (has_options ? " [" + text("help.options_word", lang) + "]" : "");
}

std::string help_of(const CommandInfo& command, Lang lang) {
  Options options;
  const auto made = command.make();
  made->declare(options);
  const std::string key = "help." + std::string(command.name);
  std::string help = usage_of(command, options, lang) + "\n\n" + text(key, lang) + "\n\n" + text(key + ".more", lang) + "\n";
  if (!options.all().empty()) help += "\n";
  for (const auto& option : options.all()) help += line_of(option, lang);
  help += "\n" + text("help.everywhere", lang) + "\n";
  for (const auto& option : global_option_infos()) help += line_of(option, lang);
  return help;
}

std::string help_of_all(Lang lang) {
  std::string help = text("help.program", lang) + "\n\n" + text("help.usage", lang) + "\n\n";
  for (const auto& command : all_commands()) {
    const std::string name = "  " + std::string(command.name);
    help += name + std::string(16 - std::min<std::size_t>(15, name.size()), ' ') + text("help." + std::string(command.name), lang) + "\n";
  }
  help += "\n" + text("help.everywhere", lang) + "\n";
  for (const auto& option : global_option_infos()) help += line_of(option, lang);
  return help + "\n" + text("help.more", lang) + "\n";
}

}  // namespace parcours
