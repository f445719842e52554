// The questions of the guided start: what leads a newcomer, in about fifteen minutes, from an offer to a map.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace parcours {

// In this order: settle the offer, define the persona, set the stages, gather what is known of the customer, think of all channels and teams, put
// yourself in the customer's place, then act and keep the map current.
enum class GuidedPart { offer, persona, stages, customer, channels, place, actions };

// How an answer is typed, and what it becomes.
enum class GuidedKind {
  text,      // -> text
  texts,     // separated by `;` -> list of texts
  choice,    // a number, a value or its label -> the value
  choices,   // several of them, or all -> list of values, in the order of the choices
  emotions,  // one number from -2 to 2 for each item -> list of numbers
  contacts,  // `Reads an article (blog); …` -> list of {name, channel}
  date,      // -> "2027-01-31"
  days,      // `3` or `3-5` -> [3, 5]
};

struct GuidedChoice {
  std::string value;
  LocalText label;
};

struct GuidedQuestion {
  std::string id;  // "offer", "stages/awareness/buyer"
  GuidedPart part = GuidedPart::offer;
  GuidedKind kind = GuidedKind::text;
  Message prompt, help;
  std::string proposal;   // what an empty answer stands for, as it may be typed, in the language of the answers; empty: nothing
  std::string example;    // how the named set of stages, filled in for one offer, answers it; empty: not at all
  bool optional = false;  // may be left out by `-`
  std::vector<GuidedChoice> choices;
  std::vector<LocalText> items;                // of emotions
  std::optional<Date> not_before, not_behind;  // of a date
};

std::string_view code_of(GuidedPart part);
std::string_view code_of(GuidedKind kind);

// An empty answer takes the proposal; this one leaves the question out.
inline constexpr std::string_view kLeaveOut = "-";

// A longer answer is refused, as are more items than kMostItems.
inline constexpr std::size_t kLongestAnswer = 2000, kLongestText = 300, kMostItems = 12;

}  // namespace parcours
