// The rows of one import, on their way into a segment: gathered in a table of DuckDB, which spills to disk what does not fit in memory.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "events/event_batch.h"
#include "sql/database.h"
#include "store/row_key.h"
#include "store/store.h"

namespace parcours {

class Staging {
 public:
  // `temp_folder` takes what does not fit in memory.
  static Result<Staging> open(const std::string& temp_folder, Database::KeepGoing keep_going);

  // The rows of the batch, in order.
  Outcome add(const EventBatch& batch);
  std::uint64_t rows() const { return rows_; }

  // After the last batch, in this order:
  // The rows of erased people, and of customers whose link columns name one. Gives how many rows went.
  Result<std::uint64_t> leave_out(const std::set<std::string>& erasures, const std::string& key);
  using TakeLink = std::function<Outcome(const std::string& customer, const std::string& value)>;
  // The distinct pairs of the link columns, sorted.
  Outcome links(const TakeLink& take);
  // Repeated rows count once: the first stays. With `keep` they are numbered instead (rows with ids excepted), so that each is an event of its own
  // and the same file read again gives the same keys.
  Outcome drop_repeated(bool keep);
  // True when rows that know their time and rows that know only their order would stand side by side, here or with those segments.
  Result<bool> mixes_times_with_order(const std::vector<std::string>& segments);
  // Rows that are in these segments already, also where their link columns came in as properties.
  Outcome drop_known(const std::vector<std::string>& segments);
  // Of the rows that remain: imported, identities, first, last.
  Result<ImportSummary> summary();
  // Those of them, each once, in any order.
  Result<std::vector<std::string>> identities();
  // The rows that remain, as a segment; arrivals count from `first_arrival`.
  Outcome write_segment(const std::string& path, std::int64_t import, std::int64_t first_arrival);

 private:
  Staging(Database database, Appender appender, Database::KeepGoing keep_going)
      : database_(std::move(database)), appender_(std::move(appender)), keep_going_(std::move(keep_going)) {}
  Outcome change(const std::string& sql);

  Database database_;
  Appender appender_;
  Database::KeepGoing keep_going_;
  RowKeys keys_;
  std::uint64_t rows_ = 0;
  bool has_links_ = false;
};

}  // namespace parcours
