// The door to the clock. Figures never ask it (their as-of is the data's); it dates imports and says what is stale.
#pragma once

#include "base/time.h"

namespace parcours {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual TimeMs now() const = 0;
};

class SystemClock final : public Clock {
 public:
  TimeMs now() const override;
};

// For tests: stands still until told.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(TimeMs now) : now_(now) {}
  TimeMs now() const override { return now_; }
  void set(TimeMs now) { now_ = now; }

 private:
  TimeMs now_;
};

}  // namespace parcours
