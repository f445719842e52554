// Types of values: how each is read and what its shape is, in one place, so that parser and schema cannot differ.
// A Type<V>'s `read` puts what it can into the value and complains of the rest; false: there is nothing to use.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>

#include "map/journey_map.h"
#include "map/reader.h"
#include "map/shape.h"

namespace parcours {

template <class V>
struct Type {
  Shape shape;
  std::function<bool(Reader&, const YamlNode&, V&)> read;
};

template <class T>
struct Key {
  std::string name;
  Shape shape;
  std::function<void(Reader&, const YamlNode&, T&)> read;
  bool required = false;
};

// A key whose value goes to `at`: a member, or a function from T& to a reference. A key without a value counts as not given.
template <class T, class Place, class V>
Key<T> key(std::string name, Place at, Type<V> type) {
  auto read = [at, type](Reader& reader, const YamlNode& node, T& target) {
    V value{};
    if (type.read(reader, node, value)) std::invoke(at, target) = std::move(value);
  };
  return {std::move(name), type.shape, std::move(read)};
}

template <class T>
Key<T> required(Key<T> key) {
  key.required = true;
  return key;
}

Type<LocalText> local_text();
Type<std::vector<LocalText>> local_texts();  // one, or a list
Type<std::string> word();                    // any scalar
Type<std::string> pattern(std::string expression, bool (*fits)(std::string_view), Message expected);
Type<std::string> declared_id(IdKind kind);  // an id that this declares
Type<std::string> plain_id();                // an id that refers to nothing in the file
Type<std::string> reference(IdKind kind);
Type<int> integer(int min, int max);
Type<std::int64_t> count();  // a whole number from 0
// `hint` says what was probably meant by a value that is no number of that range; nothing: no idea.
using NumberHint = std::optional<Message> (*)(const YamlNode&);
Type<double> number(double min, double max, NumberHint hint = nullptr);
Type<double> share();  // 0 to 1; knows a percentage when it sees one
Type<Date> date();
Type<TimeMs> duration();
Type<bool> flag();
Type<std::string> one_of_words(std::vector<std::string> choices);

bool is_id(std::string_view text);
// Complains unless the node is a scalar that is an id; `node` may be a key.
bool check_id(Reader& reader, const YamlNode& node);

namespace detail {
bool is_mapping(Reader& reader, const YamlNode& node);
bool is_list(Reader& reader, const YamlNode& node);
// Gives the known key that was probably meant.
std::optional<std::string> unknown_key(Reader& reader, const YamlNode& value, const std::vector<std::string>& known);
void missing_key(Reader& reader, const YamlNode& mapping, const std::string& shape_name, const std::string& key);
void unknown_value(Reader& reader, const YamlNode& node, const std::vector<std::string>& choices);
}  // namespace detail

// One of the codes of an enum.
template <class E>
Type<E> choice(std::vector<E> values) {
  Shape shape;
  shape.kind = Shape::Kind::choice;
  for (const E value : values) shape.choices.emplace_back(code_of(value));
  auto read = [values, names = shape.choices](Reader& reader, const YamlNode& node, E& out) {
    for (std::size_t i = 0; i < names.size() && node.kind == YamlNode::Kind::scalar; ++i)
      if (names[i] == node.text) return out = values[i], true;
    detail::unknown_value(reader, node, names);
    return false;
  };
  return {std::move(shape), std::move(read)};
}

template <class V>
Type<std::vector<V>> list(Type<V> item) {
  Shape shape;
  shape.kind = Shape::Kind::list;
  shape.items = std::make_shared<const Shape>(item.shape);
  auto read = [item](Reader& reader, const YamlNode& node, std::vector<V>& out) {
    if (!detail::is_list(reader, node)) return false;
    for (const int child : node.children) {
      V value{};
      if (item.read(reader, reader.tree().node(child), value)) out.push_back(std::move(value));
    }
    return true;
  };
  return {std::move(shape), std::move(read)};
}

// A mapping with known keys. `check` sees the finished value, for what one key alone cannot tell.
template <class T>
Type<T> mapping(std::string name, std::vector<Key<T>> keys, std::function<void(Reader&, const YamlNode&, T&)> check = {}) {
  Shape shape;
  shape.kind = Shape::Kind::mapping;
  shape.name = std::move(name);
  std::vector<std::string> names;
  for (const auto& k : keys) {
    shape.keys.push_back({k.name, std::make_shared<const Shape>(k.shape), k.required});
    names.push_back(k.name);
  }
  auto read = [keys = std::move(keys), names = std::move(names), check = std::move(check), title = shape.name](Reader& reader, const YamlNode& node,
                                                                                                               T& out) {
    if (!detail::is_mapping(reader, node)) return false;
    std::vector<std::string> meant;
    for (const int child : node.children) {
      const YamlNode& value = reader.tree().node(child);
      const auto& word = reader.tree().node(value.key).text;
      const auto known = std::find_if(keys.begin(), keys.end(), [&](const Key<T>& k) { return k.name == word; });
      if (known != keys.end()) {
        if (!value.is_null()) known->read(reader, value, out);
      } else if (auto better = detail::unknown_key(reader, value, names)) {
        meant.push_back(std::move(*better));
      }
    }
    for (const auto& k : keys) {
      const YamlNode* value = k.required ? reader.tree().find(node, k.name) : nullptr;
      const bool misspelt = std::find(meant.begin(), meant.end(), k.name) != meant.end();
      if (k.required && !misspelt && (!value || value->is_null())) detail::missing_key(reader, node, title, k.name);
    }
    if (check) check(reader, node, out);
    return true;
  };
  return {std::move(shape), std::move(read)};
}

// A mapping with any keys: each goes to `take` with its value's node.
template <class T>
Type<T> dictionary(Shape items, std::function<void(Reader&, const YamlNode& key, const YamlNode& value, T&)> take) {
  Shape shape;
  shape.kind = Shape::Kind::dictionary;
  shape.items = std::make_shared<const Shape>(std::move(items));
  auto read = [take = std::move(take)](Reader& reader, const YamlNode& node, T& out) {
    if (!detail::is_mapping(reader, node)) return false;
    for (const int child : node.children) {
      const YamlNode& value = reader.tree().node(child);
      take(reader, reader.tree().node(value.key), value, out);
    }
    return true;
  };
  return {std::move(shape), std::move(read)};
}

Shape either(std::vector<Shape> alternatives);

}  // namespace parcours
