#include "check/rules/registry.h"

namespace parcours {
namespace {

constexpr std::int64_t kDaysBeforeOld = 730;  // two years
constexpr std::int64_t kDaysBeforeEventsAreOld = 180;

class Ages {
 public:
  Ages(const Subject& subject, RuleFindings& complaints) : today_(day_number(subject.today)), complaints_(complaints) {}

  void look_at(const Evidence& evidence, const std::string& path, const std::string& id) {
    if (!evidence.date) return;
    complaints_.looked_at(1);
    if (today_ - day_number(*evidence.date) <= kDaysBeforeOld) return;
    complaints_.at(path, id, msg("rule.old-evidence.message", {{"id", id}, {"date", *evidence.date}}), msg("rule.old-evidence.hint"));
  }

 private:
  std::int64_t today_;
  RuleFindings& complaints_;
};

void look_at_events(const Subject& subject, RuleFindings& complaints) {
  const Basis& basis = subject.measured.figures->basis;
  if (!basis.timed || basis.last == kNoTime) return;
  complaints.looked_at(1);
  const std::int64_t days = day_number(subject.today) - basis.last / kDay;
  if (days > kDaysBeforeEventsAreOld)
    complaints.at("title", "", msg("rule.old-evidence.events", {{"days", days}}), msg("rule.old-evidence.events_hint"));
}

void old_evidence(const Subject& subject, RuleFindings& complaints) {
  Ages ages(subject, complaints);
  each_touchpoint(subject.map(), [&](const Stage& stage, const Touchpoint& touchpoint) {
    for (const auto& emotion : touchpoint.emotions) ages.look_at(emotion.evidence, path_of(stage, touchpoint, "emotion"), touchpoint.id);
    for (const auto& friction : touchpoint.frictions)
      ages.look_at(friction.evidence, path_of(stage, touchpoint, "friction/" + friction.id + "/date"), friction.id);
    for (std::size_t i = 0; i < touchpoint.figures.size(); ++i)
      ages.look_at(touchpoint.figures[i].evidence, path_of(stage, touchpoint, "figures/" + std::to_string(i) + "/date"), touchpoint.id);
  });
  if (subject.has_events()) look_at_events(subject, complaints);
}

}  // namespace

const CheckRule kOldEvidence{"old-evidence", GoodJourneyTest::evidence, Severity::note, old_evidence};

}  // namespace parcours
