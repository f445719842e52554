#include "events/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_reason.h"

namespace parcours {
namespace {

Failure cannot_read(const std::string& path, int error) {
  return failure(msg("files.cannot_read", {{"path", path}, {"reason", system_reason(error)}}));
}

class DescriptorSource final : public ByteSource {
 public:
  DescriptorSource(int fd, std::string path, std::uint64_t size) : fd_(fd), path_(std::move(path)), size_(size) {}
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;
  ~DescriptorSource() override {
    if (fd_ != STDIN_FILENO) ::close(fd_);
  }
  Result<std::size_t> read(char* into, std::size_t size) override {
    for (;;) {
      const ssize_t n = ::read(fd_, into, size);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return cannot_read(path_, errno);
      done_ += static_cast<std::uint64_t>(n);
      return static_cast<std::size_t>(n);
    }
  }
  std::optional<double> progress() const override {
    if (size_ == 0) return std::nullopt;
    return std::min(1.0, static_cast<double>(done_) / static_cast<double>(size_));
  }

 private:
  int fd_;
  std::string path_;
  std::uint64_t size_, done_ = 0;
};

// Keeps what it reads, so that the next reader can start over.
class RecordingSource final : public ByteSource {
 public:
  RecordingSource(std::unique_ptr<ByteSource> inner, std::shared_ptr<std::string> record) : inner_(std::move(inner)), record_(std::move(record)) {}
  Result<std::size_t> read(char* into, std::size_t size) override {
    PARCOURS_TRY(const std::size_t n, inner_->read(into, size));
    record_->append(into, n);
    return n;
  }
  std::optional<double> progress() const override { return std::nullopt; }

 private:
  std::unique_ptr<ByteSource> inner_;
  std::shared_ptr<std::string> record_;
};

// Memory first, then the rest of another source (if any).
class ReplaySource final : public ByteSource {
 public:
  ReplaySource(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}
  Result<std::size_t> read(char* into, std::size_t size) override {
    if (at_ == head_.size()) return rest_ ? rest_->read(into, size) : Result<std::size_t>(0);
    const std::size_t n = std::min(size, head_.size() - at_);
    std::memcpy(into, head_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::optional<double> progress() const override {
    if (rest_) return rest_->progress();
    return head_.empty() ? 1.0 : static_cast<double>(at_) / static_cast<double>(head_.size());
  }

 private:
  std::string head_;
  std::unique_ptr<ByteSource> rest_;
  std::size_t at_ = 0;
};

class StoppableSource final : public ByteSource {
 public:
  StoppableSource(std::unique_ptr<ByteSource> inner, const std::atomic<bool>& stopped) : inner_(std::move(inner)), stopped_(stopped) {}
  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!stopped_.load()) return inner_->read(into, size);
    Failure failed = failure(msg("events.stopped"));
    failed.what.code = "interrupted";
    return failed;
  }
  std::optional<double> progress() const override { return inner_->progress(); }

 private:
  std::unique_ptr<ByteSource> inner_;
  const std::atomic<bool>& stopped_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> DiskInputs::open(const std::string& path, Purpose purpose) {
  if (path == "-") {
    auto live = std::make_unique<DescriptorSource>(STDIN_FILENO, path, 0);
    if (purpose == Purpose::look) return std::unique_ptr<ByteSource>(std::make_unique<RecordingSource>(std::move(live), looked_at_));
    return std::unique_ptr<ByteSource>(std::make_unique<ReplaySource>(std::exchange(*looked_at_, {}), std::move(live)));
  }
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return cannot_read(path, errno);
  struct stat info {};
  if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(fd);
    return cannot_read(path, EISDIR);
  }
  return std::unique_ptr<ByteSource>(std::make_unique<DescriptorSource>(fd, path, static_cast<std::uint64_t>(info.st_size)));
}

std::optional<std::string> DiskInputs::disk_path(const std::string& path) const { return path == "-" ? std::nullopt : std::optional(path); }

Result<std::unique_ptr<ByteSource>> MemoryInputs::open(const std::string& path, Purpose) {
  const auto at = files_.find(path);
  if (at == files_.end()) return cannot_read(path, ENOENT);
  return memory_source(at->second);
}

std::unique_ptr<ByteSource> memory_source(std::string bytes) { return std::make_unique<ReplaySource>(std::move(bytes), nullptr); }

std::unique_ptr<ByteSource> replay_source(std::string head, std::unique_ptr<ByteSource> rest) {
  return std::make_unique<ReplaySource>(std::move(head), std::move(rest));
}

std::unique_ptr<ByteSource> stoppable(std::unique_ptr<ByteSource> bytes, const std::atomic<bool>& stopped) {
  return std::make_unique<StoppableSource>(std::move(bytes), stopped);
}

}  // namespace parcours
