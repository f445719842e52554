#include "engine/ask_both.h"

#include <cmath>
#include <cstdlib>
#include <set>

#include "base/json.h"
#include "base/number.h"
#include "measures/channels.h"
#include "measures/flow.h"
#include "measures/funnel.h"
#include "measures/measure.h"
#include "measures/retention.h"
#include "measures/variants.h"
#include "questions/answer_json.h"

namespace parcours {
namespace {

ScoreScale scale_for(double score) { return score < 4 ? ScoreScale::one_to_five : score < 7 ? ScoreScale::one_to_seven : ScoreScale::zero_to_ten; }

std::string text_or_null(const std::string& text) { return text.empty() ? "NULL" : sql_text(text); }

std::string row_of(const CaseEvent& event, std::size_t arrival, const Zone& zone, bool two_identities) {
  const TimeInterval interval = interval_of(event.time, event.unit, zone);
  const bool is_timed = event.unit != TimeUnit::order;
  Json properties = Json::object();
  for (const auto& [name, value] : event.properties) properties[name] = value;
  const std::string identity = event.customer + (two_identities && arrival % 2 == 1 ? " (app)" : "");
  std::string out = "(" + sql_text(event.customer) + ", " + sql_text(identity) + ", ";
  out += is_timed ? std::to_string(interval.start) + ", " + std::to_string(interval.end) : std::string("NULL, NULL");
  out += ", " + std::to_string(arrival) + ", " + sql_text(event.event) + ", " + text_or_null(event.channel) + ", " + text_or_null(event.source);
  out += ", " + (event.value ? exact(*event.value) : "NULL") + ", " + (event.score ? exact(*event.score) : "NULL") + ", " +
         (event.score ? sql_text(code_of(scale_for(*event.score))) : "NULL");
  return out + ", " + (event.properties.empty() ? "NULL" : sql_text(properties.dump())) + ")";
}

Database open_database() {
  auto database = Database::open({.threads = 1});
  if (!database.ok()) std::abort();
  // A dozen events need no plan: most of the time would go into making one.
  if (!database->execute("PRAGMA disable_optimizer").ok()) std::abort();
  return std::move(database).value();
}

void must(const Outcome& outcome) {
  if (!outcome.ok()) std::fprintf(stderr, "%s", render(outcome.failure().what, "", Lang::en).c_str()), std::abort();
}

template <class T>
Result<Answer> as_answer(Result<T> result) {
  if (!result.ok()) return result.failure();
  return Answer(std::move(result).value());
}

std::string difference_of(const Json& a, const Json& b, const std::string& at) {
  if (a.is_number() && b.is_number()) {
    const double x = a.get<double>(), y = b.get<double>();
    return std::fabs(x - y) <= 1e-9 * std::max(1.0, std::fabs(x)) ? "" : at + ": native " + a.dump() + ", reference " + b.dump();
  }
  if (a.is_object() && b.is_object()) {
    for (const auto& [key, value] : a.items())
      if (!b.contains(key)) return at + "/" + key + ": only native has it: " + value.dump();
      else if (auto inner = difference_of(value, b[key], at + "/" + key); !inner.empty()) return inner;
    for (const auto& [key, value] : b.items())
      if (!a.contains(key)) return at + "/" + key + ": only reference has it: " + value.dump();
    return "";
  }
  if (a.is_array() && b.is_array()) {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
      if (auto inner = difference_of(a[i], b[i], at + "/" + std::to_string(i)); !inner.empty()) return inner;
    return a.size() == b.size() ? ""
                                : at + ": native has " + std::to_string(a.size()) + " entries " + a.dump() + ", reference " +
                                      std::to_string(b.size()) + " " + b.dump();
  }
  return a == b ? "" : at + ": native " + a.dump() + ", reference " + b.dump();
}

}  // namespace

ReferenceBench::ReferenceBench() : database_(open_database()) {}

void ReferenceBench::load(const std::vector<CaseEvent>& events, const Zone& zone, bool two_identities) {
  must([&]() -> Outcome {
    PARCOURS_CHECK(
        database_.execute("CREATE OR REPLACE TABLE imported (customer VARCHAR, identity VARCHAR, start_ms BIGINT, end_ms BIGINT, arrival BIGINT, "
                          "event VARCHAR, channel VARCHAR, source VARCHAR, "
                          "value DOUBLE, score DOUBLE, scale VARCHAR, properties VARCHAR)"));
    std::string rows;
    for (std::size_t i = 0; i < events.size(); ++i) rows += (i ? ",\n" : "") + row_of(events[i], i, zone, two_identities);
    if (!rows.empty()) PARCOURS_CHECK(database_.execute("INSERT INTO imported VALUES " + rows));
    log_ = {};
    log_.events_select = "SELECT * FROM imported";
    log_.zone = zone;
    return probe(database_, log_);
  }());
  IndexInput input = input_of(events);
  input.events.scale.assign(input.events.rows(), ScoreScale::none);
  for (std::size_t row = 0; row < input.events.score.size(); ++row)
    if (!std::isnan(input.events.score[row])) input.events.scale[row] = scale_for(input.events.score[row]);
  std::set<std::pair<std::string, std::string>> identities;
  std::map<std::string, int> by_customer;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (identities.insert({events[i].customer, two_identities && i % 2 == 1 ? "app" : ""}).second) ++by_customer[events[i].customer];
  for (const auto& [customer, n] : by_customer) {
    input.identities += static_cast<std::uint64_t>(n);
    if (n > 1) input.identities_joined += static_cast<std::uint64_t>(n);
  }
  index_ = build_index(std::move(input), zone);
}

Result<Answer> ReferenceBench::ask_reference(const Question& question) { return reference_answer(database_, log_, question); }

Result<Answer> ReferenceBench::ask_native(const Question& question) const {
  struct Kernels {
    const EventIndex& index;
    Result<Answer> operator()(const FunnelQuestion& q) const { return as_answer(funnel(index, q)); }
    Result<Answer> operator()(const FlowQuestion& q) const { return as_answer(flow(index, q)); }
    Result<Answer> operator()(const VariantsQuestion& q) const { return as_answer(variants(index, q)); }
    Result<Answer> operator()(const RetentionQuestion& q) const { return as_answer(retention(index, q)); }
    Result<Answer> operator()(const ChannelsQuestion& q) const { return as_answer(channels(index, q)); }
    Result<Answer> operator()(const MeasureQuestion& q) const { return as_answer(measure(index, q)); }
  };
  return std::visit(Kernels{index_}, question);
}

std::string difference(const Question& question, const Result<Answer>& native, const Result<Answer>& reference, const Zone& zone) {
  if (!native.ok() && !reference.ok()) {
    const auto a = render(native.failure().what.message, Lang::en), b = render(reference.failure().what.message, Lang::en);
    return a == b ? "" : "native refuses: " + a + "; reference: " + b;
  }
  if (!native.ok()) return "only native refuses: " + render(native.failure().what, "", Lang::en);
  if (!reference.ok()) return "only reference refuses: " + render(reference.failure().what, "", Lang::en);
  return difference_of(to_json(question, *native, zone, Lang::en), to_json(question, *reference, zone, Lang::en), "");
}

}  // namespace parcours
