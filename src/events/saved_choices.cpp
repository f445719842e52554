#include "events/saved_choices.h"

#include <algorithm>

#include "base/json.h"
#include "events/recipe.h"

namespace parcours {
namespace {

struct Field {
  const char* key;
  ColumnChoice ImportOptions::*choice;
};
constexpr Field kFields[] = {{"customer", &ImportOptions::customer}, {"time", &ImportOptions::time},     {"event", &ImportOptions::event},
                             {"channel", &ImportOptions::channel},   {"source", &ImportOptions::source}, {"value", &ImportOptions::value},
                             {"score", &ImportOptions::score},       {"id", &ImportOptions::id}};

std::string text_at(const Json& json, const char* key) {
  const auto at = json.find(key);
  return at != json.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace

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
  for (const Field& field : kFields)
    if (json.contains(field.key)) options.*field.choice = text_at(json, field.key);
  if (const auto links = json.find("links"); links != json.end() && links->is_array())
    for (const auto& link : *links)
      if (link.is_string()) options.links.push_back(link.get<std::string>());
  if (const std::string name = text_at(json, "event_name"); !name.empty()) options.event_name = name;
  if (const auto recipe = find_recipe(text_at(json, "recipe")); recipe.ok()) options.recipe = *recipe;
  if (!options.scale) options.scale = scale_of(text_at(json, "scale"));
  if (const std::string order = text_at(json, "day_order"); !order.empty() && !options.day_order)
    options.day_order = order == "day" ? DayOrder::day_first : DayOrder::month_first;
  if (const std::string zone = text_at(json, "zone"); !zone.empty() && !options.zone_given) options.zone = zone;
  return options;
}

}  // namespace parcours
