// From YAML text to a JourneyMap and back to places in the text. Text always parses: what is wrong comes as diagnostics,
// all of them in one run, and what could be read is read.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "map/journey_map.h"

namespace parcours {

class YamlTree;

// A parsed file: its text, and where everything stands in it. Paths name elements by key and by id (by index from 0 where
// a list's elements have none): "stages/consideration/touchpoints/pay/emotion/value", "ignore/0".
class SourceText {
 public:
  SourceText();
  SourceText(std::string file, std::string text, std::shared_ptr<const YamlTree> tree);

  const std::string& file() const { return file_; }
  const std::string& text() const { return text_; }
  const YamlTree* tree() const { return tree_.get(); }
  // The place of the value at the path; of its nearest ancestor when there is no such value; of the whole file when there is none.
  Place place(std::string_view path) const;
  // The place of the key at the path ("stages/x/when" -> the word `when`); for an element of a list, of its id or first token.
  Place place_of_key(std::string_view path) const;
  bool has(std::string_view path) const;

 private:
  std::string file_, text_;
  std::shared_ptr<const YamlTree> tree_;
};

template <class T>
struct Parsed {
  T value;
  SourceText source;
  std::vector<Diagnostic> diagnostics;
  // True when it may be used: no diagnostic is an error.
  bool usable() const;
};

using MapFile = Parsed<JourneyMap>;
using PersonaFile = Parsed<Persona>;
using SettingsFile = Parsed<WorkspaceSettings>;

MapFile parse_map(std::string file, std::string text);
PersonaFile parse_persona(std::string file, std::string text);
SettingsFile parse_settings(std::string file, std::string text);

// A rule on its own, as `match` has it: "{event: add_to_cart, where: {value: {min: 10}}}".
using RuleText = Parsed<Rule>;
RuleText parse_rule_text(std::string file, std::string text);

template <class T>
bool Parsed<T>::usable() const {
  for (const auto& d : diagnostics)
    if (d.severity == Severity::error) return false;
  return true;
}

// Limits against hostile files: a file beyond them gets one diagnostic.
inline constexpr std::size_t kMaxMapBytes = 4 << 20;
inline constexpr int kMaxMapDepth = 32;

}  // namespace parcours
