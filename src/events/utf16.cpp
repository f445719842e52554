// "Unicode text" as spreadsheets save it.
#include <algorithm>
#include <array>
#include <cstring>

#include "events/text_input.h"

namespace parcours {
namespace {

void append_point(std::uint32_t point, std::string& out) {
  if (point < 0x80) {
    out += static_cast<char>(point);
    return;
  }
  const int tail = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  static constexpr std::array<unsigned, 4> kLead = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[static_cast<std::size_t>(tail)] | (point >> (6 * tail)));
  for (int i = tail - 1; i >= 0; --i) out += static_cast<char>(0x80 | ((point >> (6 * i)) & 0x3F));
}

class Utf16Source final : public ByteSource {
 public:
  Utf16Source(std::unique_ptr<ByteSource> bytes, bool big_endian) : bytes_(std::move(bytes)), big_endian_(big_endian) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    while (at_ == text_.size() && !done_) PARCOURS_CHECK(convert());
    const std::size_t n = std::min(size, text_.size() - at_);
    std::memcpy(into, text_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::optional<double> progress() const override { return bytes_->progress(); }

 private:
  Outcome convert() {
    text_.clear();
    at_ = 0;
    std::array<char, 1 << 15> chunk;
    PARCOURS_TRY(const std::size_t n, bytes_->read(chunk.data(), chunk.size()));
    done_ = n == 0;
    for (std::size_t i = 0; i < n; ++i) {
      const auto byte = static_cast<unsigned char>(chunk[i]);
      if (half_ < 0) half_ = byte;
      else take(static_cast<std::uint32_t>(big_endian_ ? (half_ << 8) | byte : (byte << 8) | half_)), half_ = -1;
    }
    if (done_ && (high_ || half_ >= 0)) append_point(0xFFFD, text_), high_ = 0, half_ = -1;
    return Done{};
  }

  void take(std::uint32_t unit) {
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (high_) {
      if (is_low) append_point(0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00), text_);
      else append_point(0xFFFD, text_);
      high_ = 0;
      if (is_low) return;
    }
    if (unit >= 0xD800 && unit < 0xDC00) high_ = unit;
    else append_point(is_low ? 0xFFFD : unit, text_);
  }

  std::unique_ptr<ByteSource> bytes_;
  bool big_endian_, done_ = false;
  std::string text_;
  std::size_t at_ = 0;
  int half_ = -1;           // the first byte of a unit, at the end of a chunk
  std::uint32_t high_ = 0;  // the first half of a pair
};

}  // namespace

std::unique_ptr<ByteSource> from_utf16(std::unique_ptr<ByteSource> bytes, bool big_endian) {
  return std::make_unique<Utf16Source>(std::move(bytes), big_endian);
}

}  // namespace parcours
