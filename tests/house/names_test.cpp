// One name, one type: two types of one name in two rooms are one to the linker, which keeps whichever constructor it met first.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "house/source_tree.h"

namespace {

// The types that a file makes for others to see, outside unnamed namespaces. Types inside a type are indented, and have that type's name too.
std::set<std::string> types_in(std::string text) {
  static const std::regex unnamed("\nnamespace \\{\n[^]*?\n\\}  // namespace\n");
  static const std::regex type("(?:^|\n)(?:class|struct|enum class|union) (\\w+)(?: final)?(?: : [^;{}()]*)?\\s*\\{");
  text = std::regex_replace(text, unnamed, "\n");
  std::set<std::string> types;
  for (std::sregex_iterator at(text.begin(), text.end(), type), end; at != end; ++at) types.insert((*at)[1]);
  return types;
}

TEST(Names, NoTwoTypesOfTheProgramShareOne) {
  std::map<std::string, std::set<std::string>> files;
  for (const auto& source : house::files_below("src", {".h", ".cpp"}))
    for (const auto& type : types_in(source.text)) files[type].insert(source.path);
  EXPECT_GT(files.size(), 300u);
  EXPECT_TRUE(files.contains("JourneyMap"));
  for (const auto& [type, places] : files)
    EXPECT_EQ(places.size(), 1u) << type << " is a type in " << *places.begin() << " and in " << *places.rbegin();
}

TEST(Names, ATypeIsFoundWhereItIsMadeForOthers) {
  EXPECT_EQ(types_in("namespace parcours {\nnamespace {\nstruct Own {\n};\n}  // namespace\nclass Shown : public Base {\n  struct Inner {};\n};\n"),
            (std::set<std::string>{"Shown"}));
}

}  // namespace
