#include "store/link_columns.h"

#include <cassert>

#include "base/json.h"

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

}  // namespace parcours
