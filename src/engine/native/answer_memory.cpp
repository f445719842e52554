#include "engine/native/answer_memory.h"

#include <algorithm>
#include <tuple>

namespace parcours {
namespace {

// Every member is named, so that a further one does not compile before it is compared.
auto all_of(const Scope& of) {
  const auto& [since, until, where, per, inactivity] = of;
  return std::tie(since, until, where, per, inactivity);
}
auto all_of(const MeasuredTouchpoint& of) {
  const auto& [id, match, failure] = of;
  return std::tie(id, match, failure);
}

bool is_same(const MeasuredStage& a, const MeasuredStage& b) {
  const auto& [id, after_goal, touchpoints] = a;
  const auto is_same_touchpoint = [](const auto& one, const auto& other) { return all_of(one) == all_of(other); };
  return id == b.id && after_goal == b.after_goal &&
         std::equal(touchpoints.begin(), touchpoints.end(), b.touchpoints.begin(), b.touchpoints.end(), is_same_touchpoint);
}

bool is_same(const MeasureQuestion& a, const MeasureQuestion& b) {
  const auto& [scope, stages, goal, window, currency, leads_to, by, list] = a;
  const auto is_same_stage = [](const auto& one, const auto& other) { return is_same(one, other); };
  return !list && !b.list && all_of(scope) == all_of(b.scope) &&
         std::tie(goal, window, currency, leads_to, by) == std::tie(b.goal, b.window, b.currency, b.leads_to, b.by) &&
         std::equal(stages.begin(), stages.end(), b.stages.begin(), b.stages.end(), is_same_stage);
}

}  // namespace

void AnswerMemory::be_of(const std::string& version) {
  if (version == version_) return;
  answers_.clear();
  version_ = version;
}

const MeasureAnswer* AnswerMemory::find(const MeasureQuestion& question, const std::string& version) {
  be_of(version);
  const auto known = std::find_if(answers_.begin(), answers_.end(), [&](const Kept& kept) { return is_same(kept.first, question); });
  if (known == answers_.end()) return nullptr;
  answers_.splice(answers_.begin(), answers_, known);
  return &answers_.front().second;
}

void AnswerMemory::keep(const MeasureQuestion& question, const std::string& version, const MeasureAnswer& answer) {
  if (question.list || find(question, version)) return;
  answers_.emplace_front(question, answer);
  if (answers_.size() > kMost) answers_.pop_back();
}

}  // namespace parcours
