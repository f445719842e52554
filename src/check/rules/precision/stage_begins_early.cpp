#include "check/rules/registry.h"
#include "map/stage_dates.h"

namespace parcours {
namespace {

// `after` counts from the first day of the stage it names: one that lasts longer is still under way when the next begins. Told only
// where it is sure: the latest first day against the earliest last day that the author gave.
void stage_begins_early(const Subject& subject, RuleFindings& complaints) {
  const JourneyMap& map = subject.map();
  const auto dates = stage_dates(map);
  for (std::size_t i = 0; i < map.stages.size(); ++i) {
    const Stage& stage = map.stages[i];
    const Stage* const followed = map.stage(stage.when.after);
    if (!followed || !dates[i].dated()) continue;
    const StageDates& before = dates[static_cast<std::size_t>(followed - map.stages.data())];
    if (!before.dated() || !before.until_earliest || before.end_is_next_start) continue;
    complaints.looked_at(1);
    if (*before.until_earliest < *dates[i].from_latest) continue;
    complaints.at("stages/" + stage.id + "/when", stage.id,
                  msg("rule.stage-begins-early.message",
                      {{"id", stage.id}, {"date", *dates[i].from_latest}, {"followed", followed->id}, {"end", *before.until_earliest}}),
                  msg("rule.stage-begins-early.hint", {{"followed", followed->id}}));
  }
}

}  // namespace

const CheckRule kStageBeginsEarly{"stage-begins-early", GoodJourneyTest::precision, Severity::note, stage_begins_early};

}  // namespace parcours
