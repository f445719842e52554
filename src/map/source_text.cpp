#include "map/map_file.h"
#include "map/yaml_tree.h"

namespace parcours {

SourceText::SourceText() : tree_(std::make_shared<YamlTree>()) {}

SourceText::SourceText(std::string file, std::string text, std::shared_ptr<const YamlTree> tree)
    : file_(std::move(file)), text_(std::move(text)), tree_(std::move(tree)) {}

namespace {

Place whole_file(const std::string& file) {
  Place place;
  place.file = file;
  return place;
}

}  // namespace

Place SourceText::place(std::string_view path) const {
  const YamlNode* node = tree_ ? tree_->nearest(path) : nullptr;
  if (!node || node->parent < 0) return whole_file(file_);
  return place_in(file_, text_, node->begin, node->end);
}

Place SourceText::place_of_key(std::string_view path) const {
  const YamlNode* node = tree_ ? tree_->nearest(path) : nullptr;
  if (!node || node->parent < 0) return whole_file(file_);
  const YamlNode& handle = tree_->handle_of(*node);
  return place_in(file_, text_, handle.begin, handle.end);
}

bool SourceText::has(std::string_view path) const { return tree_ && tree_->at(path); }

}  // namespace parcours
