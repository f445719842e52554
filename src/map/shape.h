// What a value in a file may be: said once per key, read by the parser and written out as JSON Schema.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parcours {

struct Shape;

struct ShapeKey {
  std::string name;
  std::shared_ptr<const Shape> shape;
  bool required = false;
};

struct Shape {
  enum class Kind {
    text,  // a scalar, or {fr: …, en: …}
    word,  // any scalar
    id,    // lower-case letters, digits, _ and -, a letter first
    integer,
    number,
    date,
    duration,
    flag,
    choice,      // one of `choices`
    pattern,     // a scalar of the form `pattern`
    list,        // of `items`
    mapping,     // of `keys`
    dictionary,  // any key, `items` as values
    one_of,      // one of `alternatives`
  };
  Kind kind = Kind::word;
  std::string name;         // of a mapping: "touchpoint"; its texts are map.key.<name>.<key>
  double min = 0, max = 0;  // of integer and number
  std::vector<std::string> choices;
  std::string pattern;  // a regular expression as JSON Schema has them
  std::shared_ptr<const Shape> items;
  std::vector<ShapeKey> keys;
  std::vector<Shape> alternatives;
};

// The shapes of the files.
const Shape& map_shape();
const Shape& persona_shape();
const Shape& views_shape();
const Shape& settings_shape();

}  // namespace parcours
