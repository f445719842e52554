// Edits by splice: only the lines of the element change; comments, order and the writing of all else stay byte for byte.
//
//   apply_edit(source, set_edit("stages/pay/touchpoints/card/emotion", -1))
//
// Paths are those of SourceText. The result is the new text; it has been read again and says exactly what was asked, or the
// edit fails. Whether the new map makes sense is for parse_map to say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "map/map_file.h"

namespace parcours {

struct Edit {
  enum class Kind { set, add, move, remove };
  Kind kind = Kind::set;
  std::string path;                  // the element; of add: the list or mapping that takes it
  Json value;                        // of set and add
  std::string key;                   // of add to a mapping
  std::string to;                    // of move: the list (or, of a key, the mapping) that takes it; "": the one it is in
  bool moves_within = true;          // of move: `to` is not given
  std::optional<std::size_t> index;  // of add and move: its place when done; nothing: the last
};

// Gives the element that value. A key that is not there yet is added, with the mappings on the way.
Edit set_edit(std::string path, Json value);
Edit add_item(std::string list, Json value, std::optional<std::size_t> index = {});
Edit add_key(std::string mapping, std::string key, Json value, std::optional<std::size_t> index = {});
// Within its list or mapping. Comment lines right above it go along.
Edit move_edit(std::string path, std::optional<std::size_t> index);
Edit move_to(std::string path, std::string list, std::optional<std::size_t> index = {});
Edit remove_edit(std::string path);

// REQUIRES: `source` comes from parse_map, parse_persona or parse_settings. Fails when there is no such element, the
// file is no valid YAML, or the edit cannot be made.
Result<std::string> apply_edit(const SourceText& source, const Edit& edit);
// One after the other, each on the outcome of the one before; all or none.
Result<std::string> apply_edits(const std::string& file, std::string text, const std::vector<Edit>& edits);

// {"set": PATH, "value": …} · {"add": PATH, "value": …, "key": …, "index": …} · {"move": PATH, "to": PATH, "index": …} · {"remove": PATH}
Result<Edit> edit_from_json(const Json& json);

}  // namespace parcours
