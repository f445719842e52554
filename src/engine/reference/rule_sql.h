// Fields, filters and rules as SQL over a table of events. base/rule.h says what they mean.
#pragma once

#include <string>

#include "base/rule.h"

namespace parcours {

// The field's text, NULL when the event has none: channel, source, value and score (as base/number.h's exact() writes them), properties.
std::string field_sql(const std::string& field);
// True or false, never NULL.
std::string filter_sql(const FieldCondition& condition);
std::string rule_sql(const Rule& rule);

// The macros that the above rely on: number_of(text) and exact_text(number). Statements ending without `;`.
std::string number_of_macro();
std::string exact_text_macro();

}  // namespace parcours
