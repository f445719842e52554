// What customers answer: a score from 0 to 10 and sometimes a few words, by the emotion that the map gives the touchpoint.
#pragma once

#include "app/simulate/event.h"
#include "app/simulate/people.h"
#include "base/text.h"

namespace parcours {

// With a declared NPS at the touchpoint scores come out with it; with another declared score, or an emotion (the persona's own where it has
// one), around that. A customer's mood moves all of his scores; on mobile they are a little lower at frictions.
double score_at(const Touchpoint& touchpoint, const Person& person, Random& random);

// Words that fit the score: the map's own (what customers say there, its frictions) or general ones. Mostly nothing.
std::string verbatim_at(const Touchpoint& touchpoint, double score, Lang lang, Random& random);

}  // namespace parcours
