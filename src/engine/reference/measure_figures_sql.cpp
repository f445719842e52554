#include "engine/reference/measure_tables.h"
#include "engine/reference/rule_sql.h"

namespace parcours {

namespace {

// One row a journey that visited a place: does it count?
std::string of_visitors(const std::string& figure, const std::string& counts, const std::string& where) {
  return "SELECT v.level, v.place, '" + figure + "' AS figure, v.journey, v.customer,\n    " + counts +
         " AS counts\n  FROM visited v JOIN endings e ON e.journey = v.journey" + (where.empty() ? "" : "\n  WHERE " + where);
}

// One row a journey, of the map as a whole.
std::string of_map(const std::string& figure, const std::string& counts, const std::string& where) {
  return "SELECT 'map' AS level, 0 AS place, '" + figure + "' AS figure, e.journey, e.customer,\n    " + counts + " AS counts\n  FROM endings e" +
         (where.empty() ? "" : " WHERE " + where);
}

// One row a journey and stage of the river it flows through, up to the one where it leaves (`leaves_at`; none of them where `flows_out`).
std::string of_river(const std::vector<std::size_t>& stages, const std::string& leaves_at, const std::string& flows_out, const std::string& where) {
  std::string values;
  for (const std::size_t stage : stages) values += (values.empty() ? "(" : ", (") + std::to_string(stage) + ")";
  return "SELECT 'stage' AS level, s.stage AS place, 'goes_on' AS figure, e.journey, e.customer,\n    " + flows_out + " OR " + leaves_at +
         " > s.stage AS counts\n  FROM endings e JOIN (VALUES " + values + ") s(stage) ON " + flows_out + " OR " + leaves_at +
         " >= s.stage\n  WHERE " + where;
}

}  // namespace

// Where the customer came to the stage that the last one leads to, at any time after the goal of the journey `e`.
std::string MapTables::came_back() const {
  for (std::size_t s = 0; s < q_.stages.size(); ++s)
    if (q_.stages[s].id == q_.leads_to)
      return "EXISTS (SELECT 1 FROM claims c JOIN scoped x ON x.pos = c.pos\n"
             "        WHERE x.customer = e.customer AND c.pos > e.goal_pos AND c.stage = " +
             std::to_string(s) + ")";
  return "false";
}

std::size_t MapTables::last_with_rule() const {
  std::size_t last = 0;
  for (const auto& one : touchpoints_)
    if (!one.touchpoint->match.empty()) last = one.stage;
  return last;
}

// Journeys of one customer are told together, for the interval.
void MapTables::shares() {
  const std::string stages = std::to_string(q_.stages.size());
  const std::string all_places = "(SELECT 'touchpoint' AS level, unnest(range(" + std::to_string(touchpoints_.size()) +
                                 ")) AS place\n      UNION ALL SELECT 'stage', unnest(range(" + stages + "))) p";
  std::vector<std::string> cases = {
      of_map("returned", came_back(), "reached"),
      "SELECT p.level, p.place, 'journeys_share' AS figure, e.journey, e.customer,\n"
      "    EXISTS (SELECT 1 FROM visited v WHERE v.level = p.level AND v.place = p.place AND v.journey = e.journey) AS counts\n"
      "  FROM endings e CROSS JOIN " +
          all_places,
      of_visitors("to_next_stage", "EXISTS (SELECT 1 FROM visits w WHERE w.journey = v.journey AND w.stage > v.stage AND w.nth > v.first_nth)",
                  "e.is_closed AND v.stage < " + std::to_string(last_with_rule())),
      of_visitors("repeats", "v.runs > 1", ""),
      of_visitors("drop_off", "e.before_goal = 'lost' AND CASE v.level WHEN 'stage' THEN e.at_stage ELSE e.at_t END = v.place",
                  "e.is_closed AND NOT v.place_after"),
      of_visitors("drop_off", "e.after_goal = 'lost' AND CASE v.level WHEN 'stage' THEN e.after_stage ELSE e.after_t END = v.place",
                  "e.after_goal IN ('lost', 'reached') AND v.place_after")};
  std::vector<std::size_t> before, after;
  for (std::size_t s = 0; s < q_.stages.size(); ++s) (q_.stages[s].after_goal ? after : before).push_back(s);
  if (!before.empty()) cases.push_back(of_river(before, "e.at_stage", "e.reached", "e.reached OR e.at_stage IS NOT NULL"));
  if (!after.empty())
    cases.push_back(of_river(after, "coalesce(e.after_stage, " + std::to_string(after.front()) + ")",
                             "coalesce(e.after_goal, '') NOT IN ('lost', 'open')", "e.reached"));
  if (goal_) {
    cases.push_back(of_map("conversion", "e.reached", "is_closed"));
    cases.push_back(of_map("conversion_with_open", "e.reached", ""));
    cases.push_back(of_visitors("to_goal", "e.reached", "e.is_closed AND NOT v.place_after"));
  }
  std::string select;
  for (const auto& one : cases) select += (select.empty() ? "" : "\nUNION ALL ") + one;
  out_.table("cases", "The cases that shares are of, one a journey.", select);
  out_.result("shares", "How many customers have so many that count, of so many.",
              "SELECT g, level, place, figure, count, n, count(*) AS customers\nFROM (\n"
              "  SELECT g, level, place, figure, customer, count(*) FILTER (counts) AS count, count(*) AS n\n"
              "  FROM cases JOIN counted USING (journey) GROUP BY g, level, place, figure, customer)\n"
              "GROUP BY ALL ORDER BY ALL");
}

void MapTables::counts() {
  out_.result("whole", "The whole map.",
              "SELECT g, value, count(DISTINCT customer) AS customers, count(*) AS journeys, count(*) FILTER (NOT is_closed) AS open, count(*) "
              "FILTER (is_closed) AS closed,\n"
              "    count(*) FILTER (reached) AS reached, count(*) FILTER (before_goal = 'lost') AS closed_without_goal\nFROM endings JOIN counted "
              "USING (journey) GROUP BY g, value ORDER BY g");
  out_.result("places", "Each touchpoint and stage.",
              "SELECT g, level, place, count(DISTINCT customer) AS customers, count(*) AS journeys, sum(visits)::BIGINT AS visits\n"
              "FROM visited JOIN counted USING (journey) GROUP BY g, level, place ORDER BY ALL");
  out_.table("losses", "Where journeys are lost, before the goal and after it.",
             "SELECT 'touchpoint' AS level, at_t AS place, journey, customer FROM endings WHERE before_goal = 'lost'\n"
             "UNION ALL SELECT 'stage', at_stage, journey, customer FROM endings WHERE before_goal = 'lost'\n"
             "UNION ALL SELECT 'touchpoint', after_t, journey, customer FROM endings WHERE after_goal = 'lost' AND after_t IS NOT NULL\n"
             "UNION ALL SELECT 'stage', after_stage, journey, customer FROM endings WHERE after_goal = 'lost' AND after_t IS NOT NULL");
  out_.result("lost", "How many are lost at each place.",
              "SELECT g, level, place, count(*) AS lost, count(DISTINCT customer) AS customers\n"
              "FROM losses JOIN counted USING (journey) GROUP BY g, level, place ORDER BY ALL");
  if (q_.list) listed();
  out_.result("river", "Where the river before the goal loses journeys, and where they are still open; then after the goal.",
              "SELECT g, at_stage AS stage, count(*) FILTER (before_goal = 'lost') AS lost, count(*) FILTER (before_goal = 'open') AS open\n"
              "FROM endings JOIN counted USING (journey) WHERE NOT reached GROUP BY ALL\n"
              "UNION ALL\nSELECT g, coalesce(after_stage, " +
                  std::to_string(first_after_.value_or(0)) +
                  ") AS stage, count(*) FILTER (after_goal = 'lost'), count(*) FILTER (after_goal = 'open') FROM endings JOIN counted USING "
                  "(journey)\nWHERE after_goal IS NOT NULL GROUP BY ALL ORDER BY ALL");
  out_.result("values", "Values of goal events.",
              "SELECT g, s.customer, s.value FROM claims c JOIN scoped s ON s.pos = c.pos JOIN counted ON counted.journey = s.unit\nWHERE c.t = " +
                  (goal_ ? std::to_string(*goal_) : std::string("-1")) + " AND s.value IS NOT NULL ORDER BY ALL");
}

void MapTables::listed() {
  std::size_t t = 0;
  while (t + 1 < touchpoints_.size() && touchpoints_[t].touchpoint->id != q_.list->touchpoint) ++t;
  const std::string at = std::to_string(t);
  const std::string end = q_.list->who == ListWho::lost ? "'lost'" : "'open'";
  const std::string where = q_.list->who == ListWho::visited ? ""
                                                             : "\n  AND ((e.before_goal = " + end + " AND e.at_t = " + at +
                                                                   ") OR (e.after_goal = " + end + " AND e.after_t = " + at + "))";
  out_.result("listed", "The customers behind the figures of one touchpoint.",
              "SELECT v.customer, count(DISTINCT v.journey) AS journeys, max(v.starts) AS last_visit\nFROM visits v JOIN endings e ON e.journey = "
              "v.journey WHERE v.t = " +
                  at + where + "\nGROUP BY v.customer ORDER BY v.customer");
}

void MapTables::times() {
  out_.result("spans", "Time within each unbroken run, and from it to the next place, in milliseconds.",
              "SELECT g, level, place, last_starts - first_starts AS within, next_starts - last_starts AS to_next\nFROM (\n"
              "  SELECT *, lead(first_starts) OVER (PARTITION BY level, journey ORDER BY run) AS next_starts FROM (\n"
              "    SELECT level, place, journey, run, min(starts) AS first_starts, max(starts) AS last_starts FROM place_visits GROUP BY ALL)\n) "
              "JOIN counted USING (journey) ORDER BY ALL");
  out_.result(
      "lifetimes",
      "From the first visit (to the map, to each touchpoint) to the goal; NULL: closed without it, for good. Open journeys are seen until the as-of.",
      "SELECT g, level, place, CASE WHEN e.reached THEN goal_starts - first_starts WHEN e.is_closed THEN NULL \n"
      "    ELSE (SELECT as_of FROM basis) - first_starts END AS span, e.reached\nFROM (\n"
      "  SELECT 'map' AS level, 0 AS place, journey, min(starts) AS first_starts FROM visits GROUP BY journey\n"
      "  UNION ALL SELECT level, place, journey, first_starts FROM visited WHERE level = 'touchpoint' AND NOT place_after\n"
      ") f JOIN endings e ON e.journey = f.journey JOIN counted c ON c.journey = f.journey ORDER BY ALL");
  out_.table("moves", "Moves between visits.",
             "SELECT journey, customer, t_before, t, starts - starts_before AS span FROM (\n"
             "  SELECT *, lag(t) OVER (PARTITION BY journey ORDER BY nth) AS t_before,\n"
             "      lag(starts) OVER (PARTITION BY journey ORDER BY nth) AS starts_before FROM visits) WHERE t_before IS NOT NULL");
  out_.result("arrows", "Arrows, with the median in milliseconds.",
              "SELECT g, t_before, t, count(DISTINCT customer) AS count, count(*) AS moves, median(span)::DOUBLE AS median_ms\n"
              "FROM moves JOIN counted USING (journey) GROUP BY g, t_before, t ORDER BY g, moves DESC, t_before, t");
}

// Scores, failures and channels of visits.
void MapTables::voices() {
  out_.table("scores", "A score belongs to the touchpoints that claim the survey's event, else to the customer's last visit before it.",
             "SELECT s.pos, s.customer, s.unit AS journey, s.score, coalesce(s.scale, '') AS scale, c.t, c.stage FROM scoped s JOIN claims c ON "
             "c.pos = s.pos WHERE s.score IS NOT NULL\n"
             "UNION ALL\nSELECT pos, customer, journey, score, scale, t, stage FROM (\n"
             "  SELECT s.pos, s.customer, s.unit AS journey, s.score, coalesce(s.scale, '') AS scale, c.t, c.stage,\n"
             "      row_number() OVER (PARTITION BY s.pos ORDER BY c.pos DESC, c.turn DESC, c.t DESC) AS back\n"
             "  FROM scoped s JOIN scoped x ON x.customer = s.customer AND x.pos < s.pos JOIN claims c ON c.pos = x.pos\n"
             "  WHERE s.score IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims own WHERE own.pos = s.pos)\n) WHERE back = 1");
  out_.result("scores", "Each answer at its touchpoint, and once at each stage.",
              "SELECT g, 'touchpoint' AS level, t AS place, customer, scale, score FROM scores JOIN counted USING (journey)\n"
              "UNION ALL SELECT g, 'stage', stage, customer, scale, score FROM (SELECT DISTINCT pos, stage, customer, journey, scale, score FROM "
              "scores) JOIN counted USING (journey) ORDER BY ALL");
  out_.result("failed", "Events claimed by failure rules.",
              "SELECT g, f.t, count(*) AS failed\n"
              "FROM failures f JOIN scoped s ON s.pos = f.pos JOIN counted ON counted.journey = s.unit GROUP BY g, f.t ORDER BY ALL");
  out_.result("visit_channels", "Visits by channel.",
              "SELECT g, t, channel, count(*) AS visits\n"
              "FROM visits JOIN counted USING (journey) GROUP BY g, t, channel ORDER BY g, t, visits DESC, channel");
}

void MapTables::chances() {
  out_.table("hopes", "Visits of closed journeys up to the goal.",
             "SELECT v.*, e.reached FROM visits v JOIN endings e ON e.journey = v.journey WHERE e.is_closed AND NOT v.is_after");
  out_.result("hopes", "H: of the visits to a touchpoint, those after which the goal is reached.",
              "SELECT g, t, count(*) AS visits, count(*) FILTER (reached) AS reached\n"
              "FROM hopes JOIN counted USING (journey) GROUP BY g, t ORDER BY ALL");
  out_.result("hope_moves", "Where visits lead; NULL: to the end without the goal.",
              "SELECT g, t, t_next, count(*) AS moves FROM (SELECT *, lead(t) OVER (PARTITION BY journey ORDER BY nth) AS t_next FROM hopes) JOIN "
              "counted USING (journey)\n"
              "WHERE t_next IS NOT NULL OR NOT reached GROUP BY g, t, t_next ORDER BY g, t, t_next NULLS LAST");
}

void MapTables::coverage() {
  out_.result("claimed", "Events that some touchpoint claims, as a visit or as a failure.",
              "SELECT count(*) FROM scoped WHERE pos IN (SELECT pos FROM claims) OR pos IN (SELECT pos FROM failures)");
  out_.result("unclaimed", "The others, by name.",
              "SELECT event, count(*) AS count FROM scoped WHERE pos NOT IN (SELECT pos FROM claims) AND pos NOT IN (SELECT pos FROM failures)\n"
              "GROUP BY event ORDER BY count DESC, event");
  out_.result("overlaps", "Events that two touchpoints claim.",
              "SELECT a.t, b.t, count(*)\n"
              "FROM claims a JOIN claims b ON b.pos = a.pos AND a.t < b.t GROUP BY a.t, b.t ORDER BY a.t, b.t");
  out_.result("off_map", "Journeys that visited no touchpoint.",
              "SELECT count(*) FROM read_journeys WHERE journey NOT IN (SELECT journey FROM visits)");
  out_.result("identities", "Identities, and those joined with another.",
              "SELECT count(*) AS identities, count(*) FILTER (others > 1) AS joined FROM (\n  SELECT count(*) OVER (PARTITION BY customer) AS "
              "others FROM (SELECT DISTINCT customer, identity FROM (\n" +
                  log_.events_select + "\n  )))");
}

}  // namespace parcours
