#include "events/ndjson_reader.h"

#include <algorithm>
#include <cstring>

#define SIMDJSON_EXCEPTIONS 0  // every complaint is a value
#include <simdjson.h>

#include "base/number.h"
#include "events/complaint.h"
#include "events/encoding.h"
#include "events/number_form.h"
#include "events/window.h"

namespace parcours {
namespace {

namespace sj = simdjson;
namespace od = simdjson::ondemand;

constexpr int kDepthMax = 32;

// Flattens one object. Gives simdjson's complaint, or SUCCESS.
class Flattener {
 public:
  Flattener(AttributeRow& row) : row_(row) {}

  sj::error_code object(od::object object, int depth) {
    if (depth > kDepthMax) return sj::DEPTH_ERROR;
    for (auto member : object) {
      od::field field;
      if (const auto error = std::move(member).get(field)) return error;
      std::string_view key;
      if (const auto error = field.unescaped_key().get(key)) return error;
      const std::size_t outer = path_.size();
      if (!path_.empty()) path_ += '.';
      path_ += key;
      if (row_.attributes.size() >= kColumnsMax) return sj::CAPACITY;
      if (const auto error = value(field.value(), depth)) return error;
      path_.resize(outer);
    }
    return sj::SUCCESS;
  }

 private:
  sj::error_code value(od::value value, int depth) {
    od::json_type type;
    if (const auto error = value.type().get(type)) return error;
    switch (type) {
      case od::json_type::object: {
        od::object inner;
        if (const auto error = value.get_object().get(inner)) return error;
        return object(inner, depth + 1);
      }
      case od::json_type::array: {
        od::array items;
        if (const auto error = value.get_array().get(items)) return error;
        std::string_view text;
        if (const auto error = items.raw_json().get(text)) return error;
        add(text, false);
        return sj::SUCCESS;
      }
      case od::json_type::string: {
        std::string_view text;
        if (const auto error = value.get_string().get(text)) return error;
        add(text, false);
        return sj::SUCCESS;
      }
      case od::json_type::number: return number(value);
      case od::json_type::boolean: {
        bool yes = false;
        if (const auto error = value.get_bool().get(yes)) return error;
        add(yes ? "true" : "false", false);
        return sj::SUCCESS;
      }
      case od::json_type::null: {
        bool none = false;
        if (const auto error = value.is_null().get(none)) return error;
        return none ? sj::SUCCESS : sj::N_ATOM_ERROR;
      }
    }
    return sj::TAPE_ERROR;
  }

  // Kept as written when it is long (identities of 19 digits), else in the one way numbers are written.
  sj::error_code number(od::value value) {
    std::string_view token = value.raw_json_token();
    double read = 0;
    if (const auto error = value.get_double().get(read)) return error;
    token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    if (is_plain_number(token, '.')) add(token.find('.') == std::string_view::npos ? std::string(token == "-0" ? "0" : token) : exact(read), true);
    else if (token.find_first_of(".eE") == std::string_view::npos) add(token, true);
    else add(exact(read), true);
    return sj::SUCCESS;
  }

  void add(std::string_view text, bool number) { row_.attributes.push_back({path_, std::string(text), number}); }

  AttributeRow& row_;
  std::string path_;
};

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
    const sj::padded_string_view padded(line.data(), line.size(), line.size() + Window::kPadding);
    od::document document;
    od::object object;
    auto error = parser_.iterate(padded).get(document);
    if (!error) error = document.get_object().get(object);
    if (error == sj::INCORRECT_TYPE) return void(row.problem = msg("events.reject.not_an_object"));
    if (!error) error = Flattener(row).object(object, 0);
    if (!error && document.current_location().error() != sj::OUT_OF_BOUNDS) error = sj::TAPE_ERROR;  // something stands behind the object
    if (error == sj::DEPTH_ERROR) row.problem = msg("events.reject.too_deep", {{"limit", std::int64_t{kDepthMax}}});
    else if (error == sj::CAPACITY) row.problem = msg("events.reject.too_many_values", {{"limit", static_cast<std::int64_t>(kColumnsMax)}});
    else if (error) row.problem = msg("events.reject.not_json");
  }

  Window window_;
  bool cut_;
  std::size_t drop_ = 0;
  std::uint64_t line_ = 1;
  od::parser parser_;
};

}  // namespace

std::unique_ptr<AttributeReader> read_ndjson(std::unique_ptr<ByteSource> source, bool cut) {
  return std::make_unique<NdjsonReader>(std::move(source), cut);
}

}  // namespace parcours
