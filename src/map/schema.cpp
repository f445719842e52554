#include "map/schema.h"

#include <functional>
#include <map>

#include "base/text.h"

namespace parcours {
namespace {

constexpr double kUnbounded = 1e15;

class SchemaWriter {
 public:
  Json write(const Shape& root, const char* id, const char* title_key) {
    Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", id}, {"title", text(title_key, Lang::en)}};
    const Json body = mapping(root);
    for (const auto& [key, value] : body.items()) out[key] = value;
    Json definitions = Json::object();
    for (auto& [name, schema] : definitions_) definitions[name] = schema;
    out["$defs"] = std::move(definitions);
    return out;
  }

 private:
  // What occurs in many places is defined once.
  Json reference(const std::string& name, const std::function<Json()>& make) {
    if (!definitions_.contains(name)) {
      definitions_[name] = Json();
      definitions_[name] = make();
    }
    return {{"$ref", "#/$defs/" + name}};
  }

  Json schema(const Shape& shape) {
    switch (shape.kind) {
      case Shape::Kind::text: return reference("text", text_schema);
      case Shape::Kind::word: return {{"type", {"string", "number", "boolean"}}};
      case Shape::Kind::id: return reference("id", [] { return Json{{"type", "string"}, {"pattern", "^[a-z][a-z0-9_-]*$"}, {"maxLength", 64}}; });
      case Shape::Kind::integer: return number("integer", shape);
      case Shape::Kind::number: return number("number", shape);
      case Shape::Kind::date:
        return reference("date", [] { return Json{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}, {"examples", {"2027-02-14"}}}; });
      case Shape::Kind::duration:
        return reference("duration", [] {
          return Json{{"type", "string"}, {"pattern", "^([0-9]+(\\.[0-9]+)? *(ms|s|m|min|h|d|w) *)+$"}, {"examples", {"30d", "1d12h", "45m"}}};
        });
      case Shape::Kind::flag: return {{"type", "boolean"}};
      case Shape::Kind::choice: return {{"enum", shape.choices}};
      case Shape::Kind::pattern: return {{"type", "string"}, {"pattern", shape.pattern}};
      case Shape::Kind::list: return {{"type", "array"}, {"items", schema(*shape.items)}};
      case Shape::Kind::mapping: return reference(shape.name, [&] { return mapping(shape); });
      case Shape::Kind::dictionary: return {{"type", "object"}, {"additionalProperties", schema(*shape.items)}};
      case Shape::Kind::one_of: break;
    }
    Json any = Json::array();
    for (const auto& alternative : shape.alternatives) any.push_back(schema(alternative));
    return {{"anyOf", std::move(any)}};
  }

  static Json text_schema() {
    return {{"anyOf",
             {{{"type", {"string", "number", "boolean"}}},
              {{"type", "object"},
               {"properties", {{"fr", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
               {"additionalProperties", false},
               {"minProperties", 1}}}}};
  }

  static Json number(const char* type, const Shape& shape) {
    Json out = {{"type", type}};
    const bool whole = shape.kind == Shape::Kind::integer;
    const auto bound = [&](double value) { return whole ? Json(static_cast<std::int64_t>(value)) : Json(value); };
    if (shape.min > -kUnbounded) out["minimum"] = bound(shape.min);
    if (shape.max < kUnbounded) out["maximum"] = bound(shape.max);
    return out;
  }

  // A key that is given without a value counts as not given.
  Json mapping(const Shape& shape) {
    Json properties = Json::object(), required = Json::array();
    for (const auto& key : shape.keys) {
      Json value = schema(*key.shape);
      Json property = {{"description", text("map.key." + shape.name + "." + key.name, Lang::en)}};
      if (key.required) property.update(value);
      else property["anyOf"] = Json::array({std::move(value), Json{{"type", "null"}}});
      properties[key.name] = std::move(property);
      if (key.required) required.push_back(key.name);
    }
    Json out = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) out["required"] = std::move(required);
    return out;
  }

  std::map<std::string, Json> definitions_;
};

}  // namespace

Json map_schema() { return SchemaWriter().write(map_shape(), "urn:parcours:map:1", "map.schema.map"); }
Json persona_schema() { return SchemaWriter().write(persona_shape(), "urn:parcours:persona:1", "map.schema.persona"); }
Json views_schema() { return SchemaWriter().write(views_shape(), "urn:parcours:views:1", "map.schema.views"); }
Json settings_schema() { return SchemaWriter().write(settings_shape(), "urn:parcours:settings:1", "map.schema.settings"); }

}  // namespace parcours
