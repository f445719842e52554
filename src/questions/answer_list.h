// The customers behind a figure as a file: one row each, times in ISO 8601. docs/formats/questions.md
#pragma once

#include <string>
#include <string_view>

#include "base/csv.h"
#include "questions/measure.h"
#include "questions/retention.h"

namespace parcours {

std::string_view code_of(ListWho who);     // "lost" "open" "visited"
std::string_view code_of(MembersWho who);  // "lapsed" "returned" "all"

std::string list_csv(const MeasureAnswer& answer, const Zone& zone, const CsvReaders& readers = {});    // customer,journeys,last_visit
std::string list_csv(const RetentionAnswer& answer, const Zone& zone, const CsvReaders& readers = {});  // customer,came,last_active

}  // namespace parcours
