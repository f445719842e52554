// The door to the file system. Paths are UTF-8 with forward slashes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace parcours {

class Files {
 public:
  virtual ~Files() = default;

  // The whole file. Fails beyond `limit_bytes`, on a folder, or when it cannot be read; the failure names the path.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit_bytes = kNoLimit) const = 0;
  // Whole or not at all: written beside, synced, renamed over. Makes the folders on the way. A symbolic link stays one: what it leads to is written.
  virtual Outcome write(const std::string& path, std::string_view content) = 0;
  virtual Outcome remove(const std::string& path) = 0;
  virtual Outcome make_folder(const std::string& path) = 0;
  virtual bool exists(const std::string& path) const = 0;
  virtual bool is_folder(const std::string& path) const = 0;
  // Names (not paths) of what the folder holds, sorted by bytes; empty when there is no such folder.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;

  static constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};
};

class DiskFiles final : public Files {
 public:
  Result<std::string> read(const std::string& path, std::uint64_t limit_bytes = kNoLimit) const override;
  Outcome write(const std::string& path, std::string_view content) override;
  Outcome remove(const std::string& path) override;
  Outcome make_folder(const std::string& path) override;
  bool exists(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;
};

// The in-memory twin, for tests. Folders exist as soon as something lies in them.
class MemoryFiles final : public Files {
 public:
  Result<std::string> read(const std::string& path, std::uint64_t limit_bytes = kNoLimit) const override;
  Outcome write(const std::string& path, std::string_view content) override;
  Outcome remove(const std::string& path) override;
  Outcome make_folder(const std::string& path) override;
  bool exists(const std::string& path) const override;
  bool is_folder(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
};

std::string join_path(std::string_view folder, std::string_view name);
std::string parent_of(std::string_view path);     // "maps/a.yaml" -> "maps"; "a.yaml" -> "."
std::string file_name(std::string_view path);     // "maps/a.yaml" -> "a.yaml"
std::string stem_of(std::string_view path);       // "maps/a.yaml" -> "a"
std::string extension_of(std::string_view path);  // "maps/a.YAML" -> "yaml" (lower case, no dot)

}  // namespace parcours
