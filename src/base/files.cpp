#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

namespace parcours {
namespace fs = std::filesystem;

Arg system_reason(int error) {
  switch (error) {
    case ENOENT: return nested(msg("files.reason.not_there"));
    case EACCES:
    case EPERM: return nested(msg("files.reason.denied"));
    case EISDIR: return nested(msg("files.reason.is_folder"));
    case ENOTDIR: return nested(msg("files.reason.no_folder"));
    case ENOSPC: return nested(msg("files.reason.full"));
    case EROFS: return nested(msg("files.reason.read_only"));
    default: return std::string(std::strerror(error));
  }
}

Result<std::string> DiskFiles::read(const std::string& path, std::uint64_t limit_bytes) const {
  Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) return cannot("files.cannot_read", path, errno);
  struct stat status {};
  if (::fstat(file.fd, &status) != 0) return cannot("files.cannot_read", path, errno);
  if (S_ISDIR(status.st_mode)) return cannot("files.cannot_read", path, EISDIR);
  const Failure too_large = failure(msg("files.too_large", {{"path", path}, {"limit", static_cast<std::int64_t>(limit_bytes)}}));
  if (static_cast<std::uint64_t>(status.st_size) > limit_bytes) return too_large;
  std::string content;
  std::vector<char> block(1 << 16);
  for (;;) {
    const ssize_t n = ::read(file.fd, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot("files.cannot_read", path, errno);
    if (n == 0) return content;
    content.append(block.data(), static_cast<std::size_t>(n));
    if (content.size() > limit_bytes) return too_large;
  }
}

Outcome DiskFiles::write(const std::string& named, std::string_view content) {
  std::error_code error;
  const std::string path = fs::is_symlink(named, error) ? fs::weakly_canonical(named, error).string() : named;
  if (path.empty()) return cannot("files.cannot_write", named, error.value());
  const std::string folder = parent_of(path);
  PARCOURS_CHECK(make_folder(folder));
  std::string aside = join_path(folder, "." + file_name(path) + ".XXXXXX");
  Descriptor file{::mkostemp(aside.data(), O_CLOEXEC)};
  if (file.fd < 0) return cannot("files.cannot_write", path, errno);
  struct stat previous {};
  const mode_t mode = ::stat(path.c_str(), &previous) == 0 ? previous.st_mode & 07777 : 0644;
  if (!write_all(file.fd, content) || ::fchmod(file.fd, mode) != 0 || ::fsync(file.fd) != 0 || ::rename(aside.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    ::unlink(aside.c_str());
    return cannot("files.cannot_write", path, reason);
  }
  return sync_folder(folder);
}

Outcome DiskFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return cannot("files.cannot_remove", path, errno);
  return Done{};
}

Outcome DiskFiles::make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return cannot("files.cannot_write", path, error.value());
  return Done{};
}

bool DiskFiles::exists(const std::string& path) const {
  std::error_code error;
  return fs::exists(path, error);
}

bool DiskFiles::is_folder(const std::string& path) const {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> MemoryFiles::read(const std::string& path, std::uint64_t limit_bytes) const {
  const auto at = files_.find(path);
  if (at == files_.end()) return cannot("files.cannot_read", path, ENOENT);
  if (at->second.size() > limit_bytes) return failure(msg("files.too_large", {{"path", path}, {"limit", static_cast<std::int64_t>(limit_bytes)}}));
  return at->second;
}

Outcome MemoryFiles::write(const std::string& path, std::string_view content) {
  files_[path] = content;
  return Done{};
}

Outcome MemoryFiles::remove(const std::string& path) {
  files_.erase(path);
  return Done{};
}

Outcome MemoryFiles::make_folder(const std::string&) { return Done{}; }

bool MemoryFiles::exists(const std::string& path) const { return files_.contains(path) || is_folder(path); }

bool MemoryFiles::is_folder(const std::string& path) const {
  const auto at = files_.lower_bound(path + "/");
  return at != files_.end() && at->first.starts_with(path + "/");
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  const std::string prefix = folder == "." ? "" : folder + "/";
  std::set<std::string> names;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at)
    names.insert(at->first.substr(prefix.size(), at->first.find('/', prefix.size()) - prefix.size()));
  return {names.begin(), names.end()};
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == "." || name.starts_with('/')) return std::string(name);
  return std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

std::string parent_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return slash == 0 ? "/" : std::string(path.substr(0, slash));
}

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string stem_of(std::string_view path) {
  const std::string name = file_name(path);
  const auto dot = name.rfind('.');
  return dot == 0 ? name : name.substr(0, dot);
}

std::string extension_of(std::string_view path) {
  const std::string name = file_name(path);
  const auto dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return "";
  std::string extension = name.substr(dot + 1);
  for (char& c : extension) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return extension;
}

}  // namespace parcours
