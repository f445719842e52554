// Gives each ordered pair of codes a small number, in order of first sight: what edges are counted under.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parcours {

class PairIds {
 public:
  explicit PairIds(std::size_t codes) : codes_(codes), dense_(codes <= kDenseBelow ? codes * codes : 0, kUnseen) {}

  std::uint32_t of(std::uint32_t from, std::uint32_t to) {
    std::uint32_t& id = dense_.empty() ? sparse_.try_emplace(std::uint64_t{from} << 32 | to, kUnseen).first->second : dense_[from * codes_ + to];
    if (id == kUnseen) {
      id = static_cast<std::uint32_t>(pairs_.size());
      pairs_.emplace_back(from, to);
    }
    return id;
  }
  std::size_t size() const { return pairs_.size(); }
  std::pair<std::uint32_t, std::uint32_t> pair(std::uint32_t id) const { return pairs_[id]; }

 private:
  static constexpr std::size_t kDenseBelow = 1024;  // a table of 4 MB at most
  static constexpr std::uint32_t kUnseen = ~std::uint32_t{0};
  std::size_t codes_;
  std::vector<std::uint32_t> dense_;
  std::unordered_map<std::uint64_t, std::uint32_t> sparse_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

}  // namespace parcours
