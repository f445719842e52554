// What the studio's page says and asks about a file of events: its own controls, where the command line names options.
#pragma once

#include "base/diagnostic.h"
#include "base/json.h"
#include "events/import_options.h"
#include "server/handlers/handlers.h"

namespace parcours {

// What a person may choose, by the names of docs/formats/http.md; the rest is guessed. Misuse: a value that will not do.
Result<ImportOptions> import_options(const Call& call);
// The same reading of the file with no column given a role but a customer: for showing a table that lacks something.
ImportOptions without_roles(ImportOptions options);

// {severity, message, hint}; a hint that names an option of the command line says what to choose on the page instead.
Json remark_on_page(const Diagnostic& remark, Lang lang);

}  // namespace parcours
