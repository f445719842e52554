// Texts as small numbers: each distinct text is kept once and known by its code. Code 0 is "none" (the empty text).
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parcours {

class Dictionary {
 public:
  Dictionary() { intern({}); }
  Dictionary(const Dictionary& other) {
    for (std::size_t code = 0; code < other.size(); ++code) intern(other.at(static_cast<std::uint32_t>(code)));
  }
  Dictionary& operator=(const Dictionary& other) {
    Dictionary copy(other);
    return *this = std::move(copy);
  }
  Dictionary(Dictionary&&) = default;
  Dictionary& operator=(Dictionary&&) = default;

  std::uint32_t intern(std::string_view text) {
    if (const auto at = codes_.find(text); at != codes_.end()) return at->second;
    const auto code = static_cast<std::uint32_t>(texts_.size());
    codes_.emplace(texts_.emplace_back(text), code);
    return code;
  }
  std::optional<std::uint32_t> find(std::string_view text) const {
    const auto at = codes_.find(text);
    return at == codes_.end() ? std::nullopt : std::optional(at->second);
  }
  // REQUIRES: code < size()
  const std::string& at(std::uint32_t code) const { return texts_[code]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque never moves its elements: the keys below look into them
  std::unordered_map<std::string_view, std::uint32_t> codes_;
};

// One text a row.
struct TextColumn {
  std::vector<std::uint32_t> codes;
  Dictionary texts;

  void push(std::string_view text) { codes.push_back(texts.intern(text)); }
  const std::string& at(std::size_t row) const { return texts.at(codes[row]); }
};

}  // namespace parcours
