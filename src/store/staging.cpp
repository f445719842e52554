#include "store/staging.h"

#include "store/link_columns.h"
#include "store/segment_columns.h"

namespace parcours {
namespace {

// For the table and its sorting; what is more goes to the disk.
constexpr std::uint64_t kMemoryBytes = 2'200'000'000;

// Values of an enum as a text column of their names; one named "" is null.
template <class Enum>
TextColumn named(const std::vector<Enum>& values, const std::vector<Enum>& all) {
  TextColumn column;
  std::vector<std::uint32_t> code_by_value(all.size());
  for (const Enum value : all) code_by_value[static_cast<std::size_t>(value)] = column.texts.intern(code_of(value));
  for (const Enum value : values) column.codes.push_back(code_by_value[static_cast<std::size_t>(value)]);
  return column;
}

}  // namespace

Result<Staging> Staging::open(const std::string& temp_folder, Database::KeepGoing keep_going) {
  PARCOURS_TRY(Database database, Database::open({.memory_limit_bytes = kMemoryBytes, .temp_folder = temp_folder}));
  PARCOURS_CHECK(database.execute(std::string("CREATE TABLE stage (") + kStagedColumns + ")"));
  PARCOURS_TRY(Appender appender, database.append_to("stage"));
  return Staging(std::move(database), std::move(appender), std::move(keep_going));
}

Outcome Staging::change(const std::string& sql) {
  PARCOURS_CHECK(database_.execute(sql, {}, keep_going_));
  return Done{};
}

Outcome Staging::add(const EventBatch& batch) {
  const TextColumn unit = named<TimeUnit>(batch.unit, {TimeUnit::ms, TimeUnit::second, TimeUnit::minute, TimeUnit::day, TimeUnit::order});
  const TextColumn scale =
      named<ScoreScale>(batch.scale, {ScoreScale::none, ScoreScale::zero_to_ten, ScoreScale::one_to_five, ScoreScale::one_to_seven});
  const TextColumn identities = identities_column(batch);
  has_links_ = has_links_ || !batch.links.empty();
  std::vector<std::int64_t> arrival, key_high, key_low, was_high, was_low;
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    assert(batch.customer.codes[row] != 0 && batch.event.codes[row] != 0);
    if (const TimeMs time = batch.time[row]; time != kNoTime && (time > kInstantMax || time < -kInstantMax))
      return failure(msg("store.time_out_of_range", {{"line", static_cast<std::int64_t>(batch.line.empty() ? rows_ + row + 1 : batch.line[row])}}));
    const Digest128 key = keys_.key(batch, row);
    arrival.push_back(static_cast<std::int64_t>(rows_ + row));
    key_high.push_back(static_cast<std::int64_t>(key[0]));
    key_low.push_back(static_cast<std::int64_t>(key[1]));
    const Digest128 was = batch.links.empty() ? key : keys_.key_before_links(batch, row);
    was_high.push_back(static_cast<std::int64_t>(was[0]));
    was_low.push_back(static_cast<std::int64_t>(was[1]));
  }
  const auto texts = [](const TextColumn& column) { return AppendTexts{column.codes, &column.texts}; };
  const AppendColumn columns[] = {texts(batch.customer),
                                  texts(identities),
                                  AppendInstants{batch.time},
                                  texts(unit),
                                  AppendIntegers{arrival},
                                  texts(batch.event),
                                  texts(batch.channel),
                                  texts(batch.source),
                                  AppendNumbers{batch.value},
                                  AppendNumbers{batch.score},
                                  texts(scale),
                                  texts(batch.id),
                                  texts(batch.properties),
                                  AppendIntegers{key_high},
                                  AppendIntegers{key_low},
                                  AppendIntegers{was_high},
                                  AppendIntegers{was_low}};
  rows_ += batch.rows();
  return appender_.append(columns);
}

Result<std::uint64_t> Staging::leave_out(const std::set<std::string>& erasures, const std::string& key) {
  PARCOURS_CHECK(appender_.end());
  if (has_links_)
    PARCOURS_CHECK(
        change("CREATE TABLE named AS SELECT DISTINCT customer, unnest(json_extract_string(identities, '$.*')) AS value FROM "
               "(SELECT DISTINCT customer, identities FROM stage WHERE identities IS NOT NULL)"));
  else PARCOURS_CHECK(change("CREATE TABLE named (customer VARCHAR, value VARCHAR)"));
  if (erasures.empty()) return std::uint64_t{0};
  TextColumn gone;
  PARCOURS_CHECK(
      database_.stream("SELECT DISTINCT customer FROM stage UNION SELECT DISTINCT value FROM named", {}, [&](const SqlChunk& chunk) -> Outcome {
        for (const std::string_view identity : chunk.columns[0].texts)
          if (erasures.contains(to_hex(digest(identity, key)))) gone.push(identity);
        return Done{};
      }));
  if (gone.codes.empty()) return std::uint64_t{0};
  PARCOURS_CHECK(change("CREATE TABLE gone (identity VARCHAR)"));
  PARCOURS_TRY(Appender appender, database_.append_to("gone"));
  const AppendColumn columns[] = {AppendTexts{gone.codes, &gone.texts}};
  PARCOURS_CHECK(appender.append(columns));
  PARCOURS_CHECK(appender.end());
  PARCOURS_CHECK(change("INSERT INTO gone SELECT DISTINCT customer FROM named WHERE value IN (SELECT identity FROM gone)"));
  PARCOURS_CHECK(change("DELETE FROM named WHERE customer IN (SELECT identity FROM gone)"));
  return database_.execute("DELETE FROM stage WHERE customer IN (SELECT identity FROM gone)", {}, keep_going_);
}

Outcome Staging::links(const TakeLink& take) {
  return database_.stream("SELECT customer, value FROM named WHERE value <> '' AND value <> customer ORDER BY ALL", {},
                          [&](const SqlChunk& chunk) -> Outcome {
                            for (std::size_t row = 0; row < chunk.rows; ++row)
                              PARCOURS_CHECK(take(std::string(chunk.columns[0].texts[row]), std::string(chunk.columns[1].texts[row])));
                            return Done{};
                          });
}

Outcome Staging::drop_repeated(bool keep) {
  PARCOURS_CHECK(change("CREATE TABLE repeated AS SELECT key_high, key_low FROM stage GROUP BY ALL HAVING count(*) > 1"));
  PARCOURS_TRY(const SqlTable count, database_.query("SELECT count(*) FROM repeated"));
  if (count.columns[0].integers[0] == 0) return Done{};
  PARCOURS_CHECK(
      change("CREATE TABLE again AS SELECT * FROM (SELECT arrival, id IS NOT NULL AS has_id, "
             "row_number() OVER (PARTITION BY key_high, key_low ORDER BY arrival) - 1 AS nth "
             "FROM stage SEMI JOIN repeated USING (key_high, key_low)) WHERE nth > 0"));
  const std::string dropped = keep ? "SELECT arrival FROM again WHERE has_id" : "SELECT arrival FROM again";
  PARCOURS_CHECK(change("DELETE FROM stage WHERE arrival IN (" + dropped + ")"));
  // The number goes into the key by exclusive or: of two digests, no two meet by it but by chance.
  if (keep)
    PARCOURS_CHECK(
        change("UPDATE stage SET key_low = xor(key_low, nth), was_low = xor(was_low, nth) FROM again WHERE stage.arrival = again.arrival"));
  return Done{};
}

Result<bool> Staging::mixes_times_with_order(const std::vector<std::string>& segments) {
  const std::string known = segments.empty() ? "" : " UNION ALL SELECT unit FROM " + sql_parquet(segments);
  PARCOURS_TRY(const SqlTable table, database_.query("SELECT count(DISTINCT unit = 'order') FROM (SELECT unit FROM stage" + known + ")"));
  return table.columns[0].integers[0] > 1;
}

Outcome Staging::drop_known(const std::vector<std::string>& segments) {
  if (segments.empty()) return Done{};
  const std::string known = "DELETE FROM stage WHERE arrival IN (SELECT arrival FROM stage SEMI JOIN " + sql_parquet(segments) + " AS known ON ";
  PARCOURS_CHECK(change(known + "stage.key_high = known.key_high AND stage.key_low = known.key_low)"));
  if (!has_links_) return Done{};
  return change(known + "stage.was_high = known.key_high AND stage.was_low = known.key_low)");
}

Result<ImportSummary> Staging::summary() {
  PARCOURS_TRY(const SqlTable table, database_.query("SELECT count(*), count(DISTINCT customer), min(time), max(time) FROM stage"));
  ImportSummary summary;
  summary.imported = static_cast<std::uint64_t>(table.columns[0].integers[0]);
  summary.identities = static_cast<std::uint64_t>(table.columns[1].integers[0]);
  if (!table.columns[2].nulls[0]) summary.first = table.columns[2].integers[0], summary.last = table.columns[3].integers[0];
  return summary;
}

Result<std::vector<std::string>> Staging::identities() {
  PARCOURS_TRY(SqlTable table, database_.query("SELECT DISTINCT customer FROM stage"));
  return std::move(table.columns[0].texts);
}

Outcome Staging::write_segment(const std::string& path, std::int64_t import, std::int64_t first_arrival) {
  return database_.write_parquet("SELECT customer, identities, time, unit, arrival + " + std::to_string(first_arrival) +
                                     " AS arrival, event, channel, source, value, score, "
                                     "scale, id, " +
                                     std::to_string(import) + "::BIGINT AS import, properties, key_high, key_low FROM stage ORDER BY " +
                                     kSegmentOrder,
                                 path, {}, keep_going_);
}

}  // namespace parcours
