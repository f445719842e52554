// One guess a role. Each looks only at columns that have no role yet.
#pragma once

#include <functional>

#include "base/result.h"
#include "events/column_plan.h"
#include "events/import_options.h"
#include "events/sample_table.h"

namespace parcours {

class RoleGuesser {
 public:
  RoleGuesser(const SampleTable& sample, ColumnPlan& plan);

  const SampleTable& sample() const { return sample_; }
  ColumnPlan& plan() { return plan_; }
  void set(std::size_t column, ColumnRole role, Message reason);

  void guess_customer_by_name();
  void guess_customer_by_contents();
  void guess_customer_by_id();
  Outcome guess_time(const ImportOptions& options);
  void guess_clock(const ImportOptions& options);
  void guess_event();
  void guess_event_by_contents();
  void guess_id();
  void guess_source();
  void guess_channel();
  void guess_value();
  void guess_score();
  // A word on a column beside the amounts that names another currency than theirs.
  void remark_currencies();

  // Reads the times of a column that was given; settles plan.dates. Fails when none can be read.
  Outcome check_times(std::size_t column, const ImportOptions& options);
  // The scale of the score column, as given, by its name or by its values. Fails when the values go beyond every scale.
  Outcome settle_scale(const ImportOptions& options);

 private:
  // Of the values that are numbers: from where to where, and how many lie on some scale (0 to 10).
  struct ScoreSpan {
    double low = 1e300, high = -1e300, low_on = 10, high_on = 0;
    std::size_t on = 0, off = 0;
  };
  ScoreSpan span_of_scores(std::size_t column) const;
  using Test = std::function<bool(std::size_t column, int fit)>;
  std::optional<std::size_t> best_named(ColumnRole role, const Test& passes) const;
  bool is_free(std::size_t column) const { return plan_.columns[column].role == ColumnRole::property; }
  std::size_t distinct(std::size_t column) const;
  bool is_amount(std::size_t column) const;
  void remark_unread_value();
  void doubt_customer(Message doubt);
  Failure time_unreadable(std::size_t column) const;
  void take_times(const DateGuess& guess, const std::string& column, const ImportOptions& options);

  const SampleTable& sample_;
  ColumnPlan& plan_;
  std::vector<std::string> plain_;  // names made plain
};

}  // namespace parcours
