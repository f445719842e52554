#include "events/ndjson_reader.h"

#include <algorithm>
#include <cstring>

#include "events/complaint.h"
#include "events/encoding.h"
#include "events/json_flatten.h"
#include "events/window.h"

namespace parcours {
namespace {

class NdjsonReader final : public AttributeReader {
 public:
  NdjsonReader(std::unique_ptr<ByteSource> source, bool cut) : window_(std::move(source)), cut_(cut) {}

  Result<bool> next(AttributeRow& row) override {
    for (;;) {
      window_.drop(std::exchange(drop_, 0));
      PARCOURS_TRY(const std::optional<std::size_t> size, line_size());
      if (!size) return false;
      row.clear();
      row.line = line_++;
      drop_ = std::min(*size + 1, window_.rest().size());
      std::string_view line = window_.rest().substr(0, *size);
      if (line.size() > kRowBytesMax) {
        row.raw = line.substr(0, 4096);
        row.problem = msg("events.reject.long_row", {{"limit", static_cast<std::int64_t>(kRowBytesMax >> 20)}});
        PARCOURS_CHECK(pass_rest_of_line());
        return true;
      }
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      parse(line, row);
      return true;
    }
  }
  std::optional<double> progress() const override { return window_.progress(); }

 private:
  Result<std::optional<std::size_t>> line_size() {
    for (std::size_t seen = 0;;) {
      const std::string_view rest = window_.rest();
      if (const auto end = rest.find('\n', seen); end != std::string_view::npos) return std::optional(end);
      seen = rest.size();
      if (seen > kRowBytesMax) return std::optional(seen);
      PARCOURS_TRY(const bool some, window_.more());
      if (!some) return seen == 0 || cut_ ? std::nullopt : std::optional(seen);
    }
  }

  Outcome pass_rest_of_line() {
    std::size_t passed = 0;
    drop_ = 0;
    for (;;) {
      const std::string_view rest = window_.rest();
      const auto end = rest.find('\n');
      passed += std::min(end, rest.size());
      if (passed > kLineBytesMax)
        return unreadable(
            msg("events.endless_line", {{"line", static_cast<std::int64_t>(line_ - 1)}, {"limit", static_cast<std::int64_t>(kLineBytesMax >> 20)}}));
      window_.drop(end == std::string_view::npos ? rest.size() : end + 1);
      if (end != std::string_view::npos) return Done{};
      PARCOURS_TRY(const bool some, window_.more());
      if (!some) return Done{};
    }
  }

  void parse(std::string_view line, AttributeRow& row) {
    row.raw = line.substr(0, 4096);
    if (std::memchr(line.data(), 0, line.size())) return void(row.problem = msg("events.reject.nul"));
    if (!is_utf8(line)) return void(row.problem = msg("events.reject.invalid_utf8"));
    // The window keeps readable bytes behind the line.
    row.problem = flatten_json(parser_, simdjson::padded_string_view(line.data(), line.size(), line.size() + Window::kPadding), "", row);
  }

  Window window_;
  bool cut_;
  std::size_t drop_ = 0;
  std::uint64_t line_ = 1;
  simdjson::ondemand::parser parser_;
};

}  // namespace

std::unique_ptr<AttributeReader> read_ndjson(std::unique_ptr<ByteSource> source, bool cut) {
  return std::make_unique<NdjsonReader>(std::move(source), cut);
}

}  // namespace parcours
