// A key of the map that diff forgot would be a change that nobody is told of. Maps are written from the map's own shape, two at a time, that differ
// in one value: whatever the shape allows to be said differently, diff must see.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "map/diff.h"
#include "map/map_file.h"
#include "map/shape.h"

namespace parcours {
namespace {

// Two ways to write one value; `key` is the way to it from the head of the map, lists and dictionaries left out.
struct Pair {
  std::string key, one, other;
};

using Kind = Shape::Kind;

// Keys that may stand only beside another one.
const std::map<std::string, std::string> kCompanions = {
    {"when/days", "after: one"}, {"when/end", "start: 2027-01-01"}, {"touchpoints/why", "match: none"}};

std::string companion_of(const std::string& key) {
  for (const auto& [end, text] : kCompanions)
    if (key.ends_with(end)) return text;
  return "";
}

// Values of a scalar that mean two things; only one where there is no other.
std::vector<std::string> scalars(const Shape& shape) {
  switch (shape.kind) {
    case Kind::integer: {
      const auto least = static_cast<std::int64_t>(shape.min);
      if (shape.min == shape.max) return {std::to_string(least)};
      return {std::to_string(least), std::to_string(least + 1)};
    }
    case Kind::number: return {"0.25", "0.5"};
    case Kind::date: return {"2027-01-02", "2027-01-03"};
    case Kind::duration: return {"2d", "3d"};
    case Kind::flag: return {"true", "false"};
    case Kind::choice: return shape.choices;
    default: return {"one", "other"};
  }
}

// The names a dictionary may have: any, but an expectation names a measure.
std::vector<std::string> names_in(const std::string& key) {
  if (key.ends_with("expect")) return {"drop_off", "conversion"};
  return {"one", "other"};
}

// The least that a value may be.
std::string plain(const Shape& shape, const std::string& key) {
  switch (shape.kind) {
    case Kind::list: return "[" + plain(*shape.items, key) + "]";
    case Kind::dictionary: return "{" + names_in(key).front() + ": " + plain(*shape.items, key) + "}";
    case Kind::one_of: return plain(shape.alternatives.front(), key);
    case Kind::mapping: break;
    default: return scalars(shape).front();
  }
  std::string out;
  for (const ShapeKey& one : shape.keys)
    if (one.required) out += (out.empty() ? "" : ", ") + one.name + ": " + plain(*one.shape, key + "/" + one.name);
  if (const ShapeKey& first = shape.keys.front(); out.empty())
    out = first.name + ": " + plain(*first.shape, key + "/" + first.name);  // it says something
  return "{" + out + "}";
}

std::vector<Pair> pairs_of(const Shape& shape, const std::string& key);

// The mapping with what it must have, and the key as it is in the pair.
Pair around(const Shape& mapping, const std::string& name, const std::string& key, const Pair& pair) {
  std::string before;
  for (const ShapeKey& one : mapping.keys)
    if (one.required && one.name != name) before += one.name + ": " + plain(*one.shape, key + "/" + one.name) + ", ";
  if (const auto companion = companion_of(key + "/" + name); !companion.empty()) before += companion + ", ";
  return {pair.key, "{" + before + name + ": " + pair.one + "}", "{" + before + name + ": " + pair.other + "}"};
}

std::vector<Pair> pairs_of(const Shape& shape, const std::string& key) {
  std::vector<Pair> out;
  switch (shape.kind) {
    case Kind::list:
      for (const Pair& pair : pairs_of(*shape.items, key)) out.push_back({pair.key, "[" + pair.one + "]", "[" + pair.other + "]"});
      return out;
    case Kind::dictionary: {
      const auto names = names_in(key);
      for (const Pair& pair : pairs_of(*shape.items, key))
        out.push_back({pair.key, "{" + names[0] + ": " + pair.one + "}", "{" + names[0] + ": " + pair.other + "}"});
      const std::string value = plain(*shape.items, key);
      out.push_back({key + "/*", "{" + names[0] + ": " + value + "}", "{" + names[1] + ": " + value + "}"});
      return out;
    }
    case Kind::one_of:
      for (const Shape& one : shape.alternatives)
        for (const Pair& pair : pairs_of(one, key)) out.push_back(pair);
      return out;
    case Kind::mapping:
      for (const ShapeKey& one : shape.keys)
        for (const Pair& pair : pairs_of(*one.shape, key + "/" + one.name)) out.push_back(around(shape, one.name, key, pair));
      return out;
    default: break;
  }
  const auto values = scalars(shape);
  for (std::size_t i = 1; i < values.size(); ++i) out.push_back({key, values[i - 1], values[i]});
  return out;
}

// Whether the map can be read as it stands. What it refers to need not be there: here nothing else is.
bool is_sound(const MapFile& map) {
  static const std::set<std::string> kOfElsewhere = {"unknown-reference", "leads-to-itself", "when-circle", "no-target-date"};
  return std::none_of(map.diagnostics.begin(), map.diagnostics.end(),
                      [](const Diagnostic& found) { return found.severity == Severity::error && !kOfElsewhere.contains(found.code); });
}

TEST(DiffKeys, WhateverTheShapeAllowsToBeSaidDifferentlyIsSeen) {
  std::set<std::string> keys, seen;
  for (const Pair& pair : pairs_of(map_shape(), "")) {
    keys.insert(pair.key);
    const MapFile one = parse_map("maps/one.yaml", pair.one), other = parse_map("maps/one.yaml", pair.other);
    if (!is_sound(one) || !is_sound(other)) continue;
    seen.insert(pair.key);
    EXPECT_FALSE(diff(one.value, other.value).empty()) << pair.key << "\n" << pair.one << "\n" << pair.other;
    EXPECT_TRUE(diff(one.value, one.value).empty()) << pair.key << "\n" << pair.one;
  }
  std::set<std::string> unread;
  std::set_difference(keys.begin(), keys.end(), seen.begin(), seen.end(), std::inserter(unread, unread.end()));
  EXPECT_EQ(unread, std::set<std::string>{}) << "keys of which this test has no two maps that can be read";
  EXPECT_GT(seen.size(), 100u);
}

}  // namespace
}  // namespace parcours
