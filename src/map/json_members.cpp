#include "map/json_members.h"

#include <algorithm>
#include <iterator>

namespace parcours::json_members {

Json& child_of(Json& parent, std::size_t index) {
  if (parent.is_array()) return parent[index];
  return std::next(parent.get_ref<Json::object_t&>().begin(), static_cast<std::ptrdiff_t>(index))->second;
}

Json& value_at(Json& root, const std::vector<std::size_t>& steps) {
  Json* here = &root;
  for (const std::size_t step : steps) here = &child_of(*here, step);
  return *here;
}

Json single(const std::string& key, Json value) {
  Json out = Json::object();
  out[key] = std::move(value);
  return out;
}

Member taken(Json& parent, std::size_t index) {
  Member out;
  const auto offset = static_cast<std::ptrdiff_t>(index);
  if (parent.is_array()) {
    out.value = parent[index];
    parent.get_ref<Json::array_t&>().erase(parent.get_ref<Json::array_t&>().begin() + offset);
    return out;
  }
  auto& members = parent.get_ref<Json::object_t&>();
  std::vector<std::pair<std::string, Json>> kept;
  for (std::size_t i = 0; i < members.size(); ++i) {
    auto& entry = *(members.begin() + static_cast<std::ptrdiff_t>(i));
    if (i == index) out = {entry.first, entry.second};
    else kept.emplace_back(entry.first, entry.second);
  }
  members.clear();
  for (auto& [key, value] : kept) members.emplace(key, std::move(value));
  return out;
}

void put(Json& parent, std::size_t index, Member member) {
  if (parent.is_null()) parent = member.key.empty() ? Json::array() : Json::object();
  const auto offset = static_cast<std::ptrdiff_t>(std::min(index, parent.size()));
  if (parent.is_array()) {
    parent.get_ref<Json::array_t&>().insert(parent.get_ref<Json::array_t&>().begin() + offset, std::move(member.value));
    return;
  }
  Json changed = Json::object();
  std::size_t i = 0;
  for (const auto& [key, value] : parent.items()) {
    if (i++ == static_cast<std::size_t>(offset)) changed[member.key] = member.value;
    changed[key] = value;
  }
  if (static_cast<std::size_t>(offset) >= parent.size()) changed[member.key] = std::move(member.value);
  parent = std::move(changed);
}

}  // namespace parcours::json_members
