// What the marks and the list of changes are made of.
#pragma once

#include "render/changes.h"
#include "render/layout/frame.h"

namespace parcours {

// One thing of the map that changed, with all that changed of it.
struct ChangedElement {
  std::string node;  // its id on the picture, "tp-pay"; "": the map as a whole, or what has no place on it
  Change::Kind kind = Change::Kind::changed;
  std::string name, what;          // "Met au panier", "Point de contact · Décision"
  std::vector<std::string> lines;  // "canal : site → boutique"; nothing where the kind says it all
  int number = 0;                  // on the picture and in the list, from 1 in the order of the map
};

// REQUIRES: frame.options.changes
std::vector<ChangedElement> changed_elements(const Frame& frame);
// The emotion that the change is of, as that map has it; nothing: it has none there.
const Emotion* emotion_of(const JourneyMap& map, const Change& change);
// What became of a value, or where an element came from; "" where the kind says it all.
std::string change_line(const Frame& frame, const Change& change);

Message change_kind_name(Change::Kind kind);
Colour change_colour(const Frame& frame, Change::Kind kind);
// A pill with the kind's sign, and the number unless it is 0; its left edge at x, its middle at y. 18 high.
Node change_badge(const Frame& frame, Change::Kind kind, int number, double x, double y);

// A sentence: how much changed, and against what.
std::string changes_sentence(const Frame& frame, const std::vector<ChangedElement>& elements);
Node changes_key(const Frame& frame, const std::vector<ChangedElement>& elements);   // the signs that are on this picture
Node changes_list(const Frame& frame, const std::vector<ChangedElement>& elements);  // each with its badge
void mark_changes(const Frame& frame, const std::vector<ChangedElement>& elements, Node& root);
std::string html_changes(const Frame& frame);  // the list as a table; "" without changes

}  // namespace parcours
