// One row of any format -> one event, or a reject with its reason.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "events/column_plan.h"
#include "events/import_source.h"

namespace parcours {

// A row's texts by what they are; UTF-8, "" where there is nothing.
struct RowFields {
  std::uint64_t line = 0;
  std::string_view customer, time, clock, event, channel, source, value, score, id;
  std::vector<std::string_view> links;  // as the plan's link columns
  std::string_view properties;          // JSON text, or ""
};

// Gathers rejects; past a fill their rows are no longer kept, so that memory stays flat.
class RejectList {
 public:
  static constexpr std::size_t kRowBytesKept = 4096;
  static constexpr std::size_t kTextBytesMax = std::size_t{1} << 26;
  static constexpr std::size_t kRejectsMax = 1'000'000;

  void add(std::uint64_t line, std::string column, Message reason, std::string_view raw);
  const std::vector<Reject>& all() const { return all_; }
  bool too_many() const { return all_.size() >= kRejectsMax; }

 private:
  std::vector<Reject> all_;
  std::size_t text_bytes_ = 0;
};

class RowTaker {
 public:
  // REQUIRES: the plan's zone is known
  RowTaker(const ColumnPlan& plan, RejectList& rejects);

  // `raw` stands in the reject if it comes to that.
  void take(const RowFields& fields, std::string_view raw);
  std::size_t taken() const { return batch_.rows(); }
  EventBatch release();  // what was taken since the last time
  // Rows taken so far whose customer is a further identity, for want of the customer's own.
  std::uint64_t by_link() const { return by_link_; }

 private:
  static std::string_view further_identity(const RowFields& fields);
  bool read_time(const RowFields& fields, ReadTime& time, std::string_view raw);
  bool read_number(std::string_view text, ColumnRole role, std::uint64_t line, std::string_view raw, double& value);
  void reject(std::uint64_t line, ColumnRole role, Message reason, std::string_view raw);
  EventBatch fresh_batch() const;

  const ColumnPlan& plan_;
  RejectList& rejects_;
  TimeReader times_;
  std::string joined_;
  EventBatch batch_;
  std::uint64_t by_link_ = 0;
};

}  // namespace parcours
