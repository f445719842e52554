#include "engine/random_questions.h"

#include <array>

#include "questions/parse_step.h"

namespace parcours {
namespace {

constexpr std::array kRules = {"a",
                               "b",
                               "c",
                               "d",
                               "a,b",
                               "b,c",
                               "*",
                               "a[channel=web],b",
                               "a[colour=1]",
                               "c[value>=2]",
                               "b[channel!=web]",
                               "*[!channel]",
                               "a[value=1|3]",
                               "b[channel~*o*]"};
constexpr std::array kFilters = {"channel=web", "colour!=red", "value>=2", "!colour", "channel~*p*", "value<=2"};
constexpr std::array<TimeMs, 6> kSilences = {250, 30 * kSecond, kHour, kDay, 20 * kDay, 60 * kDay};

Rule random_rule(Dice& dice) { return parse_step(kRules[dice.below(kRules.size())])->rule; }

Scope random_scope(Dice& dice, bool timed) {
  Scope scope;
  if (dice.one_in(5)) scope.where.push_back(*parse_where(kFilters[dice.below(kFilters.size())]));
  if (dice.one_in(3)) scope.per = Per::journey;
  if (dice.one_in(2)) scope.inactivity = kSilences[dice.below(kSilences.size())];
  const TimeMs noon = day_number(Date{2026, 3, 29}) * kDay + 12 * kHour;
  if (timed && dice.one_in(5)) scope.since = noon - kDay;
  if (timed && dice.one_in(5)) scope.until = noon + static_cast<TimeMs>(dice.below(3)) * 30 * kDay;
  return scope;
}

template <class Question>
Question random_nodes(Dice& dice, bool timed) {
  Question question;
  question.scope = random_scope(dice, timed);
  question.nodes = static_cast<NodesAre>(dice.below(4));
  for (std::size_t i = 0, steps = question.nodes == NodesAre::steps ? 1 + dice.below(4) : 0; i < steps; ++i)
    question.steps.push_back({"step " + std::to_string(i / 2 * 2), random_rule(dice)});
  question.collapse = dice.one_in(3);
  return question;
}

}  // namespace

FlowQuestion random_flow(Dice& dice, bool timed) { return random_nodes<FlowQuestion>(dice, timed); }

VariantsQuestion random_variants(Dice& dice, bool timed) {
  auto question = random_nodes<VariantsQuestion>(dice, timed);
  if (dice.one_in(4)) question.most = 1 + dice.below(3);
  if (dice.one_in(4)) question.longest = 1 + dice.below(4);
  return question;
}

RetentionQuestion random_retention(Dice& dice) {
  RetentionQuestion question;
  question.scope = random_scope(dice, true);
  question.every = static_cast<Every>(dice.below(3));
  if (dice.one_in(3)) question.came = random_rule(dice);
  if (dice.one_in(3)) question.active = random_rule(dice);
  if (dice.one_in(2)) question.purchase = random_rule(dice);
  if (dice.one_in(2))
    question.list =
        ListMembers{Zone::utc().date(1'700'000'000'000 + static_cast<TimeMs>(dice.below(30)) * kDay), static_cast<MembersWho>(dice.below(3))};
  return question;
}

ChannelsQuestion random_channels(Dice& dice, bool timed) { return {random_scope(dice, timed)}; }

MeasureQuestion random_measure(Dice& dice, bool timed) {
  MeasureQuestion question;
  question.scope = random_scope(dice, timed);
  if (dice.one_in(3)) question.window = dice.one_in(2) ? std::nullopt : std::optional(kDay);
  const std::size_t stages = 1 + dice.below(4);
  std::size_t touchpoints = 0;
  for (std::size_t s = 0; s < stages; ++s) {
    MeasuredStage stage{"stage " + std::to_string(s), s > 0 && (question.stages.back().after_goal || dice.one_in(3)), {}};
    for (std::size_t t = 0, n = 1 + dice.below(3); t < n; ++t) {
      MeasuredTouchpoint touchpoint{"t" + std::to_string(touchpoints++), random_rule(dice), {}};
      if (dice.one_in(8)) touchpoint.match = {};
      if (dice.one_in(5)) touchpoint.failure = random_rule(dice);
      stage.touchpoints.push_back(std::move(touchpoint));
    }
    question.stages.push_back(std::move(stage));
  }
  std::vector<std::string> before;
  for (const auto& stage : question.stages)
    for (const auto& touchpoint : stage.touchpoints)
      if (!stage.after_goal) before.push_back(touchpoint.id);
  if (!dice.one_in(6)) question.goal = before[dice.below(before.size())];
  if (dice.one_in(2)) question.leads_to = question.stages[dice.below(stages)].id;
  if (dice.one_in(3)) question.by = dice.one_in(2) ? "channel" : "size";
  if (dice.one_in(2)) question.list = ListAt{"t" + std::to_string(dice.below(touchpoints)), static_cast<ListWho>(dice.below(3))};
  return question;
}

}  // namespace parcours
