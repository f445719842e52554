// The last figures of maps that were measured: figures, findings and picture of a map ask the same question one after the other.
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <utility>

#include "questions/measure.h"

namespace parcours {

class AnswerMemory {
 public:
  static constexpr std::size_t kMost = 16;

  // What was answered to that very question of what the store says as of this version; none: ask. Of any other version all is forgotten.
  // Good until the next call.
  const MeasureAnswer* find(const MeasureQuestion& question, const std::string& version);
  // The one not asked for longest makes room. Lists of customers are not kept: they may be as long as the data.
  void keep(const MeasureQuestion& question, const std::string& version, const MeasureAnswer& answer);

  std::size_t size() const { return answers_.size(); }

 private:
  using Kept = std::pair<MeasureQuestion, MeasureAnswer>;
  void be_of(const std::string& version);

  std::string version_;
  std::list<Kept> answers_;  // the one asked for last first
};

}  // namespace parcours
