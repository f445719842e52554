// Every text a person sees exists in both languages, with the same slots, and is used.
#include <gtest/gtest.h>

#include <regex>

#include "base/text.h"
#include "house/source_tree.h"

namespace {

using parcours::catalogue;

std::set<std::string> slots_of(std::string_view pattern) {
  std::set<std::string> slots;
  const std::string text(pattern);
  static const std::regex slot("\\{([a-z_0-9]+)(\\|[^}]*)?\\}");
  for (std::sregex_iterator at(text.begin(), text.end(), slot), end; at != end; ++at) slots.insert((*at)[1]);
  return slots;
}

// The keys of the studio's sources in double quotes, as C++ has them; those built from codes up to their last point: say(`studio.lane.${lane}`).
std::string studio_keys() {
  static const std::regex key("['`](studio\\.[a-z0-9_.]*)");
  std::string keys;
  for (const auto& source : house::files_below("studio/src", {".ts", ".svelte"}))
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), key), end; at != end; ++at) keys += '"' + (*at)[1].str() + "\"\n";
  return keys;
}

std::string all_sources() {
  std::string all;
  for (const auto& source : house::files_below("src", {".h", ".cpp"})) all += source.text;
  return all + studio_keys();
}

TEST(Texts, BothLanguagesHaveTheSameSlots) {
  for (const auto& entry : catalogue()) EXPECT_EQ(slots_of(entry.fr), slots_of(entry.en)) << entry.key;
}

TEST(Texts, EveryKeyInTheSourcesIsInTheCatalogue) {
  static const std::regex call("\\b(?:msg|text)\\(\\s*\"([a-z][a-zA-Z0-9_.-]*)\"\\s*[,)}]");
  std::size_t calls = 0;
  for (const auto& source : house::files_below("src", {".h", ".cpp"})) {
    if (source.path == "src/base/text.h") continue;
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), call), end; at != end; ++at, ++calls)
      EXPECT_TRUE(parcours::has_text((*at)[1].str())) << source.path << ": " << (*at)[1];
  }
  EXPECT_GT(calls, 50u);
}

TEST(Texts, EveryKeyOfTheStudioIsInTheCatalogue) {
  static const std::regex call("\\bsay\\('([a-z][a-zA-Z0-9_.]*)'");
  for (const auto& source : house::files_below("studio/src", {".ts", ".svelte"}))
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), call), end; at != end; ++at)
      EXPECT_TRUE(parcours::has_text((*at)[1].str())) << source.path << ": " << (*at)[1];
}

// A key is used when it stands in the sources, or when a part of it that ends in a point does (keys built from codes).
TEST(Texts, NoTextIsLeftUnused) {
  const std::string sources = all_sources();
  for (const auto& entry : catalogue()) {
    const std::string key(entry.key);
    bool used = sources.find("\"" + key + "\"") != std::string::npos;
    for (auto dot = key.find('.'); !used && dot != std::string::npos; dot = key.find('.', dot + 1))
      used = sources.find("\"" + key.substr(0, dot + 1) + "\"") != std::string::npos;
    EXPECT_TRUE(used) << key;
  }
}

TEST(Texts, FrenchUsesItsOwnTypography) {
  for (const auto& entry : catalogue()) {
    const std::string fr(entry.fr);
    EXPECT_EQ(fr.find('\''), std::string::npos) << entry.key << ": ’ and not '";
    EXPECT_FALSE(std::regex_search(fr, std::regex("[a-zà-ü] [:;?!](\\s|$)"))) << entry.key << ": a no-break space stands before : ; ? !";
  }
}

// The GLOSSARY's French words for these things: objectif, passage, persona.
TEST(Texts, FrenchSaysThingsByTheirGlossaryNames) {
  static const std::regex kOtherNames("\\b(le|du|au|sans|un) buts?\\b|dernière visite|clients? types?|points? de douleur|entonnoir");
  for (const auto& entry : catalogue()) {
    std::smatch found;
    const std::string fr(entry.fr);
    EXPECT_FALSE(std::regex_search(fr, found, kOtherNames)) << entry.key << ": " << found.str();
  }
}

}  // namespace
