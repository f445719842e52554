// How the export of a tool becomes events. docs/formats/recipes.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/score.h"
#include "events/column_plan.h"

namespace parcours {

// Text with columns in it: of several alternatives the first that is there counts.
struct RecipeValue {
  struct Piece {
    std::string literal;
    std::string column;  // plain (column_names.h), with `*` and `#` where it has them; "": the literal counts
    std::string shown;   // the column as written
  };
  std::vector<std::vector<Piece>> alternatives;

  bool empty() const { return alternatives.empty(); }
  bool repeats() const;  // has a `#`
};

struct RecipeCondition {
  enum class Kind { is, is_not, above, filled, empty };
  RecipeValue value;
  Kind kind = Kind::is;
  std::vector<std::string> words;  // folded
  double limit = 0;
};

struct RecipeProperty {
  enum class Gather { first, join, sum };
  std::string name;
  RecipeValue value;
  Gather gather = Gather::first;
};

struct RecipeEvent {
  std::string name;
  std::map<ColumnRole, RecipeValue> fields;
  std::vector<RecipeCondition> conditions;
  std::vector<RecipeProperty> properties;
};

struct Recipe {
  std::string id;
  LocalText name;
  std::vector<std::vector<std::string>> tells;  // plain names
  RecipeValue merge;
  std::vector<std::string> unfold;  // plain names
  std::string zone;
  std::optional<ScoreScale> scale;
  std::map<std::string, std::string> channels;  // what the export calls them, folded -> what we do
  std::map<ColumnRole, RecipeValue> fields;
  std::vector<RecipeValue> links;
  std::vector<RecipeProperty> properties;
  std::vector<RecipeEvent> events;
};

// Fails (misuse) with the line of what is not understood.
Result<Recipe> parse_recipe(std::string_view text, const std::string& file, const std::string& id);

// A file of recipes/, built into the program: "shopify.recipe".
struct RecipeFile {
  std::string_view path, content;
};
const std::vector<RecipeFile>& recipe_files();  // sorted by path

// The shipped ones, sorted by id.
const std::vector<std::shared_ptr<const Recipe>>& all_recipes();
// Fails (misuse, did you mean) when none has the id.
Result<std::shared_ptr<const Recipe>> find_recipe(const std::string& id);
// The one that these names of columns make unmistakable, or null.
std::shared_ptr<const Recipe> recognised(const std::vector<std::string>& columns);

// What the column of a role is called among the rows that the recipe makes: its columns as written, "Created at, Paid at". "": it has none.
std::string column_for(const Recipe& recipe, ColumnRole role);
std::string column_for_link(const Recipe& recipe, std::size_t link);

}  // namespace parcours
