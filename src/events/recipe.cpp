#include "events/recipe.h"

#include <algorithm>
#include <set>

#include "base/listed.h"
#include "base/suggest.h"
#include "events/column_names.h"
#include "events/complaint.h"

namespace parcours {
namespace {

void add_columns(const RecipeValue& value, std::vector<std::string>& names) {
  for (const auto& alternative : value.alternatives)
    for (const auto& piece : alternative)
      if (!piece.shown.empty() && std::find(names.begin(), names.end(), piece.shown) == names.end()) names.push_back(piece.shown);
}

std::vector<std::shared_ptr<const Recipe>> read_all() {
  std::vector<std::shared_ptr<const Recipe>> all;
  for (const RecipeFile& file : recipe_files()) {
    const std::string path(file.path);
    all.push_back(std::make_shared<const Recipe>(parse_recipe(file.content, path, path.substr(0, path.find('.'))).value()));
  }
  return all;
}

}  // namespace

bool RecipeValue::repeats() const {
  for (const auto& alternative : alternatives)
    for (const Piece& piece : alternative)
      if (piece.shown.find('#') != std::string::npos) return true;
  return false;
}

const std::vector<std::shared_ptr<const Recipe>>& all_recipes() {
  static const std::vector<std::shared_ptr<const Recipe>> kAll = read_all();
  return kAll;
}

Result<std::shared_ptr<const Recipe>> find_recipe(const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& recipe : all_recipes()) {
    if (recipe->id == id) return recipe;
    ids.push_back(recipe->id);
  }
  const auto meant = nearest(id, ids);
  return mistaken(msg("events.unknown_recipe", {{"name", id}}),
                  meant ? msg("events.unknown_recipe_meant", {{"name", *meant}}) : msg("events.unknown_recipe_hint", {{"names", listed(ids)}}));
}

std::shared_ptr<const Recipe> recognised(const std::vector<std::string>& columns) {
  std::set<std::string> there;
  for (const std::string& column : columns) there.insert(plain_name(column));
  std::shared_ptr<const Recipe> best;
  std::size_t best_size = 0;
  for (const auto& recipe : all_recipes())
    for (const auto& tells : recipe->tells) {
      if (tells.size() < best_size || !std::all_of(tells.begin(), tells.end(), [&](const std::string& name) { return there.contains(name); }))
        continue;
      if (tells.size() == best_size && best && best != recipe) best = nullptr;  // not unmistakable
      else best = recipe;
      best_size = tells.size();
    }
  return best;
}

std::string column_for(const Recipe& recipe, ColumnRole role) {
  std::vector<std::string> names;
  bool any = role == ColumnRole::event;
  const auto add = [&](const std::map<ColumnRole, RecipeValue>& fields) {
    const auto at = fields.find(role);
    if (at == fields.end()) return;
    any = true;
    add_columns(at->second, names);
  };
  add(recipe.fields);
  for (const RecipeEvent& event : recipe.events) add(event.fields);
  if (!any) return "";
  return names.empty() ? std::string(code_of(role)) : listed(names);
}

std::string column_for_link(const Recipe& recipe, std::size_t link) {
  std::vector<std::string> names;
  add_columns(recipe.links[link], names);
  return names.empty() ? "link " + std::to_string(link + 1) : listed(names);
}

}  // namespace parcours
