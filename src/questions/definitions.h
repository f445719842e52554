// What every figure means, in words, with the options in force; the text behind each ⓘ, --explain and the JSON. docs/measures.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/text.h"
#include "questions/question.h"

namespace parcours {

std::string_view code_of(const Question& question);  // "funnel" "flow" "variants" "retention" "channels" "measure"

// What is counted: "customers", "journeys", "attempts". A stable code, as in JSON; unit_text() for people.
std::string_view unit_of(const Question& question);
std::string unit_text(std::string_view unit, Lang lang);

// The question's definition, in sentences, naming every option in force. Times are shown in `zone`, touchpoints by their names where these are given
// by id.
std::string definition_of(const Question& question, const Zone& zone, Lang lang, const std::map<std::string, std::string>& touchpoints = {});

// One kind of figure in an answer.
struct FigureInfo {
  std::string_view question;  // "funnel" …
  std::string_view code;      // its key in JSON: "share_of_first"
  std::string_view unit;      // "customers", "seconds", "share", "points" …
};
// All figures of all questions, in the order in which answers show them.
std::span<const FigureInfo> all_figures();
// REQUIRES: there is such a figure.
const FigureInfo& figure_info(std::string_view question, std::string_view code);
std::string name_of(const FigureInfo& figure, Lang lang);        // "Drop-off" / "Abandon"
std::string definition_of(const FigureInfo& figure, Lang lang);  // one sentence
std::string base_of(const FigureInfo& figure, Lang lang);        // what a share is a share of: "of the closed journeys that visit it"; "": no share

// The end of a period, which is excluded, as it is asked for: a day's end is that day, "30 Sep 2026"; else the moment.
std::string show_until(TimeMs until, const Zone& zone, Lang lang);

// A span as parse_duration reads it, written for people and in full: "1 d 12 h" / "1 j 12 h".
std::string show_span(TimeMs span, Lang lang);

}  // namespace parcours
