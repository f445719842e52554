#include "app/named_file.h"

#include <algorithm>
#include <filesystem>

namespace parcours {
namespace {

namespace fs = std::filesystem;

// The file with all links followed; the path itself when there is none.
fs::path real(const std::string& path) {
  std::error_code error;
  const fs::path found = fs::weakly_canonical(path, error);
  return error ? fs::path(path) : found;
}

}  // namespace

std::string named_file(const Workspace& workspace, const std::string& path, const std::string& named_in) {
  for (const std::string& folder : {workspace.folder(), parent_of(named_in)})
    if (const std::string file = join_path(folder, path); workspace.doors().files.exists(file)) return file;
  return {};
}

bool lies_within(const Workspace& workspace, const std::string& file) {
  const fs::path inner = real(file), outer = real(workspace.folder());
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

}  // namespace parcours
