#include <algorithm>
#include <map>

#include "base/dates.h"
#include "plan/look.h"

namespace parcours {
namespace {

struct Work {
  std::int64_t from, until;  // day numbers, both included
  const Stage* stage;        // nothing: of another map
  std::size_t content;
};

struct TeamWork {
  LocalText team;  // as it is called first
  std::vector<Work> works;
};
using WorkOfTeams = std::map<std::string, TeamWork>;  // by team_key

void add_work(const JourneyMap& map, const Plan& plan, bool is_own, WorkOfTeams& out) {
  for (std::size_t i = 0; i < plan.stages.size(); ++i)
    for (const PlannedContent& content : plan.stages[i].contents) {
      if (!content.work_from || content.team.empty() || *content.lead_days == 0) continue;
      const std::int64_t from = day_number(*content.work_from), until = day_number(*plan.stages[i].dates.from_earliest) - 1;
      TeamWork& of_team = out[team_key(content.team)];
      if (of_team.works.empty()) of_team.team = content.team;
      of_team.works.push_back({from, until, is_own ? &map.stages[i] : nullptr, content.index});
    }
}

// The works under way on that day.
std::vector<const Work*> on_day(const std::vector<Work>& works, std::int64_t day) {
  std::vector<const Work*> out;
  for (const Work& work : works)
    if (work.from <= day && day <= work.until) out.push_back(&work);
  return out;
}

// The first day with the most works at once: a work begins on it.
void look_at_team(PlanLook& look, const LocalText& team, const std::vector<Work>& works) {
  std::vector<const Work*> worst;
  std::int64_t worst_day = 0;
  for (const Work& work : works) {
    auto there = on_day(works, work.from);
    if (there.size() < worst.size() || (there.size() == worst.size() && work.from >= worst_day)) continue;
    worst = std::move(there), worst_day = work.from;
  }
  const auto own = std::find_if(worst.begin(), worst.end(), [](const Work* work) { return work->stage; });
  if (worst.size() <= static_cast<std::size_t>(kWorksAtOnce) || own == worst.end()) return;
  std::int64_t until = worst.front()->until;
  for (const Work* work : worst) until = std::min(until, work->until);
  look.find(
      Severity::warning, "plan-overload", *(*own)->stage, "contents/" + std::to_string((*own)->content) + "/lead_time",
      msg("plan.overload", {{"team", team}, {"n", static_cast<std::int64_t>(worst.size())}, {"days", days_arg(date_of(worst_day), date_of(until))}}),
      msg("plan.overload.hint"));
}

}  // namespace

void look_for_overload(PlanLook& look) {
  WorkOfTeams teams;
  add_work(look.map, look.plan, true, teams);
  for (std::size_t i = 0; i < look.others.size(); ++i) add_work(*look.other_maps[i], look.others[i], false, teams);
  for (const auto& [key, work] : teams) look_at_team(look, work.team, work.works);
}

}  // namespace parcours
