// A window that slides over a stream of bytes: what was read and not yet taken.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "events/byte_source.h"

namespace parcours {

// Limits of what is read; docs/formats/import.md names them.
inline constexpr std::size_t kRowBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kFieldBytesMax = std::size_t{1} << 17;
inline constexpr std::size_t kLineBytesMax = std::size_t{1} << 26;  // past this the file is no table
inline constexpr std::size_t kColumnsMax = 2000;

class Window {
 public:
  // At least so many readable bytes follow rest(): simdjson wants them.
  static constexpr std::size_t kPadding = 64;

  explicit Window(std::unique_ptr<ByteSource> source) : source_(std::move(source)), bytes_(kFirstSize) {}

  std::string_view rest() const { return {bytes_.data() + begin_, end_ - begin_}; }
  // Reads more behind rest(), which moves. False at the end of the stream.
  Result<bool> more();
  // REQUIRES: n <= rest().size()
  void drop(std::size_t n) { begin_ += n; }
  std::optional<double> progress() const { return source_->progress(); }

 private:
  static constexpr std::size_t kFirstSize = std::size_t{1} << 16;
  std::unique_ptr<ByteSource> source_;
  std::vector<char> bytes_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace parcours
