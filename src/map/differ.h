// What diff is made of: a list of changes that grows, and the comparing of what two elements of one id say.
#pragma once

#include "map/diff.h"
#include "map/diff_words.h"

namespace parcours {

class Differ {
 public:
  using Shown = diff_words::Shown;

  std::vector<Change> changes;

  void add(Change::Kind kind, std::string path, Message message) { changes.push_back({kind, std::move(path), std::move(message)}); }

  // A field of a named element: "`pay`: channel from a to b"; without an id, of the map's head.
  void field(const std::string& path, const std::string& id, const char* name, const Shown& before, const Shown& after) {
    field_at(path, id.empty() ? "" : "`" + id + "`", name, before, after);
  }
  void field_at(const std::string& path, const std::string& place, const char* name, const Shown& before, const Shown& after);
  void emotions(const std::string& path, const std::string& place, const std::vector<Emotion>& before, const std::vector<Emotion>& after);
};

struct Located {
  const Stage* stage;
  const Touchpoint* touchpoint;
};

inline std::string path_of(const Stage& stage) { return "stages/" + stage.id; }
inline std::string path_of(const Located& at) { return path_of(*at.stage) + "/touchpoints/" + at.touchpoint->id; }

void compare_head(Differ& d, const JourneyMap& a, const JourneyMap& b);
void compare_stage(Differ& d, const Stage& a, const Stage& b);
void compare_touchpoint(Differ& d, const Located& at, const Touchpoint& a, const Touchpoint& b);  // `at`: in the newer map
void compare_action(Differ& d, const Action& a, const Action& b);
void compare_views(Differ& d, const JourneyMap& a, const JourneyMap& b);
void compare_ignores(Differ& d, const JourneyMap& a, const JourneyMap& b);

}  // namespace parcours
