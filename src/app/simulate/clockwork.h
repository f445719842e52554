// A customer's time: gaps within a stage, the delays that the map plans between stages, the silence before somebody comes back.
#pragma once

#include <vector>

#include "app/simulate/walk.h"

namespace parcours {

class Clockwork {
 public:
  Clockwork(const Ground& ground, Random& random);

  TimeMs now() const { return now_ / kSecond * kSecond; }
  bool over() const { return now_ >= ground_.calendar.end(); }

  void begin();  // the first visit is right then, in whichever stage

  // The wait before the stage: as its `when: {after, days}` says, counted from the last visit in that stage; else some days at most.
  // It ends no journey, where the days of the map leave room for that.
  void enter_stage(std::size_t stage);
  // To the next touchpoint of the stage: minutes, with pauses that its `lasts` leaves room for; or no time at all (a tie).
  void reach(const Stop& stop);
  void leave(const Stop& stop);  // its last visit is now
  void stay(double median_s);
  void pass_minutes(double median);
  // Silence: longer than a journey; of buyers, some are back sooner.
  void come_back(bool bought);

 private:
  void wait_days(TimeMs base, std::int64_t least, std::int64_t most);
  TimeMs pause_within(const Stage& stage);

  const Ground& ground_;
  Random& random_;
  TimeMs now_ = 0;
  bool seen_ = false;  // a visit in this journey
  bool first_in_stage_ = true;
  TimeMs stage_began_ = 0;
  std::optional<double> to_next_s_;    // as the touchpoint last visited declares it
  std::vector<TimeMs> last_in_stage_;  // kNoTime: none in this journey
};

}  // namespace parcours
