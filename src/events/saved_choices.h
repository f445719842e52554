// What a person chose for files that look alike, to be followed the next time.
#pragma once

#include <string>
#include <vector>

#include "events/column_plan.h"
#include "events/import_options.h"

namespace parcours {

// True when columns, an event's name or a recipe were given: then there is something to be remembered.
bool names_columns(const ImportOptions& options);

// What tells files apart: the names of their columns, whatever their order.
std::string signature_of(std::vector<std::string> columns);

// {"customer": "Email", "links": ["Phone"], "event_name": "order", "scale": "0-10", …}: only what was given.
std::string choices_json(const ImportOptions& options);
// True when the column of that role was given.
bool names_role(const ImportOptions& options, ColumnRole role);
// The options with what was chosen then where they say nothing; a column that now has another role gives up its old one, and a recipe is
// followed only where no column is given. What cannot be understood is left out.
ImportOptions with_choices(ImportOptions options, const std::string& json);

}  // namespace parcours
