// What every source of this room is made of.
#pragma once

#include <memory>

#include "events/attribute_reader.h"
#include "events/csv_reader.h"
#include "events/import_source.h"
#include "events/row_taker.h"

namespace parcours {

inline constexpr std::size_t kBatchRows = 1 << 15;

// The parts that do not depend on the format.
class PlannedSource : public ImportSource {
 public:
  PlannedSource(ColumnPlan plan, std::string name) : plan_(std::move(plan)), name_(std::move(name)), taker_(plan_, rejects_) {}
  PlannedSource(const PlannedSource&) = delete;
  PlannedSource& operator=(const PlannedSource&) = delete;

  Result<std::optional<EventBatch>> next() final;
  const std::vector<Reject>& rejects() const final { return rejects_.all(); }
  std::uint64_t rows() const final { return rows_; }
  std::uint64_t skipped() const final { return skipped_; }
  std::string name() const final { return name_; }
  std::string format() const final { return std::string(code_of(plan_.format)); }
  bool keeps_duplicates() const final { return plan_.keep_duplicates || plan_.order_only || plan_.format == FileFormat::xes; }
  bool synthetic() const final { return plan_.synthetic; }
  std::vector<Diagnostic> notes() const override;  // of the rows read so far

 protected:
  virtual Result<bool> take_row() = 0;  // one row more; false at the end

  const ColumnPlan plan_;
  const std::string name_;
  RejectList rejects_;
  RowTaker taker_;
  std::uint64_t rows_ = 0, skipped_ = 0;
};

std::unique_ptr<ImportSource> csv_source(ColumnPlan plan, std::string name, CsvReader reader);
std::unique_ptr<ImportSource> attribute_source(ColumnPlan plan, std::string name, std::unique_ptr<AttributeReader> reader);

}  // namespace parcours
