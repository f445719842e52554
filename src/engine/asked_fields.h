// Which fields of the events a question speaks of: what must be loaded, and what must exist. Every engine holds to the same.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "questions/question.h"
#include "store/store.h"

namespace parcours {

// The properties that the answer depends on, sorted, once each.
std::vector<std::string> properties_asked(const Question& question);

// Those of them a person names in the question itself: in `where`, in steps and rules, in `by` and `same`. One that no event has is
// surely not what was meant. Not here: fields of a map's rules, which may be ahead of the data, and tests for absence.
std::vector<std::string> properties_meant(const Question& question);

// Fails on a question that cannot have an answer whatever the events: a range that ends before it begins, a negative inactivity.
Outcome check_scope(const Question& question);

// "no event has a field `platfrom`: did you mean `platform`? known fields: …", or "the column "Canal" became `channel`" when that is the name
// of a column that the store's imports took as something else.
Failure unknown_field(const std::string& field, const std::vector<std::string>& properties, Store& store);

}  // namespace parcours
