// Many shares at once, told apart by a small number, each clustered by customer.
#pragma once

#include <cstdint>
#include <vector>

#include "questions/statistics.h"

namespace parcours {

class SharesBy {
 public:
  // One more case of the present customer among those the share is of; `counts`: it has what is counted.
  void add(std::uint32_t key, bool counts) {
    if (key >= open_.size()) {
      open_.resize(key + 1);
      totals_.resize(key + 1);
    }
    if (open_[key].n++ == 0) touched_.push_back(key);
    open_[key].count += counts;
  }
  // REQUIRES: called after each customer's last case, also the last customer's.
  void end_customer() {
    for (const std::uint32_t key : touched_) {
      totals_[key].add(open_[key].count, open_[key].n);
      open_[key] = {};
    }
    touched_.clear();
  }
  Share share(std::uint32_t key) const { return key < totals_.size() ? totals_[key].share() : wilson(0, 0); }

 private:
  struct Cases {
    std::int64_t count = 0, n = 0;
  };
  std::vector<Cases> open_;  // of the present customer
  std::vector<std::uint32_t> touched_;
  std::vector<ClusteredCount> totals_;
};

}  // namespace parcours
