#include <algorithm>
#include <set>

#include "base/dates.h"
#include "plan/look.h"

namespace parcours {
namespace {

// A stage that speaks first in a channel, on its days.
struct Sending {
  const JourneyMap* map;
  const Stage* stage;
  std::string channel;
  const StageDates* dates;
};

void add_sendings(const JourneyMap& map, const Plan& plan, std::vector<Sending>& out) {
  for (std::size_t i = 0; i < plan.stages.size(); ++i) {
    if (!plan.stages[i].dates.dated()) continue;
    std::set<std::string> channels;
    for (const PlannedContent& content : plan.stages[i].contents) channels.insert(content.pushed.begin(), content.pushed.end());
    for (const auto& channel : channels) out.push_back({&map, &map.stages[i], channel, &plan.stages[i].dates});
  }
}

// Maps that name no persona speak to everyone.
bool share_audience(const JourneyMap& a, const JourneyMap& b) {
  if (&a == &b || a.personas.empty() || b.personas.empty()) return true;
  return std::any_of(a.personas.begin(), a.personas.end(),
                     [&](const auto& id) { return std::find(b.personas.begin(), b.personas.end(), id) != b.personas.end(); });
}

// Of another map with the map's title.
LocalText name_of(const PlanLook& look, const Sending& sending) {
  if (sending.map == &look.map) return sending.stage->name;
  const auto both = [&](Lang lang) { return sending.map->title.in(lang) + ", " + sending.stage->name.in(lang); };
  return {"", both(Lang::fr), both(Lang::en)};
}

void compare(PlanLook& look, const Sending& a, const Sending& b) {
  if (a.channel != b.channel || a.stage == b.stage || !share_audience(*a.map, *b.map)) return;
  const Date first = std::max(*a.dates->from_earliest, *b.dates->from_earliest), last = std::min(a.dates->last_possible(), b.dates->last_possible());
  if (last < first) return;
  const bool surely = std::max(*a.dates->from_latest, *b.dates->from_latest) <= std::min(a.dates->last_at_least(), b.dates->last_at_least());
  std::vector<std::pair<std::string, Arg>> args = {
      {"stage", a.stage->name}, {"channel", channel_info(look.settings, a.channel).name}, {"days", days_arg(first, last)}};
  args.emplace_back("other", name_of(look, b));
  look.find(surely ? Severity::warning : Severity::note, "plan-collision", *a.stage, "when",
            surely ? msg("plan.collision", std::move(args)) : msg("plan.collision_possible", std::move(args)), msg("plan.collision.hint"));
}

}  // namespace

void look_for_collisions(PlanLook& look) {
  std::vector<Sending> own, others;
  add_sendings(look.map, look.plan, own);
  for (std::size_t i = 0; i < look.others.size(); ++i)  // what is, and what is to take its place, are never sent together
    if (look.other_maps[i]->state == look.map.state) add_sendings(*look.other_maps[i], look.others[i], others);
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) compare(look, own[i], own[k]);
    for (const Sending& other : others) compare(look, own[i], other);
  }
}

}  // namespace parcours
