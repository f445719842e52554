// The door to what is imported: a stream of bytes from a file, standard input or memory.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace parcours {

// Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills up to `size` bytes and gives how many; 0 only at the end. REQUIRES: size > 0.
  virtual Result<std::size_t> read(char* into, std::size_t size) = 0;
  // Share of the input consumed, 0..1, when its size is known.
  virtual std::optional<double> progress() const = 0;
};

class Inputs {
 public:
  virtual ~Inputs() = default;
  // look: what is read is looked at first and will be asked for again (matters for standard input, which cannot be read twice).
  enum class Purpose { look, read };
  virtual Result<std::unique_ptr<ByteSource>> open(const std::string& path, Purpose purpose) = 0;  // "-" is standard input
  // Where that input lies on disk, if it does.
  virtual std::optional<std::string> disk_path(const std::string& /*path*/) const { return std::nullopt; }
  // True once whoever asked wants no more: reading then fails with "interrupted". Outlives what was opened; null: nobody can want that.
  virtual const std::atomic<bool>* stopped() const { return nullptr; }
};

class DiskInputs final : public Inputs {
 public:
  explicit DiskInputs(const std::atomic<bool>* stopped = nullptr) : stopped_(stopped) {}
  Result<std::unique_ptr<ByteSource>> open(const std::string& path, Purpose purpose) override;
  std::optional<std::string> disk_path(const std::string& path) const override;
  const std::atomic<bool>* stopped() const override { return stopped_; }

 private:
  const std::atomic<bool>* stopped_;
  std::shared_ptr<std::string> looked_at_ = std::make_shared<std::string>();  // of standard input
};

// The in-memory twin, for tests.
class MemoryInputs final : public Inputs {
 public:
  explicit MemoryInputs(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  Result<std::unique_ptr<ByteSource>> open(const std::string& path, Purpose purpose) override;

 private:
  std::map<std::string, std::string> files_;
};

std::unique_ptr<ByteSource> memory_source(std::string bytes);
// First `head`, then what `rest` gives.
std::unique_ptr<ByteSource> replay_source(std::string head, std::unique_ptr<ByteSource> rest);
// The same bytes until `stopped`: also where a reader passes over much and gives nothing.
std::unique_ptr<ByteSource> stoppable(std::unique_ptr<ByteSource> bytes, const std::atomic<bool>& stopped);

}  // namespace parcours
