// A JSON value changed by the places of its members, whose order stays: what the text of a map must say after an edit.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/json.h"

namespace parcours::json_members {

// The member or item of that index, counted from 0 in the order they stand. REQUIRES: it is there
Json& child_of(Json& parent, std::size_t index);
Json& value_at(Json& root, const std::vector<std::size_t>& steps);  // the index of each child on the way
Json single(const std::string& key, Json value);                    // {key: value}

struct Member {
  std::string key;  // of an object
  Json value;
};
// Takes it out. REQUIRES: it is there
Member taken(Json& parent, std::size_t index);
// Puts it before the one of that index, or last. null becomes an array, or an object when the member has a key.
void put(Json& parent, std::size_t index, Member member);

}  // namespace parcours::json_members
