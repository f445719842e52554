// Segments read into columns.
#include <deque>

#include "sql/database.h"
#include "store/context.h"
#include "store/scan_columns.h"
#include "store/scan_order.h"
#include "store/segment_health.h"

namespace parcours {
namespace {

// Reads the columns of a SELECT, in its order, into those of a Scan.
class ScanReader {
 public:
  ScanReader(Scan& scan, const ScanRequest& request) : scan_(scan), request_(request) {
    EventBatch& events = scan.events;
    for (TextColumn* column : {&events.customer, &events.event, &events.channel, &events.source}) texts_.emplace_back(*column);
    if (request.ids)
      for (TextColumn* column : {&events.id, &events.properties}) texts_.emplace_back(*column);
    scan.properties.resize(request.properties.size());
    for (TextColumn& column : scan.properties) texts_.emplace_back(column);
  }

  // What take() expects: first the texts, in the order of texts_.
  std::string columns() const {
    std::string sql = "customer, event, channel, source";
    if (request_.ids) sql += ", id, properties";
    for (const std::string& name : request_.properties) sql += ", " + sql_property("properties", name);
    sql += ", time, unit, arrival";
    if (request_.values) sql += ", value, score, scale";
    if (request_.ids) sql += ", import";
    return sql;
  }

  Outcome take(const SqlChunk& chunk) {
    std::size_t at = 0;
    for (TextReader& reader : texts_)
      for (const std::string_view text : chunk.columns[at++].texts) reader.read(text);
    EventBatch& events = scan_.events;
    const SqlChunkColumn& time = chunk.columns[at++];
    for (std::size_t row = 0; row < chunk.rows; ++row) events.time.push_back(time.is_null(row) ? kNoTime : time.integers[row]);
    for (const std::string_view unit : chunk.columns[at++].texts) PARCOURS_CHECK(add_unit(unit));
    append(scan_.arrival, chunk.columns[at++].integers);
    if (request_.values) {
      append(events.value, chunk.columns[at++].numbers);
      append(events.score, chunk.columns[at++].numbers);
      for (const std::string_view scale : chunk.columns[at++].texts)
        events.scale.push_back(scale.empty() ? ScoreScale::none : scale_of(scale).value_or(ScoreScale::none));
    }
    if (request_.ids) append(scan_.import, chunk.columns[at++].integers);
    return Done{};
  }

 private:
  Outcome add_unit(std::string_view code) {
    if (code != last_unit_code_) {
      const auto unit = unit_of(code);
      if (!unit) return failure(msg("store.segment_damaged", {{"reason", "unit = " + std::string(code)}}), msg("store.segment_damaged.hint"));
      last_unit_ = *unit;
      last_unit_code_ = code_of(*unit);
    }
    scan_.events.unit.push_back(last_unit_);
    return Done{};
  }

  template <class T>
  static void append(std::vector<T>& to, std::span<const T> from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  Scan& scan_;
  const ScanRequest& request_;
  std::deque<TextReader> texts_;
  TimeUnit last_unit_ = TimeUnit::ms;
  std::string_view last_unit_code_;
};

void reserve(Scan& scan, const ScanRequest& request, std::size_t rows) {
  EventBatch& events = scan.events;
  for (TextColumn* column : {&events.customer, &events.event, &events.channel, &events.source}) column->codes.reserve(rows);
  events.time.reserve(rows);
  events.unit.reserve(rows);
  scan.arrival.reserve(rows);
  if (!request.values) return;
  events.value.reserve(rows);
  events.score.reserve(rows);
  events.scale.reserve(rows);
}

// Columns that were not asked for are there all the same, empty of content.
void fill_missing(Scan& scan, const ScanRequest& request) {
  EventBatch& events = scan.events;
  if (!request.values) {
    events.value.assign(events.rows(), kNone);
    events.score.assign(events.rows(), kNone);
    events.scale.assign(events.rows(), ScoreScale::none);
  }
  if (!request.ids)
    for (TextColumn* column : {&events.id, &events.properties}) column->codes.assign(events.rows(), 0);
}

std::string only(const std::vector<std::string>& identities) {
  std::string list;
  for (const std::string& identity : identities) list += (list.empty() ? "" : ", ") + sql_text(identity);
  return " WHERE customer IN (" + list + ")";
}

}  // namespace

Result<Scan> scan_segments(const StoreContext& context, const Snapshot& snapshot, const People& people, const ScanRequest& request) {
  Scan scan;
  scan.synthetic = snapshot.synthetic;
  scan.version = snapshot.version;
  ScanReader reader(scan, request);
  if (snapshot.segments.empty()) return scan;
  std::size_t rows = 0;
  for (const Segment& segment : snapshot.segments) rows += segment.rows;
  PARCOURS_TRY(Database database, Database::open({}));
  std::string sql = "SELECT " + reader.columns() + " FROM " + sql_parquet(context.segment_paths(snapshot));
  if (request.customer.empty()) reserve(scan, request, rows);
  else sql += only(people.identities_of(request.customer));
  PARCOURS_CHECK(database.stream(sql, {}, [&reader](const SqlChunk& chunk) { return reader.take(chunk); }));
  if (request.customer.empty()) PARCOURS_CHECK(check_rows(database, context, snapshot));
  fill_missing(scan, request);
  order_scan(scan, people);
  return scan;
}

}  // namespace parcours
