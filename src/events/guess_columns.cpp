#include "events/guess_columns.h"

#include <algorithm>
#include <set>

#include "base/listed.h"
#include "events/column_names.h"
#include "events/complaint.h"
#include "events/guess_roles.h"
#include "events/number_form.h"

namespace parcours {
namespace {

struct Choice {
  ColumnRole role;
  std::string_view option;
  const ColumnChoice ImportOptions::*chosen;
};
constexpr Choice kChoices[] = {
    {ColumnRole::customer, "--customer", &ImportOptions::customer}, {ColumnRole::time, "--time", &ImportOptions::time},
    {ColumnRole::event, "--event", &ImportOptions::event},          {ColumnRole::channel, "--channel", &ImportOptions::channel},
    {ColumnRole::source, "--source", &ImportOptions::source},       {ColumnRole::value, "--value", &ImportOptions::value},
    {ColumnRole::score, "--score", &ImportOptions::score},          {ColumnRole::id, "--id", &ImportOptions::id}};

Outcome set_given(RoleGuesser& guesser, const ImportOptions& options, ColumnRole role, const std::string& choice, std::string_view option) {
  PARCOURS_TRY(const std::size_t column, find_column(guesser.sample(), choice, option));
  PlannedColumn& planned = guesser.plan().columns[column];
  if (planned.role != ColumnRole::property)
    return mistaken(
        msg("events.column_twice", {{"name", planned.name}, {"first", nested(label_of(planned.role))}, {"second", nested(label_of(role))}}));
  guesser.set(column, role, msg("events.plan.why.given"));
  if (role == ColumnRole::time) return guesser.check_times(column, options);
  return Done{};
}

Outcome set_all_given(RoleGuesser& guesser, const ImportOptions& options) {
  for (const Choice& choice : kChoices) {
    const ColumnChoice& chosen = options.*choice.chosen;
    if (choice.role == ColumnRole::event && !options.event_name.empty()) continue;
    if (chosen && !chosen->empty()) PARCOURS_CHECK(set_given(guesser, options, choice.role, *chosen, choice.option));
  }
  for (const std::string& link : options.links) PARCOURS_CHECK(set_given(guesser, options, ColumnRole::link, link, "--link"));
  return Done{};
}

// What is neither given nor refused, in the order in which one name may serve two roles.
Outcome guess_the_rest(RoleGuesser& guesser, const ImportOptions& options) {
  const auto open = [&](ColumnRole role, const ColumnChoice& chosen) { return !chosen && !column_of(guesser.plan(), role); };
  if (open(ColumnRole::customer, options.customer)) guesser.guess_customer_by_name();
  if (open(ColumnRole::time, options.time)) PARCOURS_CHECK(guesser.guess_time(options));
  if (column_of(guesser.plan(), ColumnRole::time)) guesser.guess_clock(options);
  if (open(ColumnRole::event, options.event) && options.event_name.empty()) guesser.guess_event();
  if (open(ColumnRole::id, options.id)) guesser.guess_id();
  if (open(ColumnRole::source, options.source)) guesser.guess_source();
  if (open(ColumnRole::channel, options.channel)) guesser.guess_channel();
  if (open(ColumnRole::value, options.value)) guesser.guess_value();
  if (open(ColumnRole::score, options.score)) guesser.guess_score();
  if (open(ColumnRole::customer, options.customer)) guesser.guess_customer_by_contents();
  if (open(ColumnRole::customer, options.customer)) guesser.guess_customer_by_id();
  if (open(ColumnRole::event, options.event) && options.event_name.empty()) guesser.guess_event_by_contents();
  return Done{};
}

Outcome demand_customer_and_event(const ColumnPlan& plan, const SampleTable& sample) {
  const std::string columns = listed(sample.names);
  if (!column_of(plan, ColumnRole::customer)) return mistaken(msg("events.no_customer", {{"columns", columns}}), msg("events.no_customer_hint"));
  if (!column_of(plan, ColumnRole::event) && plan.event_name.empty())
    return mistaken(msg("events.no_event", {{"columns", columns}}), msg("events.no_event_hint"));
  return Done{};
}

void note_examples(const SampleTable& sample, ColumnPlan& plan) {
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const auto values = sample.values(c);
    if (!values.empty()) plan.columns[c].example = values.front();
  }
}

// Columns that look like another identity of the customer are worth a word; they are never joined unasked. So is one with the name of a
// customer's key that was passed over because many rows lack it.
void remark_identities(const SampleTable& sample, ColumnPlan& plan) {
  const PlannedColumn* customer = column_of(plan, ColumnRole::customer);
  const auto fit = fit_of_name(plain_name(customer->name), ColumnRole::customer);
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const PlannedColumn& column = plan.columns[c];
    if (column.role != ColumnRole::property || column.example.empty()) continue;
    const std::string plain = plain_name(column.name);
    const bool address = (plain.find("mail") != std::string::npos || plain == "courriel") && column.example.find('@') != std::string::npos;
    const auto own = fit_of_name(plain, ColumnRole::customer);
    const bool passed_over = customer->reason.key == "events.plan.why.name" && own && fit && *own < *fit && sample.values(c).size() < sample.rows();
    if (!address && !passed_over) continue;
    plan.remarks.push_back({Severity::note,
                            "possible-identity",
                            msg("events.possible_identity", {{"name", column.name}, {"column", option_word(column.name)}}),
                            std::nullopt,
                            {}});
  }
}

}  // namespace

Outcome guess_columns(const SampleTable& sample, const ImportOptions& options, ColumnPlan& plan) {
  plan.columns.clear();
  for (const std::string& name : sample.names) plan.columns.push_back({name});
  plan.event_name = options.event_name;
  RoleGuesser guesser(sample, plan);
  PARCOURS_CHECK(set_all_given(guesser, options));
  PARCOURS_CHECK(guess_the_rest(guesser, options));
  PARCOURS_CHECK(demand_customer_and_event(plan, sample));
  plan.order_only = !column_of(plan, ColumnRole::time);
  if (plan.order_only) plan.remarks.push_back({Severity::warning, "order-only", msg("events.order_only"), msg("events.order_only_hint"), {}});
  PARCOURS_CHECK(guesser.settle_scale(options));
  note_examples(sample, plan);
  remark_identities(sample, plan);
  guesser.remark_currencies();
  return Done{};
}

}  // namespace parcours
