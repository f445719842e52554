// How a file of events is going to be read: what guess.h found and why, what open_source.h follows.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "events/date_form.h"
#include "events/encoding.h"
#include "events/event_batch.h"

namespace parcours {

enum class FileFormat : std::uint8_t { csv, ndjson, xes, xlsx, parquet };
std::string_view code_of(FileFormat format);  // "csv" | "ndjson" | "xes" | "xlsx" | "parquet"
inline bool is_table_file(FileFormat format) { return format == FileFormat::xlsx || format == FileFormat::parquet; }  // not a stream of text

// `clock`: a time of day in a column of its own, beside the date. `property`: kept under its name.
enum class ColumnRole : std::uint8_t { property, customer, time, clock, event, channel, source, value, score, id, link };
std::string_view code_of(ColumnRole role);  // "property", "customer", …
Message label_of(ColumnRole role);          // for people

struct PlannedColumn {
  std::string name;  // as in the file; "col3" where it has none. NDJSON: dotted path; XES: attribute, of traces "case:…"
  ColumnRole role = ColumnRole::property;
  Message reason;       // why it has the role; without key for properties
  std::string example;  // a value of the sample
};

struct CsvDialect {
  char separator = ',';  // ' ': any run of blanks
  bool header = true;
  char newline = '\n';  // '\r' in files of old Macs
};

struct Recipe;

struct ColumnPlan {
  FileFormat format = FileFormat::csv;
  Encoding encoding = Encoding::undecided;
  bool compressed = false;
  CsvDialect dialect;
  std::string sheet;                     // XLSX
  std::shared_ptr<const Recipe> recipe;  // the rows are those that it makes
  char decimal = '.';
  std::vector<std::string> in_file;    // names of the file's own columns, as far as the sample shows them
  std::vector<PlannedColumn> columns;  // CSV: all, in order of the file; else those of the sample (others become properties)
  std::string event_name;              // not empty: the event of every row
  DateForm dates;
  bool order_only = false;     // no time: rows stand in their order
  bool complete_only = false;  // XES: of the lifecycle's transitions only `complete` is an event
  ScoreScale scale = ScoreScale::none;
  std::string zone = "UTC";
  std::string currency;  // of the amounts; "": any
  bool keep_duplicates = false;
  bool synthetic = false;
  std::vector<std::vector<std::string>> first_rows;  // up to five, one text a column
  std::vector<Diagnostic> remarks;                   // warnings and notes a person should see before importing
};

// The column with that role (the first one for links), or null.
const PlannedColumn* column_of(const ColumnPlan& plan, ColumnRole role);

// One sentence a guess: format, each role with its column and why, form of the dates. Remarks are not repeated.
std::vector<Message> explain(const ColumnPlan& plan);

// What the catalogue keeps of a mapping: {"format": …, "columns": {"customer": …}, …}.
std::string mapping_json(const ColumnPlan& plan);

}  // namespace parcours
