// Edits in the making: by name, and from the JSON in which a face sends them.
#include "map/edits.h"

namespace parcours {

Edit set_edit(std::string path, Json value) { return {Edit::Kind::set, std::move(path), std::move(value), {}, {}, true, {}}; }
Edit add_item(std::string list, Json value, std::optional<std::size_t> index) {
  return {Edit::Kind::add, std::move(list), std::move(value), {}, {}, true, index};
}
Edit add_key(std::string mapping, std::string key, Json value, std::optional<std::size_t> index) {
  return {Edit::Kind::add, std::move(mapping), std::move(value), std::move(key), {}, true, index};
}
Edit move_edit(std::string path, std::optional<std::size_t> index) { return {Edit::Kind::move, std::move(path), {}, {}, {}, true, index}; }
Edit move_to(std::string path, std::string list, std::optional<std::size_t> index) {
  return {Edit::Kind::move, std::move(path), {}, {}, std::move(list), false, index};
}
Edit remove_edit(std::string path) { return {Edit::Kind::remove, std::move(path), {}, {}, {}, true, {}}; }

Result<Edit> edit_from_json(const Json& json) {
  static constexpr std::pair<const char*, Edit::Kind> kKinds[] = {
      {"set", Edit::Kind::set}, {"add", Edit::Kind::add}, {"move", Edit::Kind::move}, {"remove", Edit::Kind::remove}};
  const auto bad = misuse(msg("map.edit.bad_json"));
  if (!json.is_object()) return bad;
  for (const auto& [word, kind] : kKinds) {
    if (!json.contains(word)) continue;
    Edit edit;
    edit.kind = kind;
    const bool texts =
        json[word].is_string() && (!json.contains("key") || json["key"].is_string()) && (!json.contains("to") || json["to"].is_string());
    const bool index = !json.contains("index") || json["index"].is_number_unsigned();
    const bool value = (kind != Edit::Kind::set && kind != Edit::Kind::add) || json.contains("value");
    if (!texts || !index || !value) return bad;
    edit.path = json[word].get<std::string>();
    if (json.contains("value")) edit.value = json["value"];
    if (json.contains("key")) edit.key = json["key"].get<std::string>();
    if (json.contains("to")) edit.to = json["to"].get<std::string>(), edit.moves_within = false;
    if (json.contains("index")) edit.index = json["index"].get<std::size_t>();
    return edit;
  }
  return bad;
}

}  // namespace parcours
