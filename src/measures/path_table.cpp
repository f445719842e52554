#include "measures/path_table.h"

#include <algorithm>

namespace parcours {
namespace {

std::uint64_t hash_of(PathTable::Path path) {
  std::uint64_t hash = path.size();
  for (const std::uint32_t code : path) {
    hash = (hash ^ code) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

std::size_t PathTable::add(Path path) {
  const std::uint64_t hash = hash_of(path);
  for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
    const std::uint32_t entry = slots_[slot];
    if (entry == kFree) {
      const std::size_t added = entries_.size();
      slots_[slot] = static_cast<std::uint32_t>(added);
      entries_.push_back({hash, codes_.size(), static_cast<std::uint32_t>(path.size()), 1});
      codes_.insert(codes_.end(), path.begin(), path.end());
      if (entries_.size() * 2 > slots_.size()) grow();
      return added;
    }
    if (entries_[entry].hash == hash && std::ranges::equal(this->path(entry), path)) {
      ++entries_[entry].count;
      return entry;
    }
  }
}

void PathTable::grow() {
  slots_.assign(slots_.size() * 4, kFree);
  for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
    std::size_t slot = entries_[entry].hash & (slots_.size() - 1);
    while (slots_[slot] != kFree) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = entry;
  }
}

}  // namespace parcours
