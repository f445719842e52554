// Every command has help in both languages and a fresh page made from it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "cli/command.h"

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
  const std::string path = std::string(PARCOURS_SOURCE_DIR) + "/docs/commands/" + name;
  if (std::getenv("PARCOURS_UPDATE")) std::ofstream(path) << wanted;
  EXPECT_EQ(content_of(path), wanted) << "run ./dev docs";
}

TEST(CommandPages, EveryCommandHasOne) {
  for (const auto& command : all_commands()) {
    std::string page = "# parcours " + std::string(command.name) + "\n\n```\n" + help_of(command, Lang::en) + "```\n\n";
    page += "## En français\n\n```\n" + help_of(command, Lang::fr) + "```\n";
    expect_fresh(std::string(command.name) + ".md", page);
  }
}

TEST(CommandPages, TheListNamesThemAll) {
  std::string page = "# Commands\n\n| command | does | |\n| --- | --- | --- |\n";
  for (const auto& command : all_commands()) {
    const std::string name(command.name);
    page += "| [" + name + "](" + name + ".md) | " + text("help." + name, Lang::en) + " | *" + text("help." + name, Lang::fr) + "* |\n";
  }
  expect_fresh("README.md", page);
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

}  // namespace
}  // namespace parcours
