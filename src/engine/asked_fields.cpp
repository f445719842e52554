#include "engine/asked_fields.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "base/listed.h"
#include "base/suggest.h"

namespace parcours {
namespace {

using Names = std::set<std::string>;

// Walks through all the places of a question where a field can stand.
class Collector {
 public:
  explicit Collector(bool meant_only) : meant_only_(meant_only) {}

  void operator()(const FunnelQuestion& question) {
    add(question.scope);
    for (const auto& step : question.steps) add(step);
    if (question.except) add(*question.except);
    add(question.same);
    add(question.by);
  }
  void operator()(const FlowQuestion& question) { add(question.scope), add(question.steps); }
  void operator()(const VariantsQuestion& question) { add(question.scope), add(question.steps); }
  void operator()(const RetentionQuestion& question) {
    add(question.scope);
    for (const auto* rule : {&question.came, &question.active, &question.purchase})
      if (*rule) add(**rule);
  }
  void operator()(const ChannelsQuestion& question) { add(question.scope); }
  void operator()(const MeasureQuestion& question) {
    add(question.scope);
    add(question.by);
    if (meant_only_) return;
    for (const auto& stage : question.stages)
      for (const auto& touchpoint : stage.touchpoints) add(touchpoint.match), add(touchpoint.failure);
  }

  std::vector<std::string> names() const { return {names_.begin(), names_.end()}; }

 private:
  void add(const std::string& field) {
    if (!field.empty() && !is_builtin_field(field)) names_.insert(field);
  }
  void add(const std::vector<FieldCondition>& where) {
    for (const auto& condition : where)
      if (!meant_only_ || condition.test.kind != FieldTest::Kind::absent) add(condition.field);
  }
  void add(const Scope& scope) { add(scope.where); }
  void add(const Rule& rule) {
    for (const auto& condition : rule.any) add(condition.where);
  }
  void add(const Step& step) {
    if (meant_only_ && step.of_map) add(step.typed);
    else add(step.rule);
  }
  void add(const std::vector<Step>& steps) {
    for (const auto& step : steps) add(step);
  }

  bool meant_only_;
  Names names_;
};

std::vector<std::string> collect(const Question& question, bool meant_only) {
  Collector collector(meant_only);
  std::visit(collector, question);
  return collector.names();
}

constexpr std::size_t kMostListed = 20;

// What the newest import that has a column of that name took it as: "channel", "customer" …
std::optional<std::string> field_of_column(Store& store, const std::string& column) {
  const auto imports = store.imports();
  if (!imports.ok()) return std::nullopt;
  for (auto record = imports->rbegin(); record != imports->rend(); ++record) {
    const Json mapping = Json::parse(record->mapping, nullptr, false);
    const auto columns = mapping.is_object() ? mapping.find("columns") : mapping.end();
    if (columns == mapping.end() || !columns->is_object()) continue;
    for (const auto& [field, name] : columns->items())
      if (name.is_string() && name.get_ref<const std::string&>() == column) return field;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> properties_asked(const Question& question) { return collect(question, false); }
std::vector<std::string> properties_meant(const Question& question) { return collect(question, true); }

Outcome check_scope(const Question& question) {
  const Scope& scope = std::visit([](const auto& asked) -> const Scope& { return asked.scope; }, question);
  if (scope.since && scope.until && *scope.since >= *scope.until) return misuse(msg("engine.empty_range"));
  if (scope.inactivity && *scope.inactivity <= 0) return misuse(msg("engine.no_inactivity"));
  return Done{};
}

Failure unknown_field(const std::string& field, const std::vector<std::string>& properties, Store& store) {
  std::vector<std::string> known = {"channel", "source", "value", "score"};
  known.insert(known.end(), properties.begin(), properties.end());
  const auto message = msg("scope.unknown_field", {{"field", field}});
  if (const auto became = field_of_column(store, field)) {
    if (is_builtin_field(*became)) return misuse(message, msg("scope.column_became", {{"column", field}, {"field", *became}}));
    return misuse(message, msg("scope.column_is_no_field", {{"column", field}, {"role", *became}}));
  }
  if (const auto near = nearest(field, known))
    return misuse(message, msg("scope.did_you_mean_of", {{"field", *near}, {"fields", listed(known, kMostListed)}}));
  return misuse(message, msg("scope.known_fields", {{"fields", listed(known, kMostListed)}}));
}

}  // namespace parcours
