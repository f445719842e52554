// The rows that a recipe makes of the rows of a file.
#pragma once

#include <memory>

#include "events/attribute_reader.h"
#include "events/recipe.h"

namespace parcours {

// One row an event, its fields under column_for(), its properties under their names; a row of which nothing comes is left aside.
// `decimal`: how the file writes its numbers.
std::unique_ptr<AttributeReader> follow_recipe(std::shared_ptr<const Recipe> recipe, std::unique_ptr<AttributeReader> rows, char decimal);

}  // namespace parcours
