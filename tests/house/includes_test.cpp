// Which room may include which, and who owns which library: src/rooms.txt against every #include; and what comments send to is there.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "house/source_tree.h"

namespace {

// The header of a library -> the name src/rooms.txt knows it by.
const std::vector<std::pair<std::string, std::string>> kLibraryHeaders = {
    {"duckdb.h", "duckdb"},     {"libfyaml.h", "libfyaml"}, {"expat.h", "expat"},   {"zlib.h", "zlib"},           {"zip.h", "libzip"},
    {"simdjson.h", "simdjson"}, {"sqlite3.h", "sqlite3"},   {"sodium.h", "sodium"}, {"nlohmann/", "nlohmann"},    {"date/", "date"},
    {"pango/", "pango"},        {"cairo", "cairo"},         {"librsvg/", "rsvg"},   {"hb", "harfbuzz"},           {"CLI/", "CLI11"},
    {"boost/", "boost"},        {"fontconfig/", "pango"},   {"pugixml", "pugixml"}, {"xlsxwriter", "xlsxwriter"}, {"gdk-pixbuf/", "pixbuf"}};

struct Include {
  std::string from_room, file, header;
};

std::vector<Include> all_includes() {
  static const std::regex pattern("^[ \t]*#[ \t]*include[ \t]*[<\"]([^>\"]+)[>\"]", std::regex::multiline);
  std::vector<Include> includes;
  for (const auto& source : house::files_below("src", {".h", ".cpp"})) {
    const std::string below_src = source.path.substr(4);
    const std::string room = below_src.find('/') == std::string::npos ? "main" : below_src.substr(0, below_src.find('/'));
    for (std::sregex_iterator at(source.text.begin(), source.text.end(), pattern), end; at != end; ++at)
      includes.push_back({room, source.path, (*at)[1]});
  }
  return includes;
}

TEST(House, TheTableHasADirection) {
  const auto rooms = house::rooms();
  EXPECT_GE(rooms.size(), 13u);
  for (const auto& [name, room] : rooms) EXPECT_FALSE(room.may_use.contains(name)) << name << " uses itself";
}

TEST(House, EveryIncludeKeepsToTheTable) {
  const auto rooms = house::rooms();
  const auto includes = all_includes();
  ASSERT_GT(includes.size(), 100u);
  for (const auto& include : includes) {
    const std::string used = include.header.substr(0, include.header.find('/'));
    if (used == include.header) continue;  // a header of the standard library or of a library
    if (include.from_room == "main" || used == include.from_room || !rooms.contains(used)) continue;
    ASSERT_TRUE(rooms.contains(include.from_room)) << include.file << ": the room is not in src/rooms.txt";
    EXPECT_TRUE(rooms.at(include.from_room).may_use.contains(used)) << include.file << " may not include " << include.header;
  }
}

TEST(House, EveryLibraryIsIncludedByItsOwnerOnly) {
  const auto rooms = house::rooms();
  for (const auto& include : all_includes()) {
    for (const auto& [prefix, library] : kLibraryHeaders) {
      if (!include.header.starts_with(prefix) || rooms.contains(include.header.substr(0, include.header.find('/')))) continue;
      EXPECT_TRUE(rooms.contains(include.from_room) && rooms.at(include.from_room).owns.contains(library))
          << include.file << " includes " << include.header << ", which belongs to another room";
    }
  }
}

TEST(House, EnginesDoNotSeeEachOther) {
  for (const auto& source : house::files_below("src/engine", {".h", ".cpp"})) {
    if (source.path.find("/native/") != std::string::npos) { EXPECT_EQ(source.text.find("engine/reference/"), std::string::npos) << source.path; }
    if (source.path.find("/reference/") != std::string::npos) {
      EXPECT_EQ(source.text.find("engine/native/"), std::string::npos) << source.path;
      EXPECT_EQ(source.text.find("#include \"measures/"), std::string::npos) << source.path << ": the reference must be independent of the kernels";
    }
  }
}

// A comment that sends its reader to a file sends him to one that is there: from the root, from src or tests, or beside it.
TEST(Comments, NameFilesThatExist) {
  static const std::regex kName("[A-Za-z0-9_./-]*[A-Za-z0-9_]\\.(h|cpp|md)\\b");
  const std::filesystem::path root = PARCOURS_SOURCE_DIR;
  for (const char* folder : {"src", "tests"})
    for (const auto& file : house::files_below(folder, {".h", ".cpp"})) {
      std::istringstream lines(file.text);
      for (std::string line; std::getline(lines, line);) {
        const auto comment = line.find("// ");
        if (comment == std::string::npos) continue;
        for (std::sregex_iterator at(line.begin() + static_cast<std::ptrdiff_t>(comment), line.end(), kName), end; at != end; ++at) {
          const std::string name = at->str();
          const auto is_in = [&](const std::filesystem::path& place) { return std::filesystem::exists(place / name); };
          EXPECT_TRUE(is_in(root) || is_in(root / "src") || is_in(root / "tests") || is_in((root / file.path).parent_path()))
              << file.path << ": no file " << name;
        }
      }
    }
}

}  // namespace
