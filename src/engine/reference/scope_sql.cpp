#include "engine/reference/scope_sql.h"

#include <algorithm>

#include "engine/reference/rule_sql.h"

namespace parcours {

Outcome probe(Database& database, ReferenceLog& log) {
  PARCOURS_TRY(auto counted, database.query("SELECT count(*), count(*) FILTER (start_ms IS NULL) FROM (" + log.events_select + ")"));
  const Rows counts(std::move(counted));
  log.events = counts.integer(0, 0);
  log.timed = counts.integer(0, 1) == 0;
  PARCOURS_TRY(auto listed, database.query("SELECT DISTINCT unnest(json_keys(properties)) AS name FROM (" + log.events_select +
                                           ") WHERE properties IS NOT NULL AND properties <> '' ORDER BY name"));
  const Rows names(std::move(listed));
  log.fields.clear();
  for (std::size_t row = 0; row < names.size(); ++row) log.fields.push_back(names.text(row, 0));
  return Done{};
}

Script scope_script(const ReferenceLog& log, const Scope& scope, Per per, TimeMs silence) {
  Script out;
  out.make("Text that reads as a number, as that number.", number_of_macro());
  out.make("A number as text.", exact_text_macro());
  const std::string interval = log.timed ? "start_ms AS starts, end_ms AS ends" : "pos AS starts, pos AS ends";
  out.table("events",
            log.timed ? "All events that count, each customer's in order of time, then of arrival."
                      : "All events that count, each customer's in order. No times are known.",
            "SELECT pos, customer, " + interval +
                ",\n    event, channel, source, value, score, scale, nullif(properties, '') AS properties\nFROM (SELECT *, row_number() OVER (ORDER "
                "BY customer, start_ms NULLS FIRST, arrival) AS pos FROM (\n" +
                log.events_select + "\n))");
  std::string where;
  for (const auto& condition : scope.where) where += (where.empty() ? "\nWHERE " : "\n  AND ") + filter_sql(condition);
  out.table("kept", "The events that --where leaves.", "SELECT * FROM events" + where);
  std::string range;
  if (scope.since) range += "\n  WHERE starts >= " + std::to_string(*scope.since);
  if (scope.until) range += (range.empty() ? "\n  WHERE starts < " : " AND starts < ") + std::to_string(*scope.until);
  const bool cuts = per == Per::journey && log.timed;
  const std::string cut = cuts ? "\n      OR starts - lag(starts) OVER (ORDER BY pos) > " + std::to_string(silence) : "";
  out.table("scoped",
            cuts ? "The events in range, cut into journeys where silence exceeds the inactivity." : "The events in range; a unit is a customer.",
            "SELECT * EXCLUDE (begins), sum(begins::INTEGER) OVER (ORDER BY pos)::BIGINT AS unit\nFROM (\n  SELECT *, coalesce(customer <> "
            "lag(customer) OVER (ORDER BY pos)" +
                cut + ", true) AS begins\n  FROM kept" + range + "\n)");
  const std::string as_of = !log.timed    ? "NULL::BIGINT"
                            : scope.until ? std::to_string(*scope.until) + "::BIGINT"
                                          : "(SELECT max(starts) FROM events)";
  out.table("basis", "What the answer stands on. The as-of time is that of the last event, or --until; never the clock.",
            "SELECT " + as_of +
                " AS as_of, min(starts) AS first, max(starts) AS last, count(*) AS events, count(DISTINCT customer) AS customers FROM scoped");
  out.result("basis", "", "SELECT as_of, first, last, events, customers FROM basis");
  return out;
}

Basis basis_of(const Results& results, const ReferenceLog& log) {
  const Rows& rows = results.at("basis");
  Basis basis;
  basis.timed = log.timed;
  basis.synthetic = log.synthetic;
  if (log.timed) {
    basis.as_of = rows.optional_integer(0, 0).value_or(kNoTime);
    basis.first = rows.optional_integer(0, 1).value_or(kNoTime);
    basis.last = rows.optional_integer(0, 2).value_or(kNoTime);
  }
  basis.events = rows.integer(0, 3);
  basis.customers = rows.integer(0, 4);
  return basis;
}

}  // namespace parcours
