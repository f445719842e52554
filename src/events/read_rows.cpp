#include "events/read_rows.h"

#include "events/complaint.h"
#include "events/csv_dialect.h"
#include "events/look.h"

namespace parcours {
namespace {

Result<std::vector<AttributeRow>> read_all(Inputs& inputs, const std::string& path, const std::string& sheet, std::size_t rows_max) {
  ImportOptions options;
  options.header = true;
  options.sheet = sheet;
  ColumnPlan plan;
  PARCOURS_TRY(const Look look, look_at(inputs, path, options, plan));
  if (look.cut) return unreadable(msg("events.too_many_rows", {{"limit", static_cast<std::int64_t>(rows_max)}}));
  if (plan.format == FileFormat::csv) {
    PARCOURS_TRY(const CsvSample sample, sample_csv(look.text, false, plan.encoding, options, 1000));
    plan.dialect = sample.dialect;
  }
  PARCOURS_TRY(const auto reader, rows_of(look.again(), path, plan));
  std::vector<AttributeRow> rows;
  for (;;) {
    AttributeRow row;
    PARCOURS_TRY(const bool some, reader->next(row));
    if (!some) return rows;
    if (rows.size() == rows_max) return unreadable(msg("events.too_many_rows", {{"limit", static_cast<std::int64_t>(rows_max)}}));
    rows.push_back(std::move(row));
  }
}

}  // namespace

Result<std::vector<AttributeRow>> read_rows(Inputs& inputs, const std::string& path, const std::string& sheet, std::size_t rows_max) {
  auto rows = read_all(inputs, path, sheet, rows_max);
  if (!rows.ok()) return in_file(rows.failure(), path);
  return rows;
}

}  // namespace parcours
