// The studio's pages, built into the program: studio/ as Vite writes it.
#pragma once

#include <string_view>
#include <vector>

namespace parcours {

struct StudioFile {
  std::string_view path, content;  // "index.html", "assets/studio.js"
};
// Sorted by path; empty in a program that was built without the studio.
const std::vector<StudioFile>& studio_files();

}  // namespace parcours
