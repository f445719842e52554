// Where the store keeps what, and the locks by which processes make way for each other.
#pragma once

#include <functional>
#include <string>

#include "base/files.h"
#include "base/result.h"

namespace parcours {

// The places in a workspace, as paths.
struct StoreFolder {
  std::string root;

  std::string events() const { return join_path(root, "events"); }
  std::string catalogue() const { return join_path(root, "catalogue.sqlite"); }
  std::string hidden() const { return join_path(root, ".parcours"); }
  std::string cache() const { return join_path(hidden(), "cache"); }      // derived: may be deleted at any time
  std::string reserve() const { return join_path(hidden(), "reserve"); }  // room kept for a full disk
  std::string erasure_key() const { return join_path(hidden(), "erasure.key"); }
  std::string writer_lock() const { return join_path(hidden(), "writer.lock"); }
  bool is_writable() const;  // false: the rights or the disk forbid it
  std::string aside_lock() const { return join_path(hidden(), "aside.lock"); }
};

// An exclusive lock on a file, held until destroyed and given back by the system when the process dies.
class FileLock {
 public:
  using KeepGoing = std::function<bool()>;

  // Waits for it. `keep_going` is asked twenty times a second; false gives up with the failure "interrupted".
  static Result<FileLock> wait(const std::string& path, const KeepGoing& keep_going = {});
  // The lock, or one that is not held() when another holds it.
  static Result<FileLock> attempt(const std::string& path);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();
  bool held() const { return descriptor_ >= 0; }

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// A folder of this process' own for half-made files, .parcours/aside-…; gone when destroyed.
class AsideFolder {
 public:
  static Result<AsideFolder> make(const StoreFolder& folder);
  AsideFolder(AsideFolder&&) = default;
  AsideFolder& operator=(AsideFolder&&) = delete;
  ~AsideFolder();
  const std::string& path() const { return path_; }

 private:
  AsideFolder(std::string path, FileLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}
  std::string path_;
  FileLock lock_;
};

// Removes the aside folders whose process is gone.
Outcome sweep_aside_folders(const StoreFolder& folder);

// Syncs the file `from` and renames it to `to`, in a folder of the same disk, so that it is there after a power cut.
Outcome publish_file(const std::string& from, const std::string& to);

// Keeps room on the disk that give_room() can give: enough for the catalogue to say that an import is removed. Does nothing when it is kept already.
void keep_room(const StoreFolder& folder);
// Gives back the room that is kept, and that of everything derived.
void give_room(const StoreFolder& folder);

// The secret by which erased people are known again: 32 bytes, readable by the owner only. Empty when there is none yet.
Result<std::string> read_erasure_key(const StoreFolder& folder);
Result<std::string> make_erasure_key(const StoreFolder& folder);

}  // namespace parcours
