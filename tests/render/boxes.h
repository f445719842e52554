// What stands where in a scene, flat: for tests that nothing overlaps and nothing is cut.
#pragma once

#include <string>
#include <vector>

#include "render/scene.h"

namespace parcours {

struct PlacedText {
  Box box;  // of the ink: from above the capitals to below the descenders
  std::string text;
  const Node* card = nullptr;  // the innermost card it belongs to
  const Node* badge = nullptr;
};
struct PlacedNode {
  Box box;
  const Node* node = nullptr;
  const Node* card = nullptr;  // the card around it
};

struct Placed {
  std::vector<PlacedText> texts;
  std::vector<PlacedNode> cards, badges, icons;
};

Placed placed(const Scene& scene);
const Node* find(const Node& node, const std::string& id);
std::vector<const Node*> all_of_class(const Node& node, const std::string& name);
std::vector<std::string> words_of(const Node& node);  // its text lines in document order

}  // namespace parcours
