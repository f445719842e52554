#include "events/local_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

#include "base/system_reason.h"

namespace parcours {
namespace {

Failure cannot_keep(const std::string& path) { return failure(msg("files.cannot_write", {{"path", path}, {"reason", system_reason(errno)}})); }

bool write_all(int fd, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t n = ::write(fd, bytes, size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes += n, size -= static_cast<std::size_t>(n);
  }
  return true;
}

struct TemporaryFile {
  std::string path;
  int fd = -1;
  ~TemporaryFile() {
    if (fd >= 0) ::close(fd);
    ::unlink(path.c_str());
  }
};

}  // namespace

Result<LocalFile> local_file(const Inputs& inputs, const std::string& path, bool compressed, ByteSource& bytes) {
  if (const auto on_disk = inputs.disk_path(path); on_disk && !compressed) return LocalFile{*on_disk, nullptr};
  std::error_code error;
  auto made = std::make_shared<TemporaryFile>();
  std::string name = (std::filesystem::temp_directory_path(error) / "parcours-XXXXXX").string();
  made->fd = ::mkstemp(name.data());
  if (made->fd < 0) return cannot_keep(name);
  made->path = name;
  std::array<char, 1 << 16> part{};
  for (;;) {
    PARCOURS_TRY(const std::size_t n, bytes.read(part.data(), part.size()));
    if (n == 0) break;
    if (!write_all(made->fd, part.data(), n)) return cannot_keep(name);
  }
  return LocalFile{name, std::move(made)};
}

}  // namespace parcours
