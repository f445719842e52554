#include "events/guess.h"

#include <algorithm>

#include "events/column_names.h"
#include "events/complaint.h"
#include "events/csv_dialect.h"
#include "base/fold.h"
#include "base/listed.h"
#include "events/guess_columns.h"
#include "events/look.h"
#include "events/number_form.h"
#include "events/recipe_reader.h"
#include "events/reject_file.h"
#include "events/saved_choices.h"

namespace parcours {
namespace {

constexpr std::size_t kColumnsListed = 30;

char decimal_of(const SampleTable& sample, const ColumnPlan& plan, const ImportOptions& options) {
  if (options.decimal) return *options.decimal;
  std::vector<std::string_view> named, all;
  for (std::size_t c = 0; c < sample.names.size(); ++c) {
    const std::string plain = plain_name(sample.names[c]);
    const bool amount = fit_of_name(plain, ColumnRole::value) || fit_of_name(plain, ColumnRole::score) || options.value == sample.names[c];
    for (const std::string_view v : sample.values(c)) (amount ? named : all).push_back(v);
  }
  const bool telling = std::any_of(named.begin(), named.end(), [](std::string_view v) { return v.find_first_of(".,") != std::string_view::npos; });
  return guess_decimal(telling ? named : all, plan.format == FileFormat::csv && plan.dialect.separator == ';' ? ',' : '.');
}

Result<SampleTable> sample_of(const Look& look, const std::string& path, const ImportOptions& options, ColumnPlan& plan) {
  SampleTable table;
  if (plan.format != FileFormat::csv) {
    PARCOURS_TRY(const auto rows, rows_of(look.again(), path, plan));
    PARCOURS_CHECK(sample_attributes(*rows, table));
    return table;
  }
  PARCOURS_TRY(CsvSample sample, sample_csv(look.text, look.cut, plan.encoding, options, kSampleRows));
  plan.dialect = sample.dialect;
  if (sample.header_assumed)
    plan.remarks.push_back({Severity::note, "header-assumed", msg("events.header_assumed"), msg("events.header_assumed_hint"), {}});
  for (const std::string& name : sample.table.repeated)
    plan.remarks.push_back({Severity::warning, "repeated-column", msg("events.repeated_column", {{"name", name}}), std::nullopt, {}});
  return std::move(sample.table);
}

// With several transitions of one activity only its completion is an event; otherwise every transition is.
void settle_lifecycle(const SampleTable& sample, ColumnPlan& plan) {
  const auto at = std::find(sample.names.begin(), sample.names.end(), "lifecycle:transition");
  if (at == sample.names.end()) return;
  const auto& values = sample.columns[static_cast<std::size_t>(at - sample.names.begin())];
  plan.complete_only = std::any_of(values.begin(), values.end(), [](const std::string& v) { return folded_ascii(v) == "complete"; });
  const bool others = std::any_of(values.begin(), values.end(), [](const std::string& v) { return !v.empty() && folded_ascii(v) != "complete"; });
  if (plan.complete_only && others) plan.remarks.push_back({Severity::note, "complete-only", msg("events.complete_only"), std::nullopt, {}});
}

void keep_first_rows(const SampleTable& sample, ColumnPlan& plan) {
  static constexpr std::size_t kShown = 5;
  for (std::size_t r = 0; r < std::min(kShown, sample.rows()); ++r) {
    plan.first_rows.emplace_back();
    for (const auto& column : sample.columns) plan.first_rows.back().push_back(column[r]);
  }
}

// The columns as they were read, by the options that would say so.
Message read_with(const ColumnPlan& plan) {
  if (plan.recipe) return msg("events.plan.recipe", {{"name", plan.recipe->name}});
  std::string options;
  std::vector<std::string> others;
  for (const PlannedColumn& column : plan.columns) {
    if (column.role == ColumnRole::property) others.push_back(column.name);
    else if (column.role != ColumnRole::clock)
      options += (options.empty() ? "--" : " --") + std::string(code_of(column.role)) + " " + option_word(column.name);
  }
  if (!plan.event_name.empty()) options += " --event-name " + option_word(plan.event_name);
  if (others.empty()) return msg("events.read_with", {{"options", options}});
  return msg("events.read_with_others", {{"options", options}, {"others", listed(others, kColumnsListed)}});
}

Failure mostly_rejected(const std::vector<Reject>& rejects, std::uint64_t rows, const std::string& path, const ColumnPlan& plan) {
  const RejectCause cause = causes_of(rejects).front();
  const Reject& example = *cause.first;
  Failure out = unreadable(
      msg("events.mostly_rejected", {{"rejected", static_cast<std::int64_t>(rejects.size())},
                                     {"rows", static_cast<std::int64_t>(rows)},
                                     {"reason", nested(example.reason)},
                                     {"count", static_cast<std::int64_t>(cause.rows)}}),
      example.column.empty()
          ? msg("events.mostly_rejected_hint",
                {{"line", static_cast<std::int64_t>(example.line)}, {"row", example.row.substr(0, 200)}, {"read", nested(read_with(plan))}})
          : msg("events.mostly_rejected_column_hint", {{"line", static_cast<std::int64_t>(example.line)},
                                                       {"column", example.column},
                                                       {"row", example.row.substr(0, 200)},
                                                       {"read", nested(read_with(plan))}}));
  out.what.place.file = path;
  out.what.place.line = static_cast<std::uint32_t>(example.line);
  return out;
}

constexpr ColumnRole kRecipeRoles[] = {ColumnRole::customer, ColumnRole::time,  ColumnRole::event, ColumnRole::channel,
                                       ColumnRole::source,   ColumnRole::value, ColumnRole::score, ColumnRole::id};

// Reads the sample as the whole file will be read.
Outcome rehearse(const Look& look, const std::string& path, const ColumnPlan& plan) {
  PARCOURS_TRY(const auto source, source_of(look.again(), path, plan));
  while (source->rows() < kSampleRows) {
    PARCOURS_TRY(const auto batch, source->next());
    if (!batch) break;
  }
  const auto& rejects = source->rejects();
  if (rejects.size() * 2 > source->rows() - source->skipped()) return mostly_rejected(rejects, source->rows(), path, plan);
  return Done{};
}

// The rows that the recipe makes, with a column for each of its roles, filled or not.
Result<SampleTable> sample_of_recipe(const Look& look, const std::string& path, const ColumnPlan& plan) {
  SampleTable table;
  for (const ColumnRole role : kRecipeRoles)
    if (const std::string name = column_for(*plan.recipe, role); !name.empty()) table.names.push_back(name);
  for (std::size_t link = 0; link < plan.recipe->links.size(); ++link) table.names.push_back(column_for_link(*plan.recipe, link));
  PARCOURS_TRY(auto rows, rows_of(look.again(), path, plan));
  PARCOURS_CHECK(sample_attributes(*follow_recipe(plan.recipe, std::move(rows), '.'), table));
  return table;
}

// Every role as the recipe has it: nothing is left to guess but how dates and amounts are written.
ImportOptions with_recipe(ImportOptions options, const Recipe& recipe) {
  options.customer = column_for(recipe, ColumnRole::customer);
  options.time = column_for(recipe, ColumnRole::time);
  options.event = column_for(recipe, ColumnRole::event);
  options.channel = column_for(recipe, ColumnRole::channel);
  options.source = column_for(recipe, ColumnRole::source);
  options.value = column_for(recipe, ColumnRole::value);
  options.score = column_for(recipe, ColumnRole::score);
  options.id = column_for(recipe, ColumnRole::id);
  options.event_name.clear();
  options.links.clear();
  for (std::size_t link = 0; link < recipe.links.size(); ++link) options.links.push_back(column_for_link(recipe, link));
  if (recipe.scale) options.scale = recipe.scale;
  return options;
}

Outcome apply_recipe(const Look& look, const std::string& path, const ImportOptions& asked, SampleTable& sample, ImportOptions& options,
                     ColumnPlan& plan) {
  plan.recipe = asked.recipe;
  if (!plan.recipe && asked.recognise && !names_columns(asked)) plan.recipe = recognised(sample.names);
  if (!plan.recipe) return Done{};
  if (!plan.recipe->zone.empty()) plan.zone = plan.recipe->zone;
  options = with_recipe(asked, *plan.recipe);
  options.zone = plan.zone;
  if (!asked.recipe)
    plan.remarks.push_back({Severity::note,
                            "recipe-recognised",
                            msg("events.recipe_recognised", {{"name", plan.recipe->name}}),
                            msg("events.recipe_recognised_hint", {{"id", plan.recipe->id}}),
                            {}});
  PARCOURS_TRY(sample, sample_of_recipe(look, path, plan));
  if (sample.rows() == 0) return mistaken(msg("events.recipe_makes_nothing", {{"name", plan.recipe->name}}), msg("events.recipe_makes_nothing_hint"));
  return Done{};
}

// What was chosen for such files before, where nothing is said now.
Result<ImportOptions> recalled(const ImportOptions& given, const Recall& recall, ColumnPlan& plan) {
  if (!recall || given.recipe || !given.recognise) return given;
  PARCOURS_TRY(const std::string choices, recall(plan.in_file));
  if (choices.empty()) return given;
  plan.remarks.push_back({Severity::note, "mapping-recalled", msg("events.mapping_recalled"), msg("events.mapping_recalled_hint"), {}});
  ImportOptions asked = with_choices(given, choices);
  plan.zone = asked.zone;
  return asked;
}

// A column that was given the last time and not this time says so.
void tell_recalled(const ImportOptions& given, ColumnPlan& plan) {
  for (PlannedColumn& column : plan.columns)
    if (column.reason.key == "events.plan.why.given" && !names_role(given, column.role)) column.reason = msg("events.plan.why.recalled");
}

Result<ColumnPlan> plan_for(Inputs& inputs, const std::string& path, const ImportOptions& given, const Recall& recall) {
  ColumnPlan plan;
  plan.zone = given.zone;
  plan.currency = given.currency;
  plan.keep_duplicates = given.keep_duplicates;
  plan.synthetic = given.synthetic;
  PARCOURS_TRY(const Look look, look_at(inputs, path, given, plan));
  PARCOURS_TRY(SampleTable sample, sample_of(look, path, given, plan));
  plan.in_file = sample.names;
  PARCOURS_TRY(const ImportOptions asked, recalled(given, recall, plan));
  ImportOptions options = asked;
  PARCOURS_CHECK(apply_recipe(look, path, asked, sample, options, plan));
  if (sample.rows() > 0) {
    plan.decimal = decimal_of(sample, plan, options);
    PARCOURS_CHECK(guess_columns(sample, options, plan));
    tell_recalled(given, plan);
    if (plan.recipe)
      for (PlannedColumn& column : plan.columns)
        if (column.role != ColumnRole::property) column.reason = msg("events.plan.why.recipe");
    if (plan.format == FileFormat::xes) settle_lifecycle(sample, plan);
    keep_first_rows(sample, plan);
  } else {
    plan.order_only = true;  // only the reasons of the rejects are wanted
  }
  PARCOURS_CHECK(rehearse(look, path, plan));
  if (sample.rows() == 0) return unreadable(plan.format == FileFormat::xes ? msg("events.no_xes_events") : msg("events.empty"));
  return plan;
}

}  // namespace

Result<ColumnPlan> guess_plan(Inputs& inputs, const std::string& path, const ImportOptions& options, const Recall& recall) {
  if (!Zone::find(options.zone)) return mistaken(msg("events.unknown_zone", {{"zone", options.zone}}), msg("events.unknown_zone_hint"));
  auto plan = plan_for(inputs, path, options, recall);
  if (!plan.ok()) return in_file(plan.failure(), path);
  return plan;
}

}  // namespace parcours
