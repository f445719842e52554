// Which column is what: as asked for, by its name, by its contents.
#pragma once

#include "base/result.h"
#include "events/column_plan.h"
#include "events/import_options.h"
#include "events/sample_table.h"

namespace parcours {

// Fills the plan's columns, dates, scale, event name and order_only, and adds its remarks.
// REQUIRES: plan.format and plan.decimal are settled.
Outcome guess_columns(const SampleTable& sample, const ImportOptions& options, ColumnPlan& plan);

// The column that a person means: its name, its name in other letters, "case:" left out, or its number from 1 ("3", "col3").
// Fails (misuse) when there is none, with the nearest name, or when the name stands twice.
Result<std::size_t> find_column(const SampleTable& sample, const std::string& choice, std::string_view option);

// As it is typed behind an option: in quotes where it holds anything but letters, digits and _ . -
std::string option_word(std::string_view column);

}  // namespace parcours
