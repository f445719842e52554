#include "forms/draft.h"

#include <algorithm>

#include "base/files.h"
#include "base/fold.h"
#include "map/map_file.h"
#include "map/yaml_complaint.h"
#include "map/yaml_json.h"
#include "map/yaml_tree.h"

namespace parcours {
namespace {

constexpr std::size_t kLongestId = 48;  // room for the number of a second one

std::string id_from(std::string_view name) {
  std::string out;
  for (const char c : folded_ascii(name)) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    if (letter || digit) out += c;
    else if (!out.empty() && out.back() != '_') out += '_';
    if (out.size() == kLongestId) break;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

// The path of the element that a complaint about [begin, end) is about.
std::string path_at(const YamlTree& tree, std::size_t begin, std::size_t end) {
  const YamlNode* best = nullptr;
  for (const YamlNode& node : tree.nodes) {
    const bool holds = node.lead <= begin && end <= std::max(node.end, node.begin);
    if (holds && (!best || node.lead >= best->lead)) best = &node;
  }
  return best ? tree.path_of(*best) : "";
}

}  // namespace

bool ReadMap::usable() const {
  return !yaml.empty() && std::none_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string Ids::make(std::string_view name, std::string_view otherwise) {
  std::string id = id_from(name);
  if (id.empty()) id = otherwise;
  else if (id.front() >= '0' && id.front() <= '9') id.insert(0, std::string(otherwise) + "_");
  const std::string first = id;
  for (int& n = last_[first]; !given_.insert(id).second;) id = first + "_" + std::to_string(n = n < 2 ? 2 : n + 1);
  return id;
}

bool MapDraft::fit_to_read() {
  auto refusal = refuse_bytes(file_, text_);
  if (refusal) read_.diagnostics.push_back(std::move(*refusal));
  return read_.diagnostics.empty();
}

void MapDraft::error(std::string code, Message message, std::size_t begin, std::size_t end, std::optional<Message> hint) {
  complaints_.add(Severity::error, std::move(code), std::move(message), std::move(hint), begin, end);
}

void MapDraft::warning(std::string code, Message message, std::size_t begin, std::size_t end, std::optional<Message> hint) {
  complaints_.add(Severity::warning, std::move(code), std::move(message), std::move(hint), begin, end);
}

void MapDraft::note(std::string code, Message message) {
  Place whole;
  whole.file = file_;
  read_.diagnostics.push_back({Severity::note, std::move(code), std::move(message), {}, whole});
}

void MapDraft::add_persona(const std::string& id, const Json& content) { read_.personas.push_back({id, yaml_text(content)}); }

void MapDraft::take_diagnostics(const std::string& yaml) {
  MapFile parsed = parse_map("maps/map.yaml", yaml);
  for (Diagnostic& diagnostic : parsed.diagnostics) {
    std::string path = parsed.source.tree() ? path_at(*parsed.source.tree(), diagnostic.place.begin, diagnostic.place.end) : "";
    auto at = places_.find(path);
    while (at == places_.end() && !path.empty()) {
      const auto slash = path.rfind('/');
      path.resize(slash == std::string::npos ? 0 : slash);
      at = places_.find(path);
    }
    diagnostic.place = at == places_.end() ? Place{file_} : place_in(file_, text_, at->second.begin, at->second.end);
    read_.diagnostics.push_back(std::move(diagnostic));
  }
}

ReadMap MapDraft::finish() {
  read_.yaml = yaml_text(map);
  take_diagnostics(read_.yaml);
  std::stable_sort(read_.diagnostics.begin(), read_.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.place.begin < b.place.begin; });
  return std::move(read_);
}

std::string title_from(std::string_view file) {
  std::string title = stem_of(file_name(file));
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '_' || c == '-' || static_cast<unsigned char>(c) < 0x20; }, ' ');
  return title;
}

std::string yaml_text(const Json& mapping) {
  std::string out;
  for (const auto& [key, value] : mapping.items()) {
    const YamlLines lines = block_yaml(value, YamlContext::mapping_value, 0);
    out += yaml_key(key, false) + ":" + (lines.first.empty() ? "" : " " + lines.first) + "\n";
    for (const auto& line : lines.rest) out += line + "\n";
  }
  return out;
}

}  // namespace parcours
