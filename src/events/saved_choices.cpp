#include "events/saved_choices.h"

#include <algorithm>

#include "base/fold.h"
#include "base/json.h"
#include "events/recipe.h"

namespace parcours {
namespace {

struct Field {
  ColumnRole role;
  const char* key;
  ColumnChoice ImportOptions::*choice;
};
constexpr Field kFields[] = {{ColumnRole::customer, "customer", &ImportOptions::customer}, {ColumnRole::time, "time", &ImportOptions::time},
                             {ColumnRole::event, "event", &ImportOptions::event},          {ColumnRole::channel, "channel", &ImportOptions::channel},
                             {ColumnRole::source, "source", &ImportOptions::source},       {ColumnRole::value, "value", &ImportOptions::value},
                             {ColumnRole::score, "score", &ImportOptions::score},          {ColumnRole::id, "id", &ImportOptions::id}};

std::string text_at(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

bool is_given(const ImportOptions& options, const std::string& column) {
  const auto is_it = [&](const std::string& given) { return !column.empty() && folded_ascii(given) == folded_ascii(column); };
  return std::any_of(std::begin(kFields), std::end(kFields),
                     [&](const Field& field) { return (options.*field.choice) && is_it(*(options.*field.choice)); }) ||
         std::any_of(options.links.begin(), options.links.end(), is_it);
}

// Columns alone: neither a recipe nor how values are written.
void recall_columns(const ImportOptions& given, const Json& json, ImportOptions& options) {
  const auto open = [&](const Field& field) {
    return !(given.*field.choice) && json.contains(field.key) && !(field.role == ColumnRole::event && !given.event_name.empty());
  };
  for (const Field& field : kFields)
    if (const std::string column = text_at(json, field.key); open(field) && !is_given(given, column)) options.*field.choice = column;
  if (const std::string name = text_at(json, "event_name"); !name.empty() && given.event_name.empty() && !given.event) options.event_name = name;
  const auto links = json.find("links");
  if (!given.links.empty() || links == json.end() || !links->is_array()) return;
  for (const auto& link : *links)
    if (link.is_string() && !is_given(given, link.get<std::string>())) options.links.push_back(link.get<std::string>());
}

}  // namespace

bool names_role(const ImportOptions& options, ColumnRole role) {
  if (role == ColumnRole::link) return !options.links.empty();
  const auto field = std::find_if(std::begin(kFields), std::end(kFields), [role](const Field& f) { return f.role == role; });
  return field != std::end(kFields) && (options.*field->choice).has_value();
}

bool names_columns(const ImportOptions& options) {
  return std::any_of(std::begin(kFields), std::end(kFields), [&](const Field& field) { return (options.*field.choice).has_value(); }) ||
         !options.links.empty() || !options.event_name.empty() || options.recipe;
}

std::string signature_of(std::vector<std::string> columns) {
  std::sort(columns.begin(), columns.end());
  std::string out;
  for (const std::string& column : columns) out += column + "\n";
  return out;
}

std::string choices_json(const ImportOptions& options) {
  Json json = Json::object();
  for (const Field& field : kFields)
    if (const auto& choice = options.*field.choice) json[field.key] = *choice;
  if (!options.links.empty()) json["links"] = options.links;
  if (!options.event_name.empty()) json["event_name"] = options.event_name;
  if (options.recipe) json["recipe"] = options.recipe->id;
  if (options.scale) json["scale"] = code_of(*options.scale);
  if (options.day_order) json["day_order"] = *options.day_order == DayOrder::day_first ? "day" : "month";
  if (options.zone_given) json["zone"] = options.zone;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ImportOptions with_choices(ImportOptions options, const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return options;
  const ImportOptions given = options;
  recall_columns(given, json, options);
  if (const auto recipe = find_recipe(text_at(json, "recipe")); recipe.ok() && !names_columns(given)) options.recipe = *recipe;
  if (!options.scale) options.scale = scale_of(text_at(json, "scale"));
  if (const std::string order = text_at(json, "day_order"); !order.empty() && !options.day_order)
    options.day_order = order == "day" ? DayOrder::day_first : DayOrder::month_first;
  if (const std::string zone = text_at(json, "zone"); !zone.empty() && !options.zone_given) options.zone = zone;
  return options;
}

}  // namespace parcours
