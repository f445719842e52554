#include "store/folder.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/private_key.h"
#include "base/system_reason.h"

namespace parcours {
namespace {

Failure cannot_write(const std::string& path, int error) {
  return failure(msg("files.cannot_write", {{"path", path}, {"reason", system_reason(error)}}));
}

Result<int> open_lock(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return cannot_write(path, errno);
  return descriptor;
}

Outcome sync_path(const std::string& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_write(path, errno);
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error) return cannot_write(path, error);
  return Done{};
}

}  // namespace

bool StoreFolder::is_writable() const { return ::access(root.c_str(), W_OK) == 0 || (errno != EACCES && errno != EROFS); }

Result<FileLock> FileLock::attempt(const std::string& path) {
  PARCOURS_TRY(const int descriptor, open_lock(path));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return FileLock(descriptor);
  const int error = errno;
  ::close(descriptor);
  if (error == EWOULDBLOCK || error == EINTR) return FileLock(-1);
  return cannot_write(path, error);
}

Result<FileLock> FileLock::wait(const std::string& path, const KeepGoing& keep_going) {
  for (;;) {
    PARCOURS_TRY(FileLock lock, attempt(path));
    if (lock.held()) return lock;
    if (keep_going && !keep_going()) {
      Failure stopped = failure(msg("store.stopped"));
      stopped.what.code = "interrupted";
      return stopped;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<AsideFolder> AsideFolder::make(const StoreFolder& folder) {
  // Between making the folder and locking it, no sweep may take it for abandoned.
  PARCOURS_TRY(const FileLock no_sweep, FileLock::wait(folder.aside_lock()));
  std::string path = join_path(folder.hidden(), "aside-XXXXXX");
  if (!::mkdtemp(path.data())) return cannot_write(path, errno);
  PARCOURS_TRY(FileLock lock, FileLock::attempt(join_path(path, "lock")));
  return AsideFolder(std::move(path), std::move(lock));
}

AsideFolder::~AsideFolder() {
  std::error_code ignored;  // what stays is swept at the next opening
  if (lock_.held()) std::filesystem::remove_all(path_, ignored);
}

Outcome sweep_aside_folders(const StoreFolder& folder) {
  PARCOURS_TRY(const FileLock sweeping, FileLock::wait(folder.aside_lock()));
  for (const std::string& name : DiskFiles().list(folder.hidden())) {
    if (!name.starts_with("aside-")) continue;
    const std::string path = join_path(folder.hidden(), name);
    PARCOURS_TRY(const FileLock abandoned, FileLock::attempt(join_path(path, "lock")));
    std::error_code ignored;
    if (abandoned.held()) std::filesystem::remove_all(path, ignored);
  }
  return Done{};
}

Outcome publish_file(const std::string& from, const std::string& to) {
  PARCOURS_CHECK(sync_path(from, 0));
  if (::rename(from.c_str(), to.c_str()) != 0) return cannot_write(to, errno);
  return sync_path(parent_of(to), O_DIRECTORY);
}

// A disk that is too full for it leaves none.
void keep_room(const StoreFolder& folder) {
  static constexpr std::size_t kBytes = std::size_t{1} << 18;
  DiskFiles files;
  if (!files.exists(folder.reserve())) (void)files.write(folder.reserve(), std::string(kBytes, '.'));
}

void give_room(const StoreFolder& folder) {
  std::error_code ignored;  // what is not there gives none
  std::filesystem::remove(folder.reserve(), ignored);
  std::filesystem::remove_all(folder.cache(), ignored);
}

Result<std::string> read_erasure_key(const StoreFolder& folder) {
  const DiskFiles files;
  return files.exists(folder.erasure_key()) ? files.read(folder.erasure_key(), 1024) : std::string();
}

Result<std::string> make_erasure_key(const StoreFolder& folder) { return make_private_key(folder.erasure_key()); }

}  // namespace parcours
