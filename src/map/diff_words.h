// The values of a map as a difference shows them: short texts, "" for what is not given.
#pragma once

#include <string>
#include <vector>

#include "map/journey_map.h"

namespace parcours::diff_words {

// A value as it is said in either language; `all` is what is compared: it holds what both say.
struct Shown {
  Shown() = default;
  Shown(std::string same) : all(same), fr(same), en(std::move(same)) {}
  Shown(const char* same) : Shown(std::string(same)) {}
  Shown(std::string whole, std::string french, std::string english) : all(std::move(whole)), fr(std::move(french)), en(std::move(english)) {}

  bool empty() const { return all.empty(); }
  bool operator==(const Shown& other) const { return all == other.all; }
  friend Shown operator+(const Shown& a, const Shown& b) { return {a.all + b.all, a.fr + b.fr, a.en + b.en}; }

  std::string all, fr, en;
};

// A text in both languages: the sentence takes the one it is rendered in.
Arg words(const LocalText& text);
Shown shown(std::optional<Date> date);
Shown shown(std::optional<int> number);
Shown shown(std::optional<TimeMs> span);
Shown shown(bool flag);
Shown shown(const LocalText& text);                  // in quotation marks: an author's words
Shown name(const LocalText& text);                   // without: who or what is meant
Shown shown(const std::vector<CustomerWords>& all);  // with whose they are
Shown shown(const std::vector<LaneTexts>& lanes);    // each with its lane
Shown shown(const When& when);
Shown shown(const Evidence& evidence);  // " (interviews, 2 Oct 2026, n = 12)"
Shown listed(const std::vector<Shown>& values);
std::string number(double value);  // with a true minus sign

}  // namespace parcours::diff_words
