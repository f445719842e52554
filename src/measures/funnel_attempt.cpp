#include "measures/funnel_attempt.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace parcours {

bool better(const Attempt& a, const Attempt& b) {
  if (a.depth != b.depth) return a.depth > b.depth;
  if (a.completed != b.completed) return a.completed < b.completed;
  if (a.began != b.began) return a.began > b.began;
  if (std::popcount(a.taken) != std::popcount(b.taken)) return std::popcount(a.taken) > std::popcount(b.taken);
  for (std::size_t step = a.depth; step-- > 0;) {
    if (a.takes(step) != b.takes(step)) return a.takes(step);
    if (a.takes(step) && a.start[step] != b.start[step]) return a.start[step] < b.start[step];
  }
  for (std::size_t step = 0; step < a.depth; ++step)
    if (a.takes(step) && a.row[step] != b.row[step]) return a.row[step] < b.row[step];
  return false;
}

void settle(Attempt& attempt, bool any_order) {
  assert(attempt.depth >= 1);
  attempt.began = attempt.start[0];
  attempt.completed = attempt.start[attempt.depth - 1];
  attempt.first_row = attempt.last_row = attempt.row[0];
  for (std::size_t step = 0; step < attempt.depth; ++step) {
    if (!attempt.takes(step)) continue;
    attempt.last_row = std::max(attempt.last_row, attempt.row[step]);
    if (!any_order) continue;
    attempt.first_row = std::min(attempt.first_row, attempt.row[step]);  // rows are in order of start
    attempt.began = std::min(attempt.began, attempt.start[step]);
    attempt.completed = std::max(attempt.completed, attempt.start[step]);
  }
}

}  // namespace parcours
