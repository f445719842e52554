#include "server/merge.h"

#include "map/yaml_json.h"
#include "map/yaml_tree.h"

namespace parcours {
namespace {

Json value_at(const SourceText& source, const std::string& path) {
  const YamlNode* node = source.tree()->empty() ? nullptr : source.tree()->at(path);
  return node ? to_json(*source.tree(), *node) : Json();
}

// Where an added element will stand: an id or key that is taken there is a conflict.
std::string place_of_added(const Edit& edit) {
  if (!edit.key.empty()) return edit.path + "/" + path_step(edit.key);
  if (edit.value.is_object() && edit.value.contains("id") && edit.value["id"].is_string())
    return edit.path + "/" + path_step(edit.value["id"].get<std::string>());
  return "";
}

}  // namespace

std::optional<EditConflict> conflict_of(const SourceText& now, const Edit& edit, const Json& was) {
  if (edit.kind == Edit::Kind::add) {
    const std::string place = place_of_added(edit);
    if (place.empty()) return std::nullopt;
    Json theirs = value_at(now, place);
    if (theirs.is_null()) return std::nullopt;
    return EditConflict{place, nullptr, std::move(theirs), edit.value};
  }
  Json theirs = value_at(now, edit.path);
  if (theirs == was) return std::nullopt;
  return EditConflict{edit.path, was, std::move(theirs), edit.value};
}

}  // namespace parcours
