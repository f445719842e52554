#include "events/column_plan.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "events/recipe.h"

namespace parcours {
namespace {

std::string shown_separator(char separator) {
  if (separator == '\t') return "\\t";
  return std::string(1, separator);
}

Message format_line(const ColumnPlan& plan) {
  const std::string encoding(code_of(plan.encoding));
  switch (plan.format) {
    case FileFormat::ndjson: return msg("events.plan.format_ndjson", {{"encoding", encoding}});
    case FileFormat::xes: return msg("events.plan.format_xes");
    case FileFormat::xlsx: return msg("events.plan.format_xlsx", {{"sheet", plan.sheet}});
    case FileFormat::parquet: return msg("events.plan.format_parquet");
    case FileFormat::csv: break;
  }
  if (plan.dialect.separator == ' ') return msg("events.plan.format_blanks", {{"encoding", encoding}});
  if (plan.dialect.separator == '\t') return msg("events.plan.format_tabs", {{"encoding", encoding}});
  return msg("events.plan.format_csv", {{"separator", shown_separator(plan.dialect.separator)}, {"encoding", encoding}});
}

Message role_line(const PlannedColumn& column) {
  return msg("events.plan.role", {{"role", nested(label_of(column.role))}, {"name", column.name}, {"reason", nested(column.reason)}});
}

std::string listed_properties(const ColumnPlan& plan) {
  std::string out;
  for (const PlannedColumn& column : plan.columns)
    if (column.role == ColumnRole::property) out += (out.empty() ? "" : ", ") + column.name;
  return out;
}

}  // namespace

std::string_view code_of(FileFormat format) {
  static constexpr std::array<std::string_view, 5> kCodes = {"csv", "ndjson", "xes", "xlsx", "parquet"};
  return kCodes[static_cast<std::size_t>(format)];
}

std::string_view code_of(ColumnRole role) {
  static constexpr std::array<std::string_view, 11> kCodes = {"property", "customer", "time",  "clock", "event", "channel",
                                                              "source",   "value",    "score", "id",    "link"};
  return kCodes[static_cast<std::size_t>(role)];
}

Message label_of(ColumnRole role) {
  switch (role) {
    case ColumnRole::property: return msg("events.plan.label.property");
    case ColumnRole::customer: return msg("events.plan.label.customer");
    case ColumnRole::time: return msg("events.plan.label.time");
    case ColumnRole::clock: return msg("events.plan.label.clock");
    case ColumnRole::event: return msg("events.plan.label.event");
    case ColumnRole::channel: return msg("events.plan.label.channel");
    case ColumnRole::source: return msg("events.plan.label.source");
    case ColumnRole::value: return msg("events.plan.label.value");
    case ColumnRole::score: return msg("events.plan.label.score");
    case ColumnRole::id: return msg("events.plan.label.id");
    case ColumnRole::link: return msg("events.plan.label.link");
  }
  return msg("events.plan.label.property");
}

Message label_of(const DateForm& form) {
  switch (form.kind) {
    case DateForm::Kind::iso: return msg("events.plan.dates.iso");
    case DateForm::Kind::day_first: return msg("events.plan.dates.day_first");
    case DateForm::Kind::month_first: return msg("events.plan.dates.month_first");
    case DateForm::Kind::named: return msg("events.plan.dates.named");
    case DateForm::Kind::compact: return msg("events.plan.dates.compact");
    case DateForm::Kind::epoch: break;
  }
  if (form.epoch_digits == 0) return msg("events.plan.dates.epoch_s");
  if (form.epoch_digits == 3) return msg("events.plan.dates.epoch_ms");
  return form.epoch_digits == 6 ? msg("events.plan.dates.epoch_us") : msg("events.plan.dates.epoch_ns");
}

const PlannedColumn* column_of(const ColumnPlan& plan, ColumnRole role) {
  const auto at = std::find_if(plan.columns.begin(), plan.columns.end(), [role](const PlannedColumn& c) { return c.role == role; });
  return at == plan.columns.end() ? nullptr : &*at;
}

std::vector<Message> explain(const ColumnPlan& plan) {
  std::vector<Message> out = {format_line(plan)};
  if (plan.recipe) out.push_back(msg("events.plan.recipe", {{"name", plan.recipe->name}}));
  if ((plan.format == FileFormat::csv || plan.format == FileFormat::xlsx) && !plan.dialect.header) out.push_back(msg("events.plan.no_header"));
  for (const auto role : {ColumnRole::customer, ColumnRole::link, ColumnRole::time, ColumnRole::clock, ColumnRole::event, ColumnRole::channel,
                          ColumnRole::source, ColumnRole::value, ColumnRole::score, ColumnRole::id})
    for (const PlannedColumn& column : plan.columns)
      if (column.role == role) out.push_back(role_line(column));
  if (!plan.event_name.empty()) out.push_back(msg("events.plan.event_name", {{"name", plan.event_name}}));
  if (!plan.order_only) out.push_back(msg("events.plan.dates", {{"form", nested(label_of(plan.dates))}}));
  if (!plan.order_only && plan.dates.finest == TimeUnit::day) out.push_back(msg("events.plan.day_precision", {{"zone", plan.zone}}));
  if (column_of(plan, ColumnRole::score)) out.push_back(msg("events.plan.scale", {{"scale", std::string(code_of(plan.scale))}}));
  if (plan.decimal == ',') out.push_back(msg("events.plan.decimal_comma"));
  if (plan.complete_only) out.push_back(msg("events.plan.complete_only"));
  if (const std::string properties = listed_properties(plan); !properties.empty())
    out.push_back(msg("events.plan.properties", {{"names", properties}}));
  return out;
}

std::string mapping_json(const ColumnPlan& plan) {
  Json json;
  json["format"] = code_of(plan.format);
  if (!is_table_file(plan.format)) json["encoding"] = code_of(plan.encoding);
  if (plan.recipe) json["recipe"] = plan.recipe->id;
  if (plan.format == FileFormat::xlsx) json["sheet"] = plan.sheet;
  if (plan.format == FileFormat::csv) {
    json["separator"] = std::string(1, plan.dialect.separator);
    json["header"] = plan.dialect.header;
    json["decimal"] = std::string(1, plan.decimal);
  }
  for (const PlannedColumn& column : plan.columns) {
    if (column.role == ColumnRole::property) continue;
    if (column.role == ColumnRole::link) json["columns"]["links"].push_back(column.name);
    else json["columns"][std::string(code_of(column.role))] = column.name;
  }
  if (!plan.event_name.empty()) json["event_name"] = plan.event_name;
  if (!plan.order_only) json["times"] = {{"form", code_of(plan.dates.kind)}, {"finest", code_of(plan.dates.finest)}, {"zone", plan.zone}};
  if (plan.dates.kind == DateForm::Kind::epoch && !plan.order_only) json["times"]["digits"] = plan.dates.epoch_digits;
  if (plan.scale != ScoreScale::none) json["scale"] = code_of(plan.scale);
  if (plan.complete_only) json["complete_only"] = true;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace parcours
