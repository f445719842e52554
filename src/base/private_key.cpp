#include "base/private_key.h"

#include <cstdio>
#include <cstdlib>

#include "base/digest.h"
#include "base/disk.h"
#include "base/files.h"

namespace parcours {
namespace {

constexpr std::uint64_t kKeyBytesMax = 1024;

// What stands at `path` then. A link replaces nothing; where the file system knows none, or an empty file is in the way, a renaming must do.
Result<std::string> put_in_place(const std::string& aside, const std::string& path, const std::string& key) {
  if (::link(aside.c_str(), path.c_str()) == 0) return key;
  if (errno == EEXIST) {
    PARCOURS_TRY(std::string known, DiskFiles().read(path, kKeyBytesMax));
    if (!known.empty()) return known;
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) return cannot("files.cannot_write", path, errno);
  return key;
}

}  // namespace

Result<std::string> make_private_key(const std::string& path) {
  const std::string key = random_key();
  std::string aside = path + ".XXXXXX";
  const Descriptor file{::mkostemp(aside.data(), O_CLOEXEC)};  // for its owner alone
  if (file.fd < 0) return cannot("files.cannot_write", path, errno);
  const bool written = write_all(file.fd, key) && ::fsync(file.fd) == 0;
  Result<std::string> kept = written ? put_in_place(aside, path, key) : Result<std::string>(cannot("files.cannot_write", path, errno));
  ::unlink(aside.c_str());
  if (kept.ok()) PARCOURS_CHECK(sync_folder(parent_of(path)));
  return kept;
}

}  // namespace parcours
