// The funnel by plain enumeration: every attempt is a row, the best one is picked by ORDER BY.
#include "engine/reference/questions_sql.h"
#include "engine/reference/rule_sql.h"
#include "sql/database.h"

namespace parcours {
namespace {

std::string number(std::size_t n) { return std::to_string(n); }
std::string span(TimeMs value) { return std::to_string(value); }

// A value that equals another one as text or as a number has the same key.
std::string same_key(const std::string& field) {
  const std::string text = field_sql(field);
  return "coalesce('number ' || (number_of(" + text + ") + 0.0), 'text ' || " + text + ")";
}

class FunnelScript {
 public:
  FunnelScript(const ReferenceLog& log, const FunnelQuestion& question)
      : q_(question),
        steps_(question.steps.size()),
        has_window_(log.timed && question.window),
        out_(scope_script(log, question.scope, question.scope.per, silence_of(question.scope, question.window))) {}

  Script script() {
    claim();
    for (std::size_t k = 1; k <= steps_; ++k) extend(k);
    candidates();
    if (q_.attempts) pick_disjoint();
    else pick_best();
    reached();
    results();
    return out_;
  }

 private:
  // What each event may be: k1 for step 1 and so on.
  void claim() {
    std::string columns, allowed = "true";
    if (q_.except) allowed = "NOT " + rule_sql(*q_.except);
    if (!q_.same.empty()) allowed += " AND " + field_sql(q_.same) + " IS NOT NULL";
    for (std::size_t k = 1; k <= steps_; ++k) columns += ",\n    " + allowed + " AND " + rule_sql(q_.steps[k - 1].rule) + " AS k" + number(k);
    columns += ",\n    " + (q_.except ? rule_sql(*q_.except) : std::string("false")) + " AS ends_attempt";
    columns += ",\n    " + (q_.same.empty() ? std::string("NULL::VARCHAR") : same_key(q_.same)) + " AS same_value";
    columns += ",\n    " + (q_.by.empty() ? std::string("NULL::VARCHAR") : field_sql(q_.by)) + " AS by_value";
    out_.table("claimed", "Which step each event may be.", "SELECT pos, unit, customer, starts, ends" + columns + "\nFROM scoped");
  }

  // Nothing (or no --except event) lies wholly after one event of the attempt and wholly before another.
  std::string nothing_inside(std::size_t k) const {
    if (!q_.strict && !q_.except) return "";
    std::string own;
    for (std::size_t j = 1; j <= k; ++j) own += "\n    AND x.pos IS DISTINCT FROM a.e" + number(j);
    return "\nWHERE NOT EXISTS (\n  SELECT 1 FROM claimed x WHERE x.unit = a.unit AND x.starts >= a.low AND x.ends <= a.top" + own +
           (q_.strict ? "" : "\n    AND x.ends_attempt") + ")";
  }

  // attempts1, attempts2 …: every attempt that takes events for (or passes over) the steps up to k.
  void extend(std::size_t k) {
    const std::string n = number(k), name = "attempts" + n;
    if (k == 1) {
      const std::string first = q_.first ? " AND pos = (SELECT min(f.pos) FROM claimed f WHERE f.unit = c.unit AND f.k1)" : "";
      out_.table(name, "Attempts: every event of step 1 begins one. top: the latest start, low: the earliest end among its events.",
                 "SELECT unit, customer, pos AS e1, starts AS s1, starts AS began, starts AS top, ends AS low, starts AS starts_before, same_value, "
                 "by_value,\n    pos AS first_pos\nFROM claimed c WHERE k1" +
                     first);
      return;
    }
    std::string others, joins;
    for (std::size_t j = 1; j < k; ++j) others += "\n    AND c.pos IS DISTINCT FROM a.e" + number(j);
    if (!q_.any_order) joins += "\n    AND c.ends > a.top";  // not wholly before an earlier step's
    if (has_window_)
      joins += "\n    AND greatest(a.top, c.starts) - " + std::string(q_.any_order ? "least(a.began, c.starts)" : "a.s1") + " <= " + span(*q_.window);
    if (const auto& within = q_.steps[k - 1].within) joins += "\n    AND greatest(c.starts - a.starts_before, 0) <= " + span(*within);
    if (const auto& after = q_.steps[k - 1].after) joins += "\n    AND greatest(c.starts - a.starts_before, 0) >= " + span(*after);
    if (!q_.same.empty()) joins += "\n    AND c.same_value = a.same_value";
    const std::string begins = "(c.starts, c.pos) < (a.began, a.first_pos)";
    const std::string began = !q_.any_order ? ""
                                            : ", least(a.began, c.starts) AS began,\n    CASE WHEN " + begins +
                                                  " THEN c.by_value ELSE a.by_value END AS by_value, CASE WHEN " + begins +
                                                  " THEN c.pos ELSE a.first_pos END AS first_pos";
    std::string select = "SELECT a.* REPLACE (greatest(a.top, c.starts) AS top, least(a.low, c.ends) AS low, c.starts AS starts_before" + began +
                         "),\n    c.pos AS e" + n + ", c.starts AS s" + n + "\nFROM attempts" + number(k - 1) +
                         " a JOIN claimed c ON c.unit = a.unit AND c.k" + n + others + joins;
    if (q_.steps[k - 1].optional)
      select += "\nUNION ALL BY NAME SELECT *, NULL::BIGINT AS e" + n + ", NULL::BIGINT AS s" + n + " FROM attempts" + number(k - 1);
    out_.table(name, "Attempts that go on to step " + n + ".", select);
  }

  void candidates() {
    std::string select;
    for (std::size_t k = 1; k <= steps_; ++k) {
      const std::string n = number(k), inside = nothing_inside(k);
      select += (k == 1 ? "" : "\nUNION ALL BY NAME\n") + std::string("SELECT a.*, ") + n + " AS depth, " + (q_.any_order ? "top" : "s" + n) +
                " AS completed FROM attempts" + n + " a" + inside + (inside.empty() ? "\nWHERE " : "\nAND ") + "e" + n + " IS NOT NULL";
    }
    std::string order = "depth DESC, completed, began DESC, ", taken, firsts;
    for (std::size_t k = 1; k <= steps_; ++k)
      taken += (k > 1 ? " + " : "") + std::string("(e") + number(k) + " IS NOT NULL)::INTEGER", firsts += ", e" + number(k);
    order += taken + " DESC";
    for (std::size_t k = steps_; k >= 1; --k) order += ", e" + number(k) + " IS NULL, s" + number(k);
    std::string events;
    for (std::size_t k = 1; k <= steps_; ++k) events += (k > 1 ? ", e" : "e") + number(k);
    out_.table("candidates",
               "Every attempt with its depth, the best of a unit first: deepest, completed first, begun last; then by the further tie-breaks of the "
               "funnel's documentation.",
               "SELECT *, least(" + events + ") AS min_pos, greatest(" + events +
                   ") AS max_pos,\n    row_number() OVER (PARTITION BY unit ORDER BY " + order + firsts + ") AS rank\nFROM (\n" + select + "\n)");
  }

  void pick_best() { out_.table("best", "The attempt that counts.", "SELECT * FROM candidates WHERE rank = 1"); }

  // From the left: the best attempt that begins with the first event of step 1; then again among the events after all of its events.
  void pick_disjoint() {
    out_.table("best", "Disjoint attempts, from the left.",
               "WITH RECURSIVE picked AS (\n"
               "  SELECT DISTINCT unit, 0::BIGINT AS rank, 0::BIGINT AS until FROM candidates\n"
               "  UNION ALL\n"
               "  SELECT unit, rank, max_pos FROM (\n"
               "    SELECT c.unit, c.rank, c.max_pos, row_number() OVER (PARTITION BY c.unit ORDER BY c.e1, c.rank) AS turn\n"
               "    FROM picked p JOIN candidates c ON c.unit = p.unit AND c.min_pos > p.until\n"
               "  ) WHERE turn = 1\n"
               ")\nSELECT c.* FROM candidates c JOIN picked p ON p.unit = c.unit AND p.rank = c.rank");
  }

  // One row a unit and step. In any order the step before is the one just before in time.
  void reached() {
    const std::string open = has_window_ ? "began + " + span(*q_.window) + " >= (SELECT as_of FROM basis) AND depth < " + number(steps_) : "false";
    std::string select;
    std::size_t required = 1;  // the last step before k that may not be left out
    for (std::size_t k = 1; k <= steps_; ++k) {
      const std::string n = number(k);
      const auto [gap, total] = times_of(k);
      select += (k == 1 ? "" : "\nUNION ALL\n") + std::string("SELECT unit, customer, by_value, depth, ") + open + " AS is_open, " + n + " AS k, e" +
                n + " IS NOT NULL AS taken, e" + number(k == 1 ? 1 : required) + " IS NOT NULL AS taken_before, " + gap + " AS gap, " + total +
                " AS total FROM best";
      if (!q_.steps[k - 1].optional) required = k;
    }
    out_.table("reached", "Each unit at each step.", select);
    out_.table("placed", "All together, and by the value of the breakdown.",
               "SELECT 0 AS g, NULL::VARCHAR AS value, * EXCLUDE (by_value) FROM reached" +
                   std::string(q_.by.empty()
                                   ? ""
                                   : "\nUNION ALL\nSELECT dense_rank() OVER (ORDER BY value IS NULL, n DESC, value) AS g, * EXCLUDE (n) FROM (\n"
                                     "  SELECT by_value AS value, * EXCLUDE (by_value), count(*) OVER (PARTITION BY by_value) AS n FROM reached)"));
  }

  std::pair<std::string, std::string> times_of(std::size_t k) const {
    const std::string s = "s" + number(k);
    if (!q_.any_order) {
      if (k == 1) return {"NULL::BIGINT", "NULL::BIGINT"};
      std::string before;
      for (std::size_t j = k - 1; j >= 1; --j) before += (before.empty() ? "s" : ", s") + number(j);
      return {"greatest(" + s + " - coalesce(" + before + "), 0)", "greatest(" + s + " - s1, 0)"};
    }
    std::string earlier;
    for (std::size_t j = 1; j <= steps_; ++j)
      if (j != k)
        earlier += (earlier.empty() ? "" : ", ") + std::string("CASE WHEN (s") + number(j) + ", e" + number(j) + ") < (" + s + ", e" + number(k) +
                   ") THEN s" + number(j) + " END";
    const std::string total = "CASE WHEN e" + number(k) + " <> first_pos THEN " + s + " - began END";
    return {earlier.empty() ? "NULL::BIGINT" : s + " - greatest(" + earlier + ", NULL)", total};
  }

  void results() {
    out_.result("segments", "The rows of the breakdown; 0 is all together.", "SELECT DISTINCT g, value FROM placed ORDER BY g");
    out_.result(
        "steps", "How many reach each step, and how many of them are still open there.",
        "SELECT g, k, count(*) FILTER (taken) AS count, count(*) FILTER (is_open AND depth = k) AS open FROM placed GROUP BY g, k ORDER BY g, k");
    out_.result("shares", "For the shares: how many customers have so many that reach the step, of so many.",
                "SELECT g, k, reach, of_first, of_previous, closed_first, closed_previous, count(*) AS customers\nFROM (\n"
                "  SELECT g, k, customer, count(*) FILTER (taken) AS reach, count(*) AS of_first, count(*) FILTER (taken_before) AS of_previous,\n"
                "      count(*) FILTER (NOT (is_open AND depth < k)) AS closed_first, count(*) FILTER (taken_before AND NOT (is_open AND depth < k)) "
                "AS closed_previous\n"
                "  FROM placed GROUP BY g, k, customer)\nGROUP BY ALL ORDER BY ALL");
    out_.result("times", "Milliseconds from the step before and from the first.",
                "SELECT g, k, gap, total FROM placed WHERE taken AND gap IS NOT NULL ORDER BY ALL");
    if (q_.list) out_.result("list", "The customers whose attempt ends at each step.", "SELECT DISTINCT g, depth, customer FROM placed ORDER BY ALL");
  }

  const FunnelQuestion& q_;
  std::size_t steps_;
  bool has_window_;
  Script out_;
};

}  // namespace

Script script_of(const ReferenceLog& log, const FunnelQuestion& question) { return FunnelScript(log, question).script(); }

}  // namespace parcours
