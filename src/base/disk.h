// What the files of base that write to the disk have in common.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "base/result.h"
#include "base/system_reason.h"

namespace parcours {

inline Failure cannot(std::string_view key, const std::string& path, int error) {
  return failure(msg(key, {{"path", path}, {"reason", system_reason(error)}}));
}

// Closes on leaving the scope.
struct Descriptor {
  int fd = -1;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

inline bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t n = ::write(fd, content.data(), content.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

inline Outcome sync_folder(const std::string& folder) {
  Descriptor dir{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (dir.fd < 0 || ::fsync(dir.fd) != 0) return cannot("files.cannot_write", folder, errno);
  return Done{};
}

}  // namespace parcours
