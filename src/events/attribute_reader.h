// Rows of named values: what all formats have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/text.h"

namespace parcours {

struct Attribute {
  std::string key, value;
  bool number = false;  // `value` is a JSON number
};

struct AttributeRow {
  std::uint64_t line = 0;
  std::vector<Attribute> attributes;  // in order of the file; a key may stand twice: the last counts
  std::string raw;                    // the row for a reject, cut
  std::optional<Message> problem;     // why it cannot be taken

  bool aside = false;  // left aside on purpose: neither an event nor a reject

  void clear() { attributes.clear(), raw.clear(), problem.reset(), aside = false; }
};

class AttributeReader {
 public:
  virtual ~AttributeReader() = default;
  virtual Result<bool> next(AttributeRow& row) = 0;  // false at the end
  virtual std::optional<double> progress() const = 0;
};

}  // namespace parcours
