// A key of the map that diff forgets would be a change that nobody is told: every leaf of the map's shape, changed alone, is one.
#include <gtest/gtest.h>

#include <set>

#include "map/diff.h"
#include "map/map_file.h"
#include "map/shape.h"

namespace parcours {
namespace {

// Maps written from the shape, each value one of two; `changed` is the path of the leaf that takes the other one.
class Writer {
 public:
  explicit Writer(std::string changed) : changed_(std::move(changed)) {}

  std::string map() { return written(map_shape(), ""); }
  const std::vector<std::string>& leaves() const { return leaves_; }

 private:
  std::string written(const Shape& shape, const std::string& path) {
    switch (shape.kind) {
      case Shape::Kind::list: return "[" + written(*shape.items, path + "/0") + "]";
      case Shape::Kind::dictionary: return "{some: " + written(*shape.items, path + "/some") + "}";
      case Shape::Kind::one_of: return written(fullest(shape), path);
      case Shape::Kind::mapping: break;
      default: leaves_.push_back(path); return leaf(shape, path == changed_);
    }
    std::string out = "{";
    for (const ShapeKey& key : shape.keys) out += (out.size() > 1 ? ", " : "") + key.name + ": " + written(*key.shape, path + "/" + key.name);
    return out + "}";
  }

  // The alternative that says most.
  static const Shape& fullest(const Shape& shape) {
    for (const Shape::Kind kind : {Shape::Kind::mapping, Shape::Kind::list, Shape::Kind::dictionary})
      for (const Shape& one : shape.alternatives)
        if (one.kind == kind) return one;
    return shape.alternatives.front();
  }

  static std::string leaf(const Shape& shape, bool other) {
    switch (shape.kind) {
      case Shape::Kind::integer: return std::to_string(static_cast<int>(shape.min) + (other ? 2 : 1));
      case Shape::Kind::number: return other ? "0.5" : "0.25";
      case Shape::Kind::date: return other ? "2027-01-03" : "2027-01-02";
      case Shape::Kind::duration: return other ? "3d" : "2d";
      case Shape::Kind::flag: return other ? "false" : "true";
      case Shape::Kind::choice: return shape.choices[other ? 1 : 0];
      default: return other ? "other" : "one";
    }
  }

  std::string changed_;
  std::vector<std::string> leaves_;
};

TEST(DiffKeys, EveryKeyOfAMapIsSeen) {
  Writer first("");
  const JourneyMap before = parse_map("maps/m.yaml", first.map()).value;
  ASSERT_EQ(before.stages.size(), 1u);
  for (const std::string& leaf : first.leaves()) {
    if (leaf == "/parcours") continue;  // the format, not the map
    const std::string text = Writer(leaf).map();
    EXPECT_FALSE(diff(before, parse_map("maps/m.yaml", text).value).empty()) << leaf << "\n" << text;
  }
}

}  // namespace
}  // namespace parcours
