// Every command has help in both languages and a fresh page made from it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "cli/command.h"
#include "cli/global_options.h"
#include "cli/man_page.h"

namespace parcours {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

// PARCOURS_UPDATE=1 writes the page (`./dev docs`).
void expect_fresh(const std::string& name, const std::string& wanted) {
  const std::string path = std::string(PARCOURS_SOURCE_DIR) + "/docs/" + name;
  if (std::getenv("PARCOURS_UPDATE")) std::ofstream(path) << wanted;
  EXPECT_EQ(content_of(path), wanted) << "run ./dev docs";
}

TEST(CommandPages, EveryCommandHasOne) {
  for (const auto& command : all_commands()) {
    std::string page = "# parcours " + std::string(command.name) + "\n\n```\n" + help_of(command, Lang::en) + "```\n\n";
    page += "## En français\n\n```\n" + help_of(command, Lang::fr) + "```\n";
    expect_fresh("commands/" + std::string(command.name) + ".md", page);
  }
}

TEST(CommandPages, TheListNamesThemAll) {
  std::string page = "# Commands\n\n| command | does | |\n| --- | --- | --- |\n";
  for (const auto& command : all_commands()) {
    const std::string name(command.name);
    page += "| [" + name + "](" + name + ".md) | " + text("help." + name, Lang::en) + " | *" + text("help." + name, Lang::fr) + "* |\n";
  }
  expect_fresh("commands/README.md", page);
}

TEST(ManPages, AreMadeOfTheSameTables) {
  expect_fresh("man/parcours.1", man_page(Lang::en));
  expect_fresh("man/parcours.fr.1", man_page(Lang::fr));
}

TEST(CommandPages, HelpNamesEveryOption) {
  for (const auto& command : all_commands()) {
    Options options;
    const auto made = command.make();
    made->declare(options);
    const std::string help = help_of(command, Lang::en);
    for (const auto& option : options.all()) {
      EXPECT_TRUE(has_text(option.help_key)) << command.name << ": " << option.help_key;
      EXPECT_NE(help.find(option.names.empty() ? option.placeholder : option.names.substr(option.names.find("--"))), std::string::npos)
          << command.name;
    }
  }
}

std::set<std::string> known_flags() {
  std::set<std::string> flags;
  const auto add = [&](const OptionInfo& option) {
    std::stringstream names(option.names);
    for (std::string name; std::getline(names, name, ',');) flags.insert(name);
  };
  for (const auto& option : global_option_infos()) add(option);
  for (const auto& command : all_commands()) {
    Options options;
    const auto made = command.make();
    made->declare(options);
    for (const auto& option : options.all()) add(option);
  }
  return flags;
}

// Every "--word" of a text.
std::vector<std::string> flags_in(const std::string& text) {
  std::vector<std::string> flags;
  static const std::regex kFlag("--[a-z][a-z-]*");
  for (std::sregex_iterator at(text.begin(), text.end(), kFlag), end; at != end; ++at) flags.push_back(at->str());
  return flags;
}

TEST(Texts, NameOnlyFlagsThatThereAre) {
  const auto known = known_flags();
  ASSERT_GT(known.size(), 40u);
  for (const auto& entry : catalogue())
    for (const std::string_view said : {entry.fr, entry.en})
      for (const auto& flag : flags_in(std::string(said))) EXPECT_TRUE(known.contains(flag)) << entry.key << " names " << flag;
}

TEST(Guides, NameOnlyFlagsThatThereAre) {
  const auto known = known_flags();
  const std::set<std::string> of_the_script = {"--long"};
  for (const char* page :
       {"README.md", "README.fr.md", "docs/guide/en.md", "docs/guide/fr.md", "docs/guide/map-writing.md", "docs/guide/map-writing.fr.md"}) {
    const std::string content = content_of(std::string(PARCOURS_SOURCE_DIR) + "/" + page);
    ASSERT_FALSE(content.empty()) << page;
    for (const auto& flag : flags_in(content)) EXPECT_TRUE(known.contains(flag) || of_the_script.contains(flag)) << page << " names " << flag;
  }
}

}  // namespace
}  // namespace parcours
