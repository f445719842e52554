// Texts of a column of segments as codes, fast: neighbours are mostly equal, and there are few different ones.
#pragma once

#include <array>
#include <string_view>

#include "base/dictionary.h"

namespace parcours {

class TextReader {
 public:
  explicit TextReader(TextColumn& column) : column_(column) {}

  void read(std::string_view text) { column_.codes.push_back(text.empty() ? 0 : code_of(text)); }

 private:
  struct Known {
    std::string_view text;  // in the dictionary
    std::uint32_t code = 0;
  };

  std::uint32_t code_of(std::string_view text) {
    // Length, first and last bytes tell most texts of one column apart; those that they do not are compared and looked up.
    const auto byte = [text](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(text[at])); };
    const std::size_t mixed = text.size() * 31 + byte(0) * 7 + byte(text.size() / 2) * 131 + byte(text.size() - 1) * 17;
    Known& known = known_[mixed % known_.size()];
    if (known.text != text) {
      known.code = column_.texts.intern(text);
      known.text = column_.texts.at(known.code);
    }
    return known.code;
  }

  TextColumn& column_;
  std::array<Known, 1024> known_{};
};

}  // namespace parcours
