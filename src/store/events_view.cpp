// The events that count, as SQL for the reference engine and for a person's own questions.
#include "sql/database.h"
#include "store/context.h"

namespace parcours {
namespace {

// The event's interval (docs/measures/README.md); the same as interval_of() in base/time.h.
std::string interval_columns(const std::string& zone) {
  const std::string z = sql_text(zone);
  const std::string day = "date_trunc('day', timezone(" + z + ", time))";
  const std::string ms = "epoch_ms(time)";
  // Of the two midnights of a night in which clocks go back over it, the earlier: DuckDB gives the later.
  const auto day_start = [&z](const std::string& local) {
    const std::string later = "timezone(" + z + ", " + local + ")", earlier = later + " - INTERVAL 1 HOUR";
    return "epoch_ms(CASE WHEN timezone(" + z + ", " + earlier + ") = " + local + " THEN " + earlier + " ELSE " + later + " END)";
  };
  const auto cut = [&ms](const std::string& span) { return ms + " - ((" + ms + " % " + span + ") + " + span + ") % " + span; };
  return "CASE unit WHEN 's' THEN " + cut("1000") + " WHEN 'min' THEN " + cut("60000") + " WHEN 'day' THEN " + day_start(day) + " ELSE " + ms +
         " END AS start_ms,\n" + "    CASE unit WHEN 'ms' THEN " + ms + " + 1 WHEN 's' THEN " + cut("1000") + " + 1000 WHEN 'min' THEN " +
         cut("60000") + " + 60000 WHEN 'day' THEN " + day_start(day + " + INTERVAL 1 DAY") + " ELSE " + ms + " END AS end_ms";
}

// A Parquet file of (identity, customer) for those whose customer has another name; made once for each version.
Result<std::string> people_file(StoreContext& context, const People& people, const std::string& version) {
  const std::string name = "people-" + version + ".parquet", path = join_path(context.folder.cache(), name);
  if (context.files.exists(path)) return path;
  PARCOURS_CHECK(context.files.make_folder(context.folder.cache()));
  PARCOURS_TRY(const AsideFolder aside, AsideFolder::make(context.folder));
  PARCOURS_TRY(Database database, Database::open({}));
  PARCOURS_CHECK(database.execute("CREATE TABLE people (identity VARCHAR, customer VARCHAR)"));
  PARCOURS_TRY(Appender appender, database.append_to("people"));
  TextColumn identity, customer;
  for (const auto& [from, to] : people.renamed()) identity.push(from), customer.push(to);
  const AppendColumn columns[] = {AppendTexts{identity.codes, &identity.texts}, AppendTexts{customer.codes, &customer.texts}};
  PARCOURS_CHECK(appender.append(columns));
  PARCOURS_CHECK(appender.end());
  const std::string made = join_path(aside.path(), name);
  PARCOURS_CHECK(database.write_parquet("SELECT identity, customer FROM people ORDER BY identity", made));
  for (const std::string& old : context.files.list(context.folder.cache()))
    if (old.starts_with("people-")) PARCOURS_CHECK(context.files.remove(join_path(context.folder.cache(), old)));
  PARCOURS_CHECK(publish_file(made, path));
  return path;
}

std::string no_events() {
  return "SELECT ''::VARCHAR AS customer, ''::VARCHAR AS identity, NULL::TIMESTAMPTZ AS time, 0::BIGINT AS start_ms, 0::BIGINT AS end_ms, "
         "''::VARCHAR AS unit, "
         "0::BIGINT AS arrival, ''::VARCHAR AS event, ''::VARCHAR AS channel, ''::VARCHAR AS source, 0::DOUBLE AS value, 0::DOUBLE AS score, "
         "''::VARCHAR AS scale, "
         "''::VARCHAR AS id, 0::BIGINT AS import, ''::VARCHAR AS properties WHERE false";
}

}  // namespace

Result<std::string> events_view(StoreContext& context, const Snapshot& snapshot, const People& people) {
  if (snapshot.segments.empty()) return no_events();
  std::string customer = "customer", join;
  if (people.joins_anyone()) {
    PARCOURS_TRY(const std::string path, people_file(context, people, snapshot.version));
    customer = "coalesce(people.customer, events.customer)";
    join = "\nLEFT JOIN " + sql_parquet({path}) + " AS people ON people.identity = events.customer";
  }
  return "SELECT " + customer + " AS customer, events.customer AS identity, time,\n    " + interval_columns(context.settings.zone) +
         ",\n    unit, arrival, event, channel, source, value, score, scale, id, import, properties\nFROM " +
         sql_parquet(context.segment_paths(snapshot)) + " AS events" + join;
}

}  // namespace parcours
