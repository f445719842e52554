// Streaming gzip by zlib: memory stays flat whatever the file unpacks to.
#include <zlib.h>

#include <array>

#include "events/complaint.h"
#include "events/text_input.h"

namespace parcours {
namespace {

class GunzipSource final : public ByteSource {
 public:
  GunzipSource(std::unique_ptr<ByteSource> zipped, std::string name) : zipped_(std::move(zipped)), name_(std::move(name)) {
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  GunzipSource(const GunzipSource&) = delete;
  GunzipSource& operator=(const GunzipSource&) = delete;
  ~GunzipSource() override {
    if (ready_) inflateEnd(&stream_);
  }

  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!ready_) return damaged();
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted && !done_) {
      if (stream_.avail_in == 0) {
        PARCOURS_TRY(const bool some, refill());
        if (!some) {
          if (inside_) return unreadable(msg("events.gzip_truncated"), msg("events.gzip_truncated_hint"), {name_});
          done_ = true;
          break;
        }
      }
      PARCOURS_CHECK(step());
    }
    return static_cast<std::size_t>(wanted - stream_.avail_out);
  }
  std::optional<double> progress() const override { return zipped_->progress(); }

 private:
  Failure damaged() const { return unreadable(msg("events.gzip_damaged"), msg("events.gzip_truncated_hint"), {name_}); }

  Result<bool> refill() {
    PARCOURS_TRY(const std::size_t n, zipped_->read(reinterpret_cast<char*>(chunk_.data()), chunk_.size()));
    stream_.next_in = chunk_.data();
    stream_.avail_in = static_cast<uInt>(n);
    return n > 0;
  }

  Outcome step() {
    if (!inside_) {
      // Between members: another one, or padding with zeros, which gzip itself ignores.
      if (*stream_.next_in == 0) {
        done_ = true;
        return Done{};
      }
      if (*stream_.next_in != 0x1F) return unreadable(msg("events.gzip_trailing"), msg("events.gzip_trailing_hint"), {name_});
      inflateReset(&stream_);
      inside_ = true;
    }
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) inside_ = false;
    else if (status != Z_OK && status != Z_BUF_ERROR) return damaged();
    return Done{};
  }

  std::unique_ptr<ByteSource> zipped_;
  std::string name_;
  z_stream stream_{};
  std::array<Bytef, 1 << 16> chunk_;
  bool ready_ = false;
  bool inside_ = false;  // a member has begun and not ended
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> zipped, std::string name) {
  return std::make_unique<GunzipSource>(std::move(zipped), std::move(name));
}

}  // namespace parcours
