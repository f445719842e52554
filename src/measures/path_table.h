// Distinct paths of codes, each with how often it came.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parcours {

class PathTable {
 public:
  using Path = std::span<const std::uint32_t>;

  std::size_t add(Path path);  // gives its entry
  std::size_t size() const { return entries_.size(); }
  Path path(std::size_t entry) const { return {codes_.data() + entries_[entry].begin, entries_[entry].length}; }
  std::int64_t count(std::size_t entry) const { return entries_[entry].count; }

 private:
  struct Entry {
    std::uint64_t hash, begin;
    std::uint32_t length;
    std::int64_t count;
  };
  void grow();

  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024, kFree);  // a power of two, at most half full
  std::vector<Entry> entries_;                                                  // in order of first sight
  std::vector<std::uint32_t> codes_;
};

}  // namespace parcours
