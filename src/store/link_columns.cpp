#include "store/link_columns.h"

#include <algorithm>
#include <cassert>

#include "base/json.h"
#include "events/number_form.h"
#include "events/property_text.h"

namespace parcours {
namespace {

std::string json_text(const std::string& text) { return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace); }

// For each code of a link column, `"name":"value"`; empty for none.
std::vector<std::string> members(const std::string& name, const Dictionary& texts) {
  std::vector<std::string> out(texts.size());
  const std::string prefix = json_text(name) + ":";
  for (std::uint32_t code = 1; code < texts.size(); ++code) out[code] = prefix + json_text(texts.at(code));
  return out;
}

// `"n":3`, `"city":"Lyon"`: of an object of texts and numbers, as properties are written.
std::vector<std::string> members_of(std::string_view object) {
  std::vector<std::string> members;
  bool in_text = false;
  for (std::size_t at = 1, begin = 1; at < object.size(); ++at) {
    if (in_text && object[at] == '\\') ++at;
    else if (object[at] == '"') in_text = !in_text;
    else if (!in_text && (object[at] == ',' || object[at] == '}')) members.emplace_back(object.substr(begin, at - begin)), begin = at + 1;
  }
  return members;
}

// `"city` of `"city":"Lyon"`: what members stand in order of.
std::string_view name_of(const std::string& member) {
  std::size_t end = 1;
  while (member[end] != '"') end += member[end] == '\\' ? 2 : 1;
  return std::string_view(member).substr(0, end);
}

std::string member(const std::string& name, const std::string& value) {
  std::string out;
  append_json_string(name, out);
  out += ':';
  if (is_plain_number(value, '.')) append_json_number(value, '.', out);
  else append_json_string(value, out);
  return out;
}

}  // namespace

TextColumn identities_column(const EventBatch& batch) {
  assert(batch.links.size() == batch.link_names.size());
  TextColumn column;
  if (batch.links.empty()) {
    column.codes.assign(batch.rows(), 0);
    return column;
  }
  std::vector<std::vector<std::string>> by_link;
  for (std::size_t link = 0; link < batch.links.size(); ++link) by_link.push_back(members(batch.link_names[link], batch.links[link].texts));
  std::string object;
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    object.clear();
    for (std::size_t link = 0; link < batch.links.size(); ++link) {
      const std::string& member = by_link[link][batch.links[link].codes[row]];
      if (!member.empty()) object += (object.empty() ? '{' : ','), object += member;
    }
    if (!object.empty()) object += '}';
    column.push(object);
  }
  return column;
}

std::string properties_with_links(const EventBatch& batch, std::size_t row) {
  std::vector<std::string> members = members_of(batch.properties.at(row));
  for (std::size_t link = 0; link < batch.links.size(); ++link)
    if (batch.links[link].codes[row] != 0) members.push_back(member(batch.link_names[link], batch.links[link].at(row)));
  std::sort(members.begin(), members.end(), [](const std::string& a, const std::string& b) { return name_of(a) < name_of(b); });
  std::string object;
  for (const std::string& one : members) object += (object.empty() ? '{' : ',') + one;
  return object.empty() ? object : object + '}';
}

}  // namespace parcours
