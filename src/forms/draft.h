// A map in the making: its content as plain data, and where in the source file each part of it comes from. When it is finished the map's
// own parser reads it, and what that says is said at the place in the source.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/json.h"
#include "forms/read_map.h"
#include "map/complaints.h"

namespace parcours {

// Ids as docs/formats/map.md wants them, each given once.
class Ids {
 public:
  // From a name: "Voit l’annonce" -> "voit_l_annonce", "voit_l_annonce_2". `otherwise` when the name leaves nothing.
  std::string make(std::string_view name, std::string_view otherwise);

 private:
  std::set<std::string> given_;
  std::map<std::string, int> last_;  // the number last put behind an id: many of one name cost no more than many
};

class MapDraft {
 public:
  MapDraft(const std::string& file, std::string_view text) : file_(file), text_(text), complaints_(file_, text_, read_.diagnostics) {}
  MapDraft(const MapDraft&) = delete;
  MapDraft& operator=(const MapDraft&) = delete;

  // False, and said, when it is too large, no UTF-8, or holds control characters: there is nothing to read then.
  bool fit_to_read();

  Json map = {{"parcours", 1}};

  void stands_at(std::string path, std::size_t begin, std::size_t end) { places_[std::move(path)] = {begin, end}; }
  void error(std::string code, Message message, std::size_t begin, std::size_t end, std::optional<Message> hint = {});
  void warning(std::string code, Message message, std::size_t begin, std::size_t end, std::optional<Message> hint = {});
  void note(std::string code, Message message);  // of the whole file
  void add_persona(const std::string& id, const Json& content);

  ReadMap finish();
  ReadMap finish_unread() { return std::move(read_); }  // nothing of it is a map: the complaints alone

 private:
  struct Span {
    std::size_t begin = 0, end = 0;
  };
  void take_diagnostics(const std::string& yaml);

  std::string file_;
  std::string_view text_;
  ReadMap read_;
  Complaints complaints_;
  std::map<std::string, Span, std::less<>> places_;
};

// The stem of the file's name as a title or an id: "parcours_client.mmd" -> "parcours client".
std::string title_from(std::string_view file);

// Top-level keys one below the other, each value as the map's files have it.
std::string yaml_text(const Json& mapping);

}  // namespace parcours
