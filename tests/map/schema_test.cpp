#include "map/schema.h"

#include <cstdlib>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "base/text.h"
#include "map/yaml_json.h"
#include "sample_files.h"

namespace parcours {
namespace {

// The committed copies. PARCOURS_WRITE_SCHEMAS=1 writes them anew.
void expect_fresh(const std::string& name, const Json& schema) {
  const std::string path = std::string(PARCOURS_SOURCE_DIR) + "/docs/formats/" + name;
  if (std::getenv("PARCOURS_WRITE_SCHEMAS")) std::ofstream(path) << to_text(schema);
  std::ifstream in(path);
  const std::string committed((std::istreambuf_iterator<char>(in)), {});
  EXPECT_TRUE(committed == to_text(schema)) << name << " is stale: run the map tests with PARCOURS_WRITE_SCHEMAS=1 and commit it";
}

TEST(SchemaTest, CommittedCopiesAreFresh) {
  expect_fresh("map.schema.json", map_schema());
  expect_fresh("persona.schema.json", persona_schema());
  expect_fresh("settings.schema.json", settings_schema());
  expect_fresh("views.schema.json", views_schema());
}

void expect_described(const Shape& shape, std::set<std::string>& seen) {
  if (shape.kind == Shape::Kind::mapping && !seen.insert(shape.name).second) return;
  for (const auto& key : shape.keys) {
    EXPECT_TRUE(has_text("map.key." + shape.name + "." + key.name)) << shape.name << "." << key.name;
    if (key.required) { EXPECT_TRUE(has_text("map.a." + shape.name)) << shape.name; }
    expect_described(*key.shape, seen);
  }
  if (shape.items) expect_described(*shape.items, seen);
  for (const auto& alternative : shape.alternatives) expect_described(alternative, seen);
}

TEST(SchemaTest, EveryKeyIsDescribedInBothLanguages) {
  std::set<std::string> seen;
  expect_described(map_shape(), seen);
  expect_described(persona_shape(), seen);
  expect_described(settings_shape(), seen);
  expect_described(views_shape(), seen);
  EXPECT_TRUE(seen.contains("touchpoint"));
}

// As much of JSON Schema as our schemas use.
bool valid(const Json& root, const Json& schema, const Json& value) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(8);
    if (!valid(root, root["$defs"][name], value)) return false;
  }
  if (schema.contains("anyOf") && std::none_of(schema["anyOf"].begin(), schema["anyOf"].end(), [&](const Json& s) { return valid(root, s, value); }))
    return false;
  if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) return false;
  if (schema.contains("type")) {
    const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
    const auto is = [&](const std::string& type) {
      return type == "object"    ? value.is_object()
             : type == "array"   ? value.is_array()
             : type == "string"  ? value.is_string()
             : type == "boolean" ? value.is_boolean()
             : type == "integer" ? value.is_number_integer()
             : type == "null"    ? value.is_null()
                                 : value.is_number();
    };
    if (std::none_of(types.begin(), types.end(), [&](const Json& t) { return is(t.get<std::string>()); })) return false;
  }
  if (schema.contains("minimum") && value.is_number() && value.get<double>() < schema["minimum"].get<double>()) return false;
  if (schema.contains("maximum") && value.is_number() && value.get<double>() > schema["maximum"].get<double>()) return false;
  if (value.is_array() && schema.contains("items") &&
      std::any_of(value.begin(), value.end(), [&](const Json& item) { return !valid(root, schema["items"], item); }))
    return false;
  if (!value.is_object()) return true;
  for (const auto& key : schema.value("required", Json::array()))
    if (!value.contains(key.get<std::string>())) return false;
  for (const auto& [key, item] : value.items()) {
    if (schema.contains("properties") && schema["properties"].contains(key)) {
      if (!valid(root, schema["properties"][key], item)) return false;
    } else if (schema.contains("additionalProperties")) {
      const Json& more = schema["additionalProperties"];
      if (more.is_boolean() ? !more.get<bool>() : !valid(root, more, item)) return false;
    }
  }
  return true;
}

Json as_json(const std::string& text) { return to_json(read_yaml("a", text).tree); }

TEST(SchemaTest, TakesTheCompleteMap) {
  const Json schema = map_schema();
  const Json map = as_json(sample("ring.yaml"));
  EXPECT_TRUE(valid(schema, schema, map));
  const auto spoilt = [&](const Json::json_pointer& at, const Json& value) {
    Json other = map;
    other[at] = value;
    return !valid(schema, schema, other);
  };
  EXPECT_TRUE(spoilt("/titel"_json_pointer, "x"));
  EXPECT_TRUE(spoilt("/state"_json_pointer, "curent"));
  EXPECT_TRUE(spoilt("/stages/0/touchpoints/0/emotion/value"_json_pointer, 3));
  EXPECT_TRUE(spoilt("/stages/0/importance"_json_pointer, 0));
  EXPECT_TRUE(spoilt("/stages/0/when"_json_pointer, "soon"));
  EXPECT_TRUE(spoilt("/stages/0/touchpoints/0/match"_json_pointer, "add_to_cart"));
  EXPECT_TRUE(spoilt("/parcours"_json_pointer, 2));
  EXPECT_FALSE(spoilt("/stages/0/touchpoints/0/match"_json_pointer, "none"));
  EXPECT_FALSE(spoilt("/stages/0/opens"_json_pointer, "checkout"));
  EXPECT_FALSE(spoilt("/stages/0/touchpoints/0/opens"_json_pointer, "checkout"));
  EXPECT_TRUE(spoilt("/stages/0/touchpoints/0/opens"_json_pointer, Json::array({"checkout"})));
}

TEST(SchemaTest, TakesStakeholders) {
  const Json schema = settings_schema();
  const auto takes = [&](const std::string& stakeholder) {
    return valid(schema, schema, as_json("parcours: 1\nstakeholders: [" + stakeholder + "]\n"));
  };
  EXPECT_TRUE(takes("{id: shop, name: {fr: Boutique, en: Shop}, role: Vend, ring: front, importance: 5, interest: 1, also: [Boutiques]}"));
  EXPECT_FALSE(takes("{name: Boutique}"));
  EXPECT_FALSE(takes("{id: shop, ring: middle}"));
  EXPECT_FALSE(takes("{id: shop, importance: 6}"));
  EXPECT_FALSE(takes("{id: shop, also: Boutiques}"));
}

}  // namespace
}  // namespace parcours
