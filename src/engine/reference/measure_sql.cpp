// The figures of a map: visits laid out one row each. Touchpoints and stages are known by their number in the file, from 0; `level` says
// which of the two a `place` is, `g` which journeys are counted together: 0 all, 1 and on the rows of a breakdown.
#include "engine/reference/measure_tables.h"
#include "engine/reference/questions_sql.h"
#include "engine/reference/rule_sql.h"
#include "sql/database.h"

namespace parcours {
namespace {

std::string truth(bool value) { return value ? "true" : "false"; }

}  // namespace

MapTables::MapTables(const ReferenceLog& log, const MeasureQuestion& question)
    : log_(log),
      q_(question),
      silence_(silence_of(question.scope, question.window)),
      out_(scope_script(log, question.scope, Per::journey, silence_)) {
  for (std::size_t s = 0; s < q_.stages.size(); ++s) {
    for (const auto& touchpoint : q_.stages[s].touchpoints) {
      if (touchpoint.id == q_.goal && !q_.goal.empty()) goal_ = touchpoints_.size();
      touchpoints_.push_back({&touchpoint, s, q_.stages[s].after_goal});
    }
    if (q_.stages[s].after_goal) last_after_ = s;
    if (q_.stages[s].after_goal && !first_after_) first_after_ = s;
  }
  if (goal_) touchpoints_[*goal_].after = false;
}

// An event's claims are visits in this order: touchpoints before the goal, the goal, touchpoints after it.
void MapTables::claims() {
  std::string matches, failures;
  for (std::size_t t = 0; t < touchpoints_.size(); ++t) {
    const auto& [touchpoint, stage, after] = touchpoints_[t];
    const int turn = after ? 2 : t == goal_ ? 1 : 0;
    const std::string of = std::to_string(t) + " AS t, " + std::to_string(stage) + " AS stage, " + truth(after) + " AS is_after, " +
                           std::to_string(turn) + " AS turn FROM scoped WHERE ";
    if (!touchpoint->match.empty())
      matches += (matches.empty() ? "" : "\nUNION ALL ") + std::string("SELECT pos, ") + of + rule_sql(touchpoint->match);
    if (!touchpoint->failure.empty())
      failures += (failures.empty() ? "" : "\nUNION ALL ") + std::string("SELECT pos, ") + of + rule_sql(touchpoint->failure);
  }
  const std::string none = "SELECT pos, 0 AS t, 0 AS stage, false AS is_after, 0 AS turn FROM scoped WHERE false";
  out_.table("claims", "Which touchpoint claims which event.", matches.empty() ? none : matches);
  out_.table("failures", "Which touchpoint's failure rule does.", failures.empty() ? none : failures);
}

void MapTables::journeys() {
  const std::string goal =
      goal_ ? "(SELECT min(c.pos) FROM claims c JOIN scoped x ON x.pos = c.pos WHERE c.t = " + std::to_string(*goal_) + " AND x.unit = s.unit)"
            : "NULL::BIGINT";
  const std::string silent = log_.timed ? "(SELECT as_of FROM basis) - max(starts) > " + std::to_string(silence_) : "true";
  out_.table("read_journeys", "Journeys: where the first goal lies, and whether silence has passed since the last event.",
             "SELECT *, (SELECT e.starts FROM scoped e WHERE e.pos = goal_pos) AS goal_starts, goal_pos IS NOT NULL AS reached, is_silent OR "
             "goal_pos IS NOT NULL AS is_closed\nFROM (\n"
             "  SELECT unit AS journey, any_value(customer) AS customer, " +
                 silent + " AS is_silent, first(by_value ORDER BY pos) AS by_value, " + goal + " AS goal_pos\n  FROM (SELECT *, " +
                 (q_.by.empty() ? std::string("NULL::VARCHAR") : field_sql(q_.by)) + " AS by_value FROM scoped) s GROUP BY unit\n)");
  out_.table("visits", "Visits that are read: up to the first goal, and at touchpoints after the goal from it on.",
             "SELECT j.journey, j.customer, c.pos, s.starts, coalesce(s.channel, '') AS channel, c.t, c.stage, c.is_after,\n    row_number() OVER "
             "(PARTITION BY j.journey ORDER BY c.pos, c.turn, c.t) AS nth\n"
             "FROM claims c JOIN scoped s ON s.pos = c.pos JOIN read_journeys j ON j.journey = s.unit\n"
             "WHERE CASE WHEN c.is_after THEN c.pos >= j.goal_pos ELSE j.goal_pos IS NULL OR c.pos <= j.goal_pos END");
  out_.table("endings", "How each journey with a visit ended: before the goal at its last visit; after it at the last visit in the furthest stage.",
             "SELECT j.*, CASE WHEN reached THEN 'reached' WHEN is_closed THEN 'lost' ELSE 'open' END AS before_goal, v.at_t, v.at_stage,\n"
             "    CASE WHEN NOT reached OR " +
                 truth(!last_after_) + " THEN NULL WHEN v.furthest = " + std::to_string(last_after_.value_or(0)) +
                 " THEN 'reached' WHEN is_silent THEN 'lost' ELSE 'open' END AS after_goal,\n"
                 "    (SELECT arg_max(w.t, w.nth) FROM visits w WHERE w.journey = j.journey AND w.is_after AND w.stage = v.furthest) AS after_t, "
                 "v.furthest AS after_stage\n"
                 "FROM read_journeys j JOIN (\n"
                 "  SELECT journey, arg_max(t, nth) FILTER (NOT is_after) AS at_t, arg_max(stage, nth) FILTER (NOT is_after) AS at_stage, max(stage) "
                 "FILTER (is_after) AS furthest FROM visits GROUP BY journey\n"
                 ") v ON v.journey = j.journey");
}

void MapTables::groups() {
  std::string select = "SELECT 0 AS g, NULL::VARCHAR AS value, journey FROM read_journeys";
  if (!q_.by.empty())
    select +=
        "\nUNION ALL\nSELECT s.g, s.by_value, j.journey FROM read_journeys j JOIN (\n"
        "  SELECT by_value, row_number() OVER (ORDER BY by_value IS NULL, count(*) DESC, by_value) AS g FROM endings GROUP BY by_value\n) s ON "
        "s.by_value IS NOT DISTINCT FROM j.by_value";
  out_.table("counted", "Which journeys are counted together.", select);
}

void MapTables::places() {
  std::string stage_after = "false";
  for (std::size_t s = 0; s < q_.stages.size(); ++s)
    if (q_.stages[s].after_goal) stage_after += " OR stage = " + std::to_string(s);
  out_.table("place_visits", "Visits at touchpoints and at stages, in unbroken runs.",
             "SELECT *, sum((place_before IS DISTINCT FROM place)::INTEGER) OVER (PARTITION BY level, journey ORDER BY nth) AS run\nFROM (\n"
             "  SELECT *, lag(place) OVER (PARTITION BY level, journey ORDER BY nth) AS place_before FROM (\n"
             "    SELECT 'touchpoint' AS level, t AS place, stage, is_after AS place_after, journey, customer, nth, starts, pos FROM visits\n"
             "    UNION ALL SELECT 'stage', stage, stage, " +
                 stage_after + ", journey, customer, nth, starts, pos FROM visits))");
  out_.table("visited", "Which journeys visited which place.",
             "SELECT level, place, stage, place_after, journey, customer, count(*) AS visits, count(DISTINCT run) AS runs, min(nth) AS first_nth, "
             "min(starts) AS first_starts FROM place_visits GROUP BY ALL");
}

Script MapTables::script() {
  claims();
  journeys();
  groups();
  places();
  shares();
  counts();
  times();
  voices();
  chances();
  coverage();
  return out_;
}

Script script_of(const ReferenceLog& log, const MeasureQuestion& question) { return MapTables(log, question).script(); }

}  // namespace parcours
