// The values of a map as a difference shows them: short texts, "" for what is not given.
#pragma once

#include <string>
#include <vector>

#include "map/journey_map.h"

namespace parcours::diff_words {

// A text in both languages: the sentence takes the one it is rendered in.
Arg words(const LocalText& text);
std::string shown(std::optional<Date> date);
std::string shown(std::optional<int> number);
std::string shown(std::optional<TimeMs> span);
std::string shown(bool flag);
std::string shown(const LocalText& text);
std::string shown(const std::vector<LocalText>& texts);
std::string shown(const When& when);
std::string shown(const Evidence& evidence);  // " (interviews, 2026-10-02, n = 12)"
std::string number(double value);             // with a true minus sign

}  // namespace parcours::diff_words
