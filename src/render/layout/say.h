// How figures are worded on a picture: rounded, with what they stand on.
#pragma once

#include <string>

#include "questions/figure.h"
#include "render/layout/frame.h"

namespace parcours {

std::string say_share(const Frame& frame, double share);                   // "55%"; one decimal below 10 %
std::string say_range(const Frame& frame, double low, double high);        // shares: "[53–57]"
std::string say_share_with_range(const Frame& frame, const Share& share);  // "55% [53–57]", weak: with n; withheld: "n < 5"
std::string say_count(const Frame& frame, std::int64_t count);
std::string say_money(const Frame& frame, double amount);                    // rounded to three figures
std::string say_money_range(const Frame& frame, const Estimate& money);      // with n where it is weak
std::string say_score(const Frame& frame, const ScoreFigure& score);         // "NPS +54 · n 212"; "" without one
std::string say_reported(const Frame& frame, const ReportedFigure& figure);  // "time spent 25 min · n 31"
std::string say_day(const Frame& frame, Date date);                          // "2 janv." / "2 Jan"
std::string say_date(const Frame& frame, Date date);                         // "2 janvier 2027" / "2 Jan 2027"
std::string say_when(const Frame& frame, const Stage& stage);                // "2 – 14 janv."; "" when the stage says nothing
std::string say_objective(const Frame& frame, const std::string& objective);
std::string say_content_kind(const Frame& frame, const std::string& kind);           // the usual ones in words, others as they are
std::string say_quote(const Frame& frame, const LocalText& words);                   // in quotation marks, unless the author wrote them
std::string say_words(const Frame& frame, const CustomerWords& words, bool quoted);  // with whose they are: "I get a pass · Diego"
std::string say_by(const Frame& frame, const std::string& persona);                  // " · Diego"; "" of everyone, and where the map is only theirs
std::string say_evidence(const Frame& frame, const Evidence& evidence);              // "hypothèse" or "déclaré · source · n 12"
std::string say_touchpoint(const Frame& frame, std::string_view id);                 // its name; the id where there is none
// Whose an item is where cards stand above each other: "14 · Calls for help". "": it stands under its card, which says it.
std::string say_whose(const Frame& frame, const Column& column, const Touchpoint& touchpoint);
std::string say_age(const Frame& frame, const Persona& persona);  // "" where the name says it: "Hugo, 26"
std::string say_persona(const Frame& frame, std::string_view id);  // likewise
Message truth_words(Truth truth);                                  // "measured", "reported", "assumed"
// What a friction rests on: expected against measured, measured alone, else what its author says of it. `view`: nothing when there is none.
std::string say_friction(const Frame& frame, const Friction& friction, const FrictionView* view);

}  // namespace parcours
