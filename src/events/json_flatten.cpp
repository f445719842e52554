#include "events/json_flatten.h"

#include "base/number.h"
#include "events/number_form.h"
#include "events/window.h"

namespace parcours {
namespace {

namespace sj = simdjson;
namespace od = simdjson::ondemand;

constexpr int kJsonDepthMax = 32;

// Flattens one object. Gives simdjson's complaint, or SUCCESS.
class Flattener {
 public:
  Flattener(AttributeRow& row, std::string_view prefix) : row_(row), path_(prefix) {}

  sj::error_code object(od::object object, int depth) {
    if (depth > kJsonDepthMax) return sj::DEPTH_ERROR;
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

}  // namespace

std::optional<Message> flatten_json(od::parser& parser, sj::padded_string_view text, std::string_view prefix, AttributeRow& row) {
  od::document document;
  od::object object;
  auto error = parser.iterate(text).get(document);
  if (!error) error = document.get_object().get(object);
  if (error == sj::INCORRECT_TYPE) return msg("events.reject.not_an_object");
  if (!error) error = Flattener(row, prefix).object(object, 0);
  if (!error && document.current_location().error() != sj::OUT_OF_BOUNDS) error = sj::TAPE_ERROR;  // something stands behind the object
  if (error == sj::DEPTH_ERROR) return msg("events.reject.too_deep", {{"limit", std::int64_t{kJsonDepthMax}}});
  if (error == sj::CAPACITY) return msg("events.reject.too_many_values", {{"limit", static_cast<std::int64_t>(kColumnsMax)}});
  if (error) return msg("events.reject.not_json");
  return std::nullopt;
}

}  // namespace parcours
