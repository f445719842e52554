// How far an import is. Told by the thread that imports, read by the one that serves.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

namespace parcours {

class Importing {
 public:
  void tell(std::uint64_t rows, std::optional<double> share) {
    rows_ = rows;
    share_ = share.value_or(-1);
    under_way_ = true;
  }
  void end() { under_way_ = false; }

  bool under_way() const { return under_way_; }
  std::uint64_t rows() const { return rows_; }
  double share() const { return share_; }  // -1: not known

 private:
  std::atomic<bool> under_way_ = false;
  std::atomic<std::uint64_t> rows_ = 0;
  std::atomic<double> share_ = -1;
};

}  // namespace parcours
