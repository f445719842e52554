#include "cli/man_page.h"

#include <algorithm>
#include <array>

#include "cli/global_options.h"
#include "cli/help.h"

namespace parcours {
namespace {

// What man(7) would take for its own: backslashes, hyphens that are meant as such, a point or quote at the start of a line.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

// A sentence; what stands between backticks is bold.
std::string prose(std::string_view text) {
  std::string out;
  bool bold = false;
  for (std::size_t from = 0; from <= text.size();) {
    const auto tick = std::min(text.find('`', from), text.size());
    out += escaped(text.substr(from, tick - from));
    if (tick < text.size()) out += (bold = !bold) ? "\\fB" : "\\fR";
    from = tick + 1;
  }
  return out + "\n";
}

std::string section(std::string_view key, Lang lang) { return ".SH " + text(key, lang) + "\n"; }

std::string entry(const std::string& label, const std::string& what) { return ".TP\n\\fB" + escaped(label) + "\\fR\n" + prose(what); }

std::string command_part(const CommandInfo& command, Lang lang) {
  Options options;
  const auto made = command.make();
  made->declare(options);
  const std::string key = "help." + std::string(command.name);
  std::string out =
      ".SS " + escaped(usage_of(command, options, lang)) + "\n" + prose(text(key, lang) + ".") + ".PP\n" + prose(text(key + ".more", lang));
  for (const auto& option : options.all()) out += entry(label_of(option, lang), text(option.help_key, lang));
  return out;
}

// Pairs of a name and the key of what it is.
template <std::size_t N>
std::string entries(const std::array<std::pair<std::string_view, std::string_view>, N>& names, Lang lang) {
  std::string out;
  for (const auto& [name, key] : names) out += entry(std::string(name), text(key, lang));
  return out;
}

std::string files_part(Lang lang) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kFiles = {{{"parcours.yaml", "man.file.settings"},
                                                                                           {"maps/*.yaml", "man.file.maps"},
                                                                                           {"personas/*.yaml", "man.file.personas"},
                                                                                           {"events/*.parquet", "man.file.events"},
                                                                                           {"catalogue.sqlite", "man.file.catalogue"},
                                                                                           {".parcours/", "man.file.private"}}};
  return section("man.files", lang) + prose(text("man.files.intro", lang)) + entries(kFiles, lang);
}

std::string exit_part(Lang lang) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kCodes = {
      {{"0", "man.exit.fine"}, {"1", "man.exit.findings"}, {"2", "man.exit.misuse"}, {"3", "man.exit.failure"}}};
  return section("man.exit", lang) + entries(kCodes, lang);
}

std::string examples_part(Lang lang) {
  std::string out = section("man.examples", lang), between;
  for (const std::string key : {"shop", "import", "funnel"}) {
    out +=
        between + prose(text("man.example." + key, lang)) + ".PP\n.RS\n.nf\n" + escaped(text("man.example." + key + ".line", lang)) + "\n.fi\n.RE\n";
    between = ".PP\n";
  }
  return out;
}

}  // namespace

std::string man_page(Lang lang) {
  std::string page = ".\\\" -*- mode: nroff; coding: utf-8 -*-\n.TH PARCOURS 1 " + std::string(kProgramDate) + " \"parcours " + kProgramVersion +
                     "\" \"" + text("man.manual", lang) + "\"\n";
  page += section("man.name", lang) + "parcours \\- " + prose(text("man.summary", lang));
  page += section("man.synopsis", lang) + prose("`" + text("help.usage", lang) + "`");
  page += section("man.description", lang) + prose(text("man.about", lang)) + ".PP\n" + prose(text("man.languages", lang));
  page += section("man.everywhere", lang);
  for (const auto& option : global_option_infos()) page += entry(label_of(option, lang), text(option.help_key, lang));
  page += section("man.commands", lang);
  for (const auto& command : all_commands()) page += command_part(command, lang);
  page += exit_part(lang) + files_part(lang);
  page += section("man.environment", lang) + entry("LC_ALL, LC_MESSAGES, LANG", text("man.environment.lang", lang));
  page += examples_part(lang);
  return page + section("man.more", lang) + prose(text("man.more.docs", lang));
}

}  // namespace parcours
