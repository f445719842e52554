// The project's own files, read for the tests that hold the house to its rules.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace house {

struct SourceFile {
  std::string path;  // from the project's root
  std::string text;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

// All files below `folder` with one of the extensions (".cpp"), sorted by path.
inline std::vector<SourceFile> files_below(const std::string& folder, const std::set<std::string>& extensions) {
  const std::filesystem::path root = PARCOURS_SOURCE_DIR;
  std::vector<SourceFile> files;
  if (!std::filesystem::exists(root / folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
    if (entry.is_regular_file() && extensions.contains(entry.path().extension().string()))
      files.push_back({std::filesystem::relative(entry.path(), root).string(), read_file(entry.path())});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

struct Room {
  std::set<std::string> may_use;  // with what those may use
  std::set<std::string> owns;
};

// src/rooms.txt
inline std::map<std::string, Room> rooms() {
  std::map<std::string, Room> rooms;
  std::istringstream table(read_file(std::filesystem::path(PARCOURS_SOURCE_DIR) / "src/rooms.txt"));
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto colon = line.find(':'), bar = line.find('|');
    Room& room = rooms[line.substr(0, colon)];
    std::istringstream uses(line.substr(colon + 1, bar - colon - 1)), owns(bar == std::string::npos ? "" : line.substr(bar + 1));
    for (std::string used; uses >> used;) {
      room.may_use.insert(used);
      room.may_use.insert(rooms[used].may_use.begin(), rooms[used].may_use.end());
    }
    for (std::string library; owns >> library;) room.owns.insert(library);
  }
  return rooms;
}

}  // namespace house
