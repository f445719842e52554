#include <algorithm>

#include "engine/reference/questions_sql.h"
#include "engine/reference/rule_sql.h"
#include "questions/statistics.h"
#include "sql/database.h"

namespace parcours {
namespace {

std::string_view period_name(Every every) { return every == Every::day ? "day" : every == Every::week ? "week" : "month"; }

// The local date of an instant given in milliseconds.
std::string local_time(const ReferenceLog& log, const std::string& ms) {
  return "timezone(" + sql_text(log.zone.name()) + ", make_timestamptz((" + ms + ") * 1000))";
}

// Events with time `starts` in the range asked for.
std::string in_range(const Scope& scope, const std::string& starts) {
  return scope.since ? starts + " >= " + std::to_string(*scope.since) : std::string("true");
}

void add_repurchase(Script& out, const ReferenceLog& log, const RetentionQuestion& question) {
  out.table("purchases", "Purchase days.",
            "SELECT customer, starts, first_value(starts) OVER (PARTITION BY customer ORDER BY pos) AS first_starts,\n    " +
                local_time(log, "starts") + "::DATE AS day\nFROM history WHERE " + rule_sql(*question.purchase));
  out.result("buyers", "Each buyer's time from his first purchase to the first one on a later day, or how long he has been seen without one.",
             "SELECT coalesce(min(starts) FILTER (day > first_day), (SELECT as_of FROM basis)) - any_value(first_starts) AS span, count(*) FILTER "
             "(day > first_day) > 0 AS again\n"
             "FROM (SELECT *, min(day) OVER (PARTITION BY customer) AS first_day FROM purchases)\nWHERE " +
                 in_range(question.scope, "first_starts") + " GROUP BY customer ORDER BY ALL");
}

void add_list(Script& out, const ReferenceLog& log, const RetentionQuestion& question) {
  const std::string period = "date_trunc('" + std::string(period_name(question.every)) + "', ";
  const std::string active = question.active ? rule_sql(*question.active) : std::string("true");
  const MembersWho who = question.list->who;
  out.result("listed", "The members of one cohort, with the last time each was active.",
             "SELECT m.customer, any_value(m.first_starts) AS came, max(a.starts) AS last_active\nFROM members m LEFT JOIN (\n  SELECT customer, "
             "starts, " +
                 period + local_time(log, "starts") + ")::DATE AS period FROM scoped WHERE " + active +
                 "\n) a ON a.customer = m.customer AND a.period >= m.cohort\nWHERE m.cohort = " + period + "DATE '" + show(question.list->day) +
                 "')::DATE\nGROUP BY m.customer" +
                 (who == MembersWho::all        ? ""
                  : who == MembersWho::returned ? "\nHAVING count(*) FILTER (a.period > m.cohort) > 0"
                                                : "\nHAVING count(*) FILTER (a.period > m.cohort) = 0") +
                 "\nORDER BY m.customer");
}

void read_list(RetentionAnswer& answer, const Rows& listed) {
  for (std::size_t row = 0; row < listed.size(); ++row)
    answer.listed.push_back({listed.text(row, 0), listed.integer(row, 1), listed.optional_integer(row, 2).value_or(kNoTime)});
  std::sort(answer.listed.begin(), answer.listed.end(), [](const auto& a, const auto& b) { return a.customer < b.customer; });
}

}  // namespace

Script script_of(const ReferenceLog& log, const RetentionQuestion& asked) {
  const RetentionQuestion question = in_whole_periods(asked, log.zone);
  Script out = scope_script(log, question.scope, Per::customer, silence_of(question.scope));
  const std::string period = "'" + std::string(period_name(question.every)) + "'";
  const std::string until = question.scope.until ? " WHERE starts < " + std::to_string(*question.scope.until) : "";
  const std::string last = question.scope.until ? "as_of - 1" : "as_of";
  out.table("history", "All events up to the as-of, also before --since: who came before is in an earlier cohort.", "SELECT * FROM kept" + until);
  out.table("members", "Each customer's cohort: the period of his first event ever.",
            "SELECT customer, first_starts, date_trunc(" + period + ", " + local_time(log, "first_starts") +
                ")::DATE AS cohort FROM (\n  SELECT customer, min(starts) AS first_starts FROM history" +
                (question.came ? " WHERE " + rule_sql(*question.came) : "") + " GROUP BY customer)\nWHERE " +
                in_range(question.scope, "first_starts"));
  out.table("active", "Who was active in which period.",
            "SELECT DISTINCT customer, date_trunc(" + period + ", " + local_time(log, "starts") + ")::DATE AS period FROM scoped" +
                (question.active ? " WHERE " + rule_sql(*question.active) : ""));
  out.table("cells", "Each cohort in each period up to the as-of.",
            "SELECT cohort, size, k, epoch_ms(timezone(" + sql_text(log.zone.name()) + ", (cohort + to_" + std::string(period_name(question.every)) +
                "s(k::INTEGER + 1))::TIMESTAMP)) <= (SELECT as_of FROM basis) AS is_over\n"
                "FROM (\n  SELECT cohort, size, unnest(range(0, date_diff(" +
                period + ", cohort, (SELECT date_trunc(" + period + ", " + local_time(log, last) +
                ")::DATE FROM basis)) + 1)) AS k\n"
                "  FROM (SELECT cohort, count(*) AS size FROM members GROUP BY cohort))");
  out.result("cells", "How many of the cohort were active.",
             "SELECT c.cohort::VARCHAR AS cohort, c.size, c.k, count(a.customer) AS n, c.is_over\nFROM cells c LEFT JOIN (\n"
             "  SELECT m.cohort, date_diff(" +
                 period +
                 ", m.cohort, a.period) AS k, a.customer FROM members m JOIN active a ON a.customer = m.customer\n"
                 ") a ON a.cohort = c.cohort AND a.k = c.k\nGROUP BY ALL ORDER BY ALL");
  if (question.list) add_list(out, log, question);
  if (question.purchase) add_repurchase(out, log, question);
  return out;
}

RetentionAnswer answer_of(const ReferenceLog& log, const RetentionQuestion& question, const Results& results) {
  RetentionAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& cells = results.at("cells");
  std::vector<std::pair<std::int64_t, std::int64_t>> pooled;  // active, members, by period
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const auto start = *parse_date(cells.text(row, 0));
    if (answer.cohorts.empty() || answer.cohorts.back().start != start) answer.cohorts.push_back({start, cells.integer(row, 1), {}});
    answer.cohorts.back().cells.push_back({cells.integer(row, 3), cells.truth(row, 4)});
    const auto k = static_cast<std::size_t>(cells.integer(row, 2));
    if (!cells.truth(row, 4)) continue;
    if (pooled.size() <= k) pooled.resize(k + 1);
    pooled[k].first += cells.integer(row, 3), pooled[k].second += cells.integer(row, 1);
  }
  for (const auto& [n, of] : pooled) answer.mean.push_back(wilson(n, of));
  if (question.list) read_list(answer, results.at("listed"));
  if (!question.purchase) return answer;
  std::vector<Lifetime> lifetimes;
  const Rows& buyers = results.at("buyers");
  Repurchase repurchase;
  for (std::size_t row = 0; row < buyers.size(); ++row) {
    lifetimes.push_back({buyers.integer(row, 0), buyers.truth(row, 1)});
    repurchase.repeat += buyers.truth(row, 1);
  }
  repurchase.buyers = static_cast<std::int64_t>(buyers.size());
  repurchase.share = wilson(repurchase.repeat, repurchase.buyers);
  repurchase.time_to_second = kaplan_meier(std::move(lifetimes));
  answer.repurchase = std::move(repurchase);
  return answer;
}

}  // namespace parcours
